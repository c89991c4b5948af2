import { expect, test } from 'vitest';
import { scanBursts } from './scan-bursts.ts';

const each = (count: number, seconds: number, place = 'p') =>
  Array.from({ length: count }, (_, n) => ({ place, at: n * seconds * 1000 }));

test('SA-08 two hundred within ten minutes of one place are told, the same spread over an hour are not', () => {
  expect(scanBursts(each(200, 3), 200, 10)).toEqual([{ place: 'p', scans: 200, from: 0, to: 597_000 }]);
  expect(scanBursts(each(200, 18), 200, 10)).toEqual([]);
  expect(scanBursts(each(199, 3), 200, 10)).toEqual([]);
});

test('places do not add up, and the order of sending plays no part', () => {
  expect(scanBursts([...each(120, 3), ...each(120, 3, 'q')], 200, 10)).toEqual([]);
  expect(scanBursts(each(240, 3).toReversed(), 200, 10)[0]!.scans).toBe(201);
});
