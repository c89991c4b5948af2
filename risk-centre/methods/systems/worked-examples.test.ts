import { expect, test } from 'vitest';
import { near } from '../worked-examples.ts';
import { benefitReview } from './benefit-review.ts';
import { bigrams, cosine, counted, spread, tfIdf } from './character-grams.ts';
import { inspectionUse, useRates } from './use-of-system.ts';
import examples from './worked-examples.json' with { type: 'json' };

test('IS-01 use of a system', () => {
  const { input, expected } = examples['is.usage'];
  const found = useRates({
    entitledUsers: input.entitled_users,
    activeUsersOfMonth: input.mau,
    activeUsersOfDayMean: input.dau_mean,
    itemsInAll: input.business_items_total,
    itemsThroughSystem: input.business_items_through_system,
    costOfYear: input.annual_cost,
  });
  if (found.status !== 'ok') throw new Error(found.status);
  expect(found.reach).toSatisfy(near(expected.mau_rate));
  expect(found.stickiness).toSatisfy(near(expected.stickiness));
  expect(found.through).toSatisfy(near(expected.through_rate));
  expect(found.costPerActiveUser).toSatisfy(near(expected.cost_per_active_user));
  expect(found.costPerItem).toSatisfy(near(expected.cost_per_item));
});

test('a system that nobody may use has no rates, one that nobody used has no cost of a user', () => {
  const none = { entitledUsers: 0, activeUsersOfMonth: 0, activeUsersOfDayMean: 0, itemsInAll: 9 };
  expect(useRates({ ...none, itemsThroughSystem: 0, costOfYear: 1 }).status).toBe('insufficient_data');
  expect(useRates({ ...none, entitledUsers: 5, itemsThroughSystem: 0, costOfYear: 1 })).toMatchObject({
    reach: 0,
    stickiness: null,
    costPerActiveUser: null,
    costPerItem: null,
  });
});

test('IS-02 use on days of inspection', () => {
  const { input, expected } = examples['is.inspection_spike'];
  const found = inspectionUse(input.daily_active, input.inspection_days_index0);
  if (found.status !== 'ok') throw new Error(found.status);
  expect(found.share).toSatisfy(near(expected.share_in_window));
  expect(found.overMedian).toSatisfy(near(expected.ratio_to_median));
  expect(inspectionUse(input.daily_active.slice(0, 5), [1]).status).toBe('insufficient_data');
});

test('IS-04 cosine of character bigrams', () => {
  const { input, expected } = examples['is.tfidf_bigram_cosine'];
  const texts = input.docs.map((text) => counted(bigrams(text)));
  const [a, b, c, d] = tfIdf(texts);
  expect(spread(texts).size).toBe(expected.vocabulary);
  expect(cosine(a!, b!)).toSatisfy(near(expected.cos_01));
  expect(cosine(a!, c!)).toSatisfy(near(expected.cos_02));
  expect(cosine(a!, d!)).toSatisfy(near(expected.cos_03));
  expect(cosine(a!, a!)).toBeCloseTo(1, 12);
});

test('IS-06 what was saved beside what was promised', () => {
  const { input, expected } = examples['is.benefit_review'];
  const found = benefitReview(input.planned_saving, input.actual_saving, input.cost, input.rate);
  if (found.status !== 'ok') throw new Error(found.status);
  expect(found.npvPlanned).toSatisfy(near(expected.npv_planned));
  expect(found.npvActual).toSatisfy(near(expected.npv_actual));
  expect(found.realisation).toSatisfy(near(expected.realisation));
  expect(benefitReview([1], [1], [1], 0.04).status).toBe('insufficient_data');
});
