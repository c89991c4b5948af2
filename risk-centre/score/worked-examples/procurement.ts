import { fences } from '@opengoa/procurement/fences';
import { priceScreens } from '@opengoa/procurement/price-screens';
import { arrangementChance } from '@opengoa/procurement/arrangements';
import { coherence, exclusivity, jaccard } from '@opengoa/procurement/co-bidding';
import { herfindahl, herfindahlUnbiased } from '@opengoa/procurement/concentration';
import { patternedBids } from '@opengoa/procurement/patterned-bids';
import { priceAgainstReference } from '../../methods/procurement/price-reference.ts';
import { equalShares, repeatsOf, valueBalanceOf } from '@opengoa/procurement/rotation';
import { scaledDefaults, scaledPriceList } from '../../methods/procurement/scaled-price-list.ts';
import { bunching, splitOrders } from '@opengoa/procurement/splitting';
import { type Answers, beside, found } from './case.ts';

function screens(bids: readonly number[]) {
  const all = priceScreens(bids);
  return {
    n: all.n,
    CV: all.cv,
    SPD: all.spd,
    DIFFP: all.diffp,
    RD: all.rd,
    ALTRD: all.altRd,
    NORMD: all.normRd,
    SKEW: all.skew,
    KURT: all.kurt,
    KSTEST_uniform: all.ks,
  };
}

export const procurement: Answers = {
  'proc.screens_small': (input) => screens(input.nums('bids')),
  'proc.screens_competitive_like': (input) => screens(input.nums('bids')),
  'proc.screens_published_tender': (input) => screens(input.nums('bids_relative')),
  'proc.rotation_repeats_exact': (input) => {
    const chance = arrangementChance(input.nums('winners'), repeatsOf);
    return {
      repeats: repeatsOf(input.nums('winners')),
      arrangements: chance.arrangements,
      arrangements_without_repeat: chance.asSmall,
      p_exact: chance.p,
    };
  },
  'proc.equal_shares': (input) => {
    const shares = equalShares(input.nums('wins'));
    return { chi2: shares.chi2, p_lower: shares.pLower };
  },
  'proc.value_balance_exact': (input) => {
    const balance = (order: ArrayLike<number>) => valueBalanceOf(order, input.nums('value'), 3);
    const chance = arrangementChance(input.nums('winner'), balance);
    return { statistic: balance(input.nums('winner')), arrangements: chance.arrangements, p_exact: chance.p };
  },
  'proc.hhi': (input) => ({
    hhi_value: herfindahl(input.nums('value')),
    hhi_count: herfindahl(input.nums('contracts')),
    hhi_count_unbiased: herfindahlUnbiased(input.nums('contracts')),
  }),
  'proc.cobid_group': (input) => ({
    coherence: coherence(input.nums('edge_weights_inside')),
    exclusivity: exclusivity(input.nums('edge_weights_inside'), input.num('strength_outside')),
  }),
  'proc.jaccard': (input) => ({
    jaccard: jaccard(input.num('tenders_a'), input.num('tenders_b'), input.num('both')),
  }),
  'proc.bunching_binomial': (input) => {
    const near = found(bunching(input.num('below'), input.num('above')));
    return { p_upper: near.pUpper, excess_ratio: near.excessRatio };
  },
  'proc.split_purchase': (input) => {
    const orders = (input.raw['orders'] as readonly (readonly [string, number])[]).map(([day, amount]) => ({
      day,
      amount,
    }));
    const split = splitOrders(orders, input.num('threshold'), input.num('window_days'));
    if (!split) throw new Error('no split');
    return { sum: split.sum, count: split.count, each_below: split.eachBelow, flag: true };
  },
  'proc.arithmetic_progression': (input) => {
    const bids = found(patternedBids(input.nums('bids')));
    return { max_residual: bids.maxResidual, step: bids.step, r2: bids.r2 };
  },
  'proc.unit_price_copy': (input) => {
    const lists = found(scaledPriceList(input.nums('a'), input.nums('b'), { ...scaledDefaults, unit: 0.1 }));
    return {
      mean_log_ratio: lists.meanLogRatio,
      sd_log_ratio: lists.sdLogRatio,
      'exact_interval_unit_0.1': lists.factor,
    };
  },
  'proc.fences': (input) => ({
    ...fences(input.nums('diff')),
    q1_type7: beside('another type of quantile'),
    q3_type7: beside('another type of quantile'),
  }),
  'proc.price_vs_reference': (input) => {
    const price = found(priceAgainstReference(input.num('price'), input.nums('reference')));
    return { log_ratio_to_median: price.logRatio, robust_z_log: price.robustZ };
  },
};
