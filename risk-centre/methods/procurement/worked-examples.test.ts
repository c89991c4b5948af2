import { fences, quantile } from '@opengoa/procurement/fences';
import { priceScreens } from '@opengoa/procurement/price-screens';
import { expect, test } from 'vitest';
import { seeded } from '@opengoa/kernel/seeded';
import { arrangementChance } from '@opengoa/procurement/arrangements';
import { coherence, exclusivity, jaccard } from '@opengoa/procurement/co-bidding';
import { herfindahl, herfindahlUnbiased } from '@opengoa/procurement/concentration';
import { patternedBids } from '@opengoa/procurement/patterned-bids';
import { priceAgainstReference } from './price-reference.ts';
import { equalShares, repeatsOf, valueBalanceOf } from '@opengoa/procurement/rotation';
import { scaledDefaults, scaledPriceList } from './scaled-price-list.ts';
import { bunching, splitOrders } from '@opengoa/procurement/splitting';
import { examples, near } from './worked-examples.ts';

test('the generator is the one fixtures are built with', () => {
  const next = seeded(examples['prng.mulberry32'].input.seed);
  for (const expected of examples['prng.mulberry32'].expected.first5) expect(next()).toSatisfy(near(expected));
});

test.each([
  ['small', examples['proc.screens_small'].input.bids, examples['proc.screens_small'].expected],
  [
    'competitive',
    examples['proc.screens_competitive_like'].input.bids,
    examples['proc.screens_competitive_like'].expected,
  ],
  [
    'published',
    examples['proc.screens_published_tender'].input.bids_relative,
    examples['proc.screens_published_tender'].expected,
  ],
] as const)('PR-01 screens: %s', (_, bids, expected) => {
  const found = priceScreens(bids);
  expect(found.n).toBe(expected.n);
  expect(found.cv).toSatisfy(near(expected.CV));
  expect(found.spd).toSatisfy(near(expected.SPD));
  expect(found.diffp).toSatisfy(near(expected.DIFFP));
  expect(found.rd).toSatisfy(near(expected.RD));
  expect(found.altRd).toSatisfy(near(expected.ALTRD));
  expect(found.normRd).toSatisfy(near(expected.NORMD));
  expect(found.skew).toSatisfy(near(expected.SKEW));
  expect(found.kurt).toSatisfy(near(expected.KURT));
  expect(found.ks).toSatisfy(near(expected.KSTEST_uniform));
});

test('PR-03 fences, quantiles of type 8: the lower one is below zero and can never fire', () => {
  const { input, expected } = examples['proc.fences'];
  const found = fences(input.diff);
  expect(found.q1).toSatisfy(near(expected.q1));
  expect(found.q3).toSatisfy(near(expected.q3));
  expect(found.lower).toSatisfy(near(expected.lower));
  expect(found.upper).toSatisfy(near(expected.upper));
  expect(quantile(input.diff, 0.25)).not.toSatisfy(near(expected.q1_type7));
});

test('PR-04 a price list that is another one times a factor', () => {
  const { input, expected } = examples['proc.unit_price_copy'];
  const found = scaledPriceList(input.a, input.b, { ...scaledDefaults, unit: 0.1 });
  if (found.status !== 'ok') throw new Error(found.status);
  expect(found.meanLogRatio).toSatisfy(near(expected.mean_log_ratio));
  expect(found.sdLogRatio).toSatisfy(near(expected.sd_log_ratio));
  expect(found.factor?.[0]).toSatisfy(near(expected['exact_interval_unit_0.1'][0]!));
  expect(found.factor?.[1]).toSatisfy(near(expected['exact_interval_unit_0.1'][1]!));
  expect(found.found).toBe(true);
});

test('PR-04 bids in arithmetic progression', () => {
  const { input, expected } = examples['proc.arithmetic_progression'];
  const found = patternedBids(input.bids);
  if (found.status !== 'ok') throw new Error(found.status);
  expect(found.pattern).toBe('arithmetic');
  expect(found.maxResidual).toSatisfy(near(expected.max_residual));
  expect(found.step).toSatisfy(near(expected.step));
  expect(found.r2).toSatisfy(near(expected.r2));
});

test('PR-05 repeats, exact over all arrangements', () => {
  const { input, expected } = examples['proc.rotation_repeats_exact'];
  expect(repeatsOf(input.winners)).toBe(expected.repeats);
  const found = arrangementChance(input.winners, repeatsOf);
  expect(found).toMatchObject({
    arrangements: expected.arrangements,
    asSmall: expected.arrangements_without_repeat,
    exact: true,
  });
  expect(found.p).toSatisfy(near(expected.p_exact));
});

test('PR-05 shares that are too equal', () => {
  const { input, expected } = examples['proc.equal_shares'];
  const found = equalShares(input.wins);
  expect(found.chi2).toSatisfy(near(expected.chi2));
  expect(found.pLower).toSatisfy(near(expected.p_lower));
});

test('PR-05 value balance, exact', () => {
  const { input, expected } = examples['proc.value_balance_exact'];
  const balance = (order: ArrayLike<number>) => valueBalanceOf(order, input.value, 3);
  expect(balance(input.winner)).toSatisfy(near(expected.statistic));
  const found = arrangementChance(input.winner, balance);
  expect(found.arrangements).toBe(expected.arrangements);
  expect(found.p).toSatisfy(near(expected.p_exact));
});

test('PR-06 weight of a pair, coherence and exclusivity of a group', () => {
  const pair = examples['proc.jaccard'];
  expect(jaccard(pair.input.tenders_a, pair.input.tenders_b, pair.input.both)).toSatisfy(near(pair.expected.jaccard));
  const { input, expected } = examples['proc.cobid_group'];
  expect(coherence(input.edge_weights_inside)).toSatisfy(near(expected.coherence));
  expect(exclusivity(input.edge_weights_inside, input.strength_outside)).toSatisfy(near(expected.exclusivity));
});

test('PR-07 concentration by value, by count and unbiased', () => {
  const { input, expected } = examples['proc.hhi'];
  expect(herfindahl(input.value)).toSatisfy(near(expected.hhi_value));
  expect(herfindahl(input.contracts)).toSatisfy(near(expected.hhi_count));
  expect(herfindahlUnbiased(input.contracts)).toSatisfy(near(expected.hhi_count_unbiased));
});

test('PR-08 split orders and bunching', () => {
  const split = examples['proc.split_purchase'];
  const orders = split.input.orders.map(([day, amount]) => ({ day: String(day), amount: Number(amount) }));
  expect(splitOrders(orders, split.input.threshold, split.input.window_days)).toMatchObject({
    sum: split.expected.sum,
    count: split.expected.count,
    eachBelow: split.expected.each_below,
  });
  const { input, expected } = examples['proc.bunching_binomial'];
  const found = bunching(input.below, input.above);
  if (found.status !== 'ok') throw new Error(found.status);
  // Given to six decimals, which is three digits here.
  expect(Math.abs(found.pUpper - expected.p_upper)).toBeLessThan(1e-6);
  expect(found.excessRatio).toSatisfy(near(expected.excess_ratio));
});

test('PR-09 a price against its references', () => {
  const { input, expected } = examples['proc.price_vs_reference'];
  const found = priceAgainstReference(input.price, input.reference);
  if (found.status !== 'ok') throw new Error(found.status);
  expect(found.logRatio).toSatisfy(near(expected.log_ratio_to_median));
  expect(found.robustZ).toSatisfy(near(expected.robust_z_log));
});
