import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SpeedFix, stretchesOver } from './over-speed.ts';

const road = { kmh: 120, fence: null };
const rules = { atLeastS: 30, gapS: 120 };
const at = (seconds: number, kmh: number | null): SpeedFix => ({ at: seconds * 1000, kmh });
const over = (fixes: readonly SpeedFix[]) => stretchesOver(fixes, () => road, rules);

test('a stretch lasts from its first fix above the limit to its last', () => {
  expect(over([at(0, 100), at(10, 130), at(30, 141), at(50, 125), at(60, 110)])).toEqual([
    { from: 10_000, to: 50_000, seconds: 40, mostKmh: 141, limit: road },
  ]);
});

test('the limit itself, one fix alone, a moment too short, and a speed that is not told are nothing', () => {
  expect(over([at(0, 120), at(60, 120)])).toEqual([]);
  expect(over([at(0, 100), at(30, 180), at(60, 100)])).toEqual([]);
  expect(over([at(0, 130), at(29, 130)])).toEqual([]);
  expect(over([at(0, 130), at(20, null), at(40, 130)])).toEqual([]);
});

test('fixes far apart, or under different limits, are not one stretch', () => {
  expect(over([at(0, 130), at(121, 130)])).toEqual([]);
  const school = { kmh: 30, fence: 'school' };
  const fixes = [at(0, 130), at(40, 130), at(50, 131), at(90, 131)];
  const found = stretchesOver(fixes, (fix) => (fix.at < 45_000 ? road : school), rules);
  expect(found.map(({ seconds, limit }) => [seconds, limit.fence])).toEqual([
    [40, null],
    [40, 'school'],
  ]);
});

test('no stretch holds a fix within the limit, and none is shorter than asked', () => {
  const anyFixes = fc
    .array(fc.record({ step: fc.integer({ min: 1, max: 200 }), kmh: fc.option(fc.integer({ min: 0, max: 200 })) }))
    .map((steps) => {
      let now = 0;
      return steps.map(({ step, kmh }) => at((now += step), kmh));
    });
  const holds = fc.property(anyFixes, (fixes) =>
    over(fixes).every(
      ({ from, to, seconds, mostKmh }) =>
        seconds >= 30 &&
        mostKmh > 120 &&
        fixes.filter((fix) => fix.at >= from && fix.at <= to).every(({ kmh }) => kmh !== null && kmh > 120),
    ),
  );
  expect(fc.check(holds, { numRuns: 300 })).toMatchObject({ failed: false });
});
