import { expect, test } from 'vitest';
import { near } from '../worked-examples.ts';
import { countAtLeast, countAtLeastByChance, placeRate } from './incident-rates.ts';
import { fewFindings, startRegularity, walkingSpeeds } from './inspection-rounds.ts';
import { overdueIndex } from './overdue-hazards.ts';
import examples from './worked-examples.json' with { type: 'json' };

test('SF-01 overdue hazards', () => {
  const { input, expected } = examples['safety.overdue_index'];
  const hazards = input.items.map(({ grade, days_over: daysOver }) => ({ grade, daysOver }));
  expect(overdueIndex(hazards, input.weight, input.tau)).toSatisfy(near(expected.index));
  expect(overdueIndex([{ grade: 3, daysOver: -4 }], input.weight, input.tau)).toBe(0);
  expect(() => overdueIndex([{ grade: 7, daysOver: 1 }], input.weight, input.tau)).toThrow(RangeError);
});

test('SF-02 speed between checkpoints', () => {
  const { input, expected } = examples['safety.walking_speed'];
  const found = walkingSpeeds(input.points_m, input.times_s, expected.limit_m_s);
  if (found.status !== 'ok') throw new Error(found.status);
  for (const [i, speed] of expected.speed_m_s.entries()) expect(found.speeds[i]).toSatisfy(near(speed));
  expect(found.impossibleLegs).toBe(expected.impossible_legs);
  expect(walkingSpeeds([0, 5, 5], [0, 0, 0], 2.5)).toMatchObject({ speeds: [Infinity, 0], impossibleLegs: 1 });
  expect(walkingSpeeds([0], [0], 2.5).status).toBe('insufficient_data');
});

test('SF-02 rounds that begin in one minute', () => {
  const { input, expected } = examples['safety.regular_start'];
  const found = startRegularity(input.start_minute_of_day);
  if (found.status !== 'ok') throw new Error(found.status);
  expect(found.sdMinutes).toSatisfy(near(expected.sd_min));
  expect(found.modeShare).toSatisfy(near(expected.mode_share));
  expect(startRegularity([480, 481]).status).toBe('insufficient_data');
});

test('SF-02 inspections that find nothing: the plain binomial is ten times too sure', () => {
  const { input, expected } = examples['safety.zero_finding_inspector'];
  const rate = input.peer_rate_findings_per_inspection;
  const found = fewFindings(rate, input.inspections, input.findings, 0.05);
  if (found.status !== 'ok') throw new Error(found.status);
  expect(found.pBinomial).toSatisfy(near(expected.p_binomial));
  expect(found.pBetaBinomial).toSatisfy(near(expected['p_with_beta_binomial_mean.12_rho.05']));
  expect(fewFindings(rate, 40, 40, 0.05)).toMatchObject({ pBinomial: 1, pBetaBinomial: expect.closeTo(1, 9) });
  expect(fewFindings(rate, 5, 0, 0.05).status).toBe('insufficient_data');
});

test('SF-03 rates of places drawn towards all of them', () => {
  const { input, expected } = examples['safety.gamma_poisson'];
  for (const [i, events] of input.events.entries()) {
    const found = placeRate(events, input.exposure[i]!, input.prior_shape, input.prior_rate, 1.5);
    expect(found.raw).toSatisfy(near(expected.raw[i]!));
    expect(found.shrunk).toSatisfy(near(expected.shrunk[i]!));
    expect(found.chanceAbove).toSatisfy(near(expected['P_rate_gt_1.5'][i]!));
  }
  expect(placeRate(0, 0, 2, 2, 1.5)).toMatchObject({ raw: null, shrunk: 1 });
});

test('SF-03 many events: Poisson alarms come too often', () => {
  const { input, expected } = examples['safety.negbin'];
  expect(countAtLeast(input.threshold, input.mean, input.size)).toSatisfy(near(expected.P_ge_8_negbin));
  expect(countAtLeastByChance(input.threshold, input.mean)).toSatisfy(near(expected.P_ge_8_poisson));
  expect(countAtLeast(input.threshold, input.mean, 1e7)).toBeCloseTo(expected.P_ge_8_poisson, 5);
});
