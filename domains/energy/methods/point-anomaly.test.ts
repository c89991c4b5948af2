import { describe, expect, test } from 'vitest';
import { pointAnomalies, registerAnomalies, valueChanges, withoutAnomalies } from './point-anomaly.ts';
import { examples, near, mulberry32 } from './worked-examples.ts';

const random = mulberry32(4);
const normal: readonly number[] = Array.from(
  { length: 400 },
  (_, i) => 20 + 10 * Math.sin(i / 4) + Math.round(random() * 500) / 100,
);
const withRun = (value: number, length: number, at = 100): number[] =>
  normal.map((kwh, i) => (i >= at && i < at + length ? value : kwh));
const rules = (values: readonly (number | null)[], settings = {}): string[] =>
  pointAnomalies(values, settings).map((a) => a.rule);

test('value changes are those of the worked example', () => {
  const { input, expected } = examples['energy.value_change'];
  valueChanges(input.x, input.t, input.shifts).forEach((change, i) => {
    expect(change.difference).toSatisfy(near(expected.diff[i]!));
    expect(change.ratio).toSatisfy(near(expected.ratio_plus1[i]!));
  });
});

describe('documentary rules', () => {
  test('a normal meter is left alone', () => expect(rules(normal)).toEqual([]));
  test('a negative reading', () =>
    expect(pointAnomalies(withRun(-3, 1))).toEqual([{ rule: 'negative', from: 100, toExclusive: 101, value: -3 }]));
  test('eleven equal readings pass, twelve are stuck', () => {
    expect(rules(withRun(17.3, 11))).toEqual([]);
    expect(rules(withRun(17.3, 12))).toEqual(['stuck']);
  });
  test('a circuit that is always constant is not stuck', () => {
    expect(rules(Array.from({ length: 400 }, (_, i) => (i % 40 < 30 ? 5 : 6)))).toEqual([]);
  });
  test('a day of zeros is a dead meter, half a day is not', () => {
    expect(rules(withRun(0, 23))).toEqual([]);
    expect(pointAnomalies(withRun(0, 24))).toEqual([{ rule: 'dead-meter', from: 100, toExclusive: 124, value: 0 }]);
  });
  test('a short zero counts only in occupied hours', () => {
    expect(rules(withRun(0, 2), { occupiedAt: (i: number) => i === 101 })).toEqual(['zero-in-occupied-hours']);
    expect(rules(withRun(0, 2), { occupiedAt: () => false })).toEqual([]);
  });
  test('a meter that is often at zero is not judged by its zeros', () => {
    const pump = Array.from({ length: 400 }, (_, i) =>
      i % 10 < 4 || (i > 200 && i < 230) ? 0 : 20 + (i % 7) + random(),
    );
    expect(rules(pump, { occupiedAt: () => true })).toEqual([]);
  });
  test('a step up and back by the multiplier', () => {
    const steady = normal.map(() => 10 + random());
    expect(
      rules(
        steady.map((kwh, i) => (i === 50 ? 60 * kwh : kwh)),
        { multiplier: 60 },
      ),
    ).toEqual(['multiplier-jump']);
    expect(
      rules(
        steady.map((kwh, i) => (i === 50 ? 30 * kwh : kwh)),
        { multiplier: 60 },
      ),
    ).toEqual([]);
  });
});

test('a six-digit register that starts again overflowed, one that falls in the middle did not', () => {
  expect(registerAnomalies([999_800, null, 120, 300], 1_000_000).map((a) => a.rule)).toEqual(['register-overflow']);
  expect(registerAnomalies([5400, 5390, 5500], 1_000_000)).toEqual([
    { rule: 'register-falls', from: 1, toExclusive: 2, value: 5390 },
  ]);
});

test('what was named becomes missing, and nothing else', () => {
  const values = withRun(0, 24);
  const clean = withoutAnomalies(values, pointAnomalies(values));
  expect(clean.filter((kwh) => kwh === null)).toHaveLength(24);
  expect(clean.slice(0, 100)).toEqual(normal.slice(0, 100));
});
