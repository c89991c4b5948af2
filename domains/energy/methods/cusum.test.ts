import { describe, expect, test } from 'vitest';
import { cusum, driftEpisodes, preWhiten, residualScale } from './cusum.ts';
import { examples, near, found, mulberry32 } from './worked-examples.ts';

test('the path and the alarm are those of the worked example', () => {
  const { input, expected } = examples['energy.cusum'];
  const path = cusum(input.z, { k: input.k, h: input.h });
  expected.path.forEach((s, i) => expect(path.over[i]).toSatisfy(near(s)));
  expect(path.firstAlarm).toBe(expected.first_alarm_index0);
});

describe('episodes', () => {
  const quiet = Array.from({ length: 30 }, () => 0);
  const lifted = [
    ...quiet,
    ...Array.from({ length: 20 }, () => 2),
    ...Array.from({ length: 60 }, () => -0.5),
    ...quiet,
  ];

  test('run from the last zero to the return under half the alarm level', () => {
    const [episode, ...more] = driftEpisodes(cusum(lifted));
    expect(more).toEqual([]);
    expect(episode).toMatchObject({ side: 'over', from: 30, open: false });
    expect(episode!.alarmAt).toBe(33);
    expect(episode!.toExclusive).toBe(50 + 27);
  });

  test('stay open while the sum is high, and come from below too', () => {
    const fallen = [...quiet, ...Array.from({ length: 10 }, () => -3)];
    expect(driftEpisodes(cusum(fallen))).toMatchObject([{ side: 'under', open: true, toExclusive: 40 }]);
  });

  test('a missing day changes nothing', () => {
    expect(cusum([1, null, 1], { k: 0.5, h: 5 }).over).toEqual([0.5, 0.5, 1]);
  });
});

/** Normal values by Box–Muller, each carrying `rho` of the one before. */
function correlated(rho: number, n: number, seed: number): number[] {
  const random = mulberry32(seed);
  const values: number[] = [];
  let last = 0;
  for (let i = 0; i < n; i++) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    last = rho * last + Math.sqrt(1 - rho * rho) * normal;
    values.push(last);
  }
  return values;
}

/** Mean days to the first false alarm upwards, over many restarts. */
function meanDaysToFalseAlarm(rho: number, whiten: boolean): number {
  const values = correlated(rho, 200_000, 9);
  const series = whiten ? preWhiten(values, rho) : values;
  let alarms = 0;
  let s = 0;
  for (const z of series) {
    s = Math.max(0, s + z! - 0.5);
    if (s > 5) {
      alarms += 1;
      s = 0;
    }
  }
  return series.length / alarms;
}

test('correlation makes false alarms ten times as frequent, and pre-whitening takes that back', () => {
  expect(meanDaysToFalseAlarm(0, false)).toBeGreaterThan(800);
  expect(meanDaysToFalseAlarm(0.6, false)).toBeLessThan(120);
  expect(meanDaysToFalseAlarm(0.3, true)).toBeGreaterThan(800);
  expect(meanDaysToFalseAlarm(0.6, true)).toBeGreaterThan(800);
});

test('a meter with 119 days, or without any spread, gets no scale', () => {
  const days = correlated(0.4, 400, 2);
  expect(residualScale(days.slice(0, 119)).status).toBe('insufficient_data');
  expect(residualScale(days.map(() => 1)).status).toBe('insufficient_data');
  const scale = found(residualScale(days));
  expect(scale.spreadKwh).toBeGreaterThan(0.8);
  expect(scale.spreadKwh).toBeLessThan(1.2);
  expect(scale.lagOneCorrelation).toBeCloseTo(0.4, 1);
});

test('what leans on itself for weeks is seen by the long run and not by lag one', () => {
  const days = correlated(0.5, 2_000, 4);
  const ofOne = found(residualScale(days));
  expect(ofOne.longRunCorrelation).toBeCloseTo(0.5, 1);
  // A level that moves slowly, half hidden by noise of its own.
  const slow = correlated(0.97, 2_000, 5);
  const mixed = found(residualScale(correlated(0, 2_000, 6).map((noise, i) => noise + slow[i]!)));
  expect(mixed.lagOneCorrelation).toBeLessThan(0.6);
  expect(mixed.longRunCorrelation).toBeGreaterThan(0.8);
  expect(mixed.rmseKwh).toBeGreaterThan(1.2);
});
