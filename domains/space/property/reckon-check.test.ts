import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Dimension } from './contract.ts';
import { formulaOf, reckonCheck, whatIsWrong } from './reckon-check.ts';
import { dimensions } from './words.zh.ts';

const all = Object.keys(dimensions) as Dimension[];
const equal = Object.fromEntries(all.map((each) => [each, 1])) as Record<Dimension, number>;
const lines = { resultLine: 80, markLine: 60, leastShare: 0.5 };
const mark = (dimension: Dimension, points: number, note = '') => ({ dimension, mark: points, note });
const four: Dimension[] = ['building', 'order', 'cleaning', 'greening'];

test('the weighted mean of what was marked; what was not is not checked and never 0', () => {
  const it = reckonCheck(four, [mark('cleaning', 90), mark('order', 81)], { ...equal, cleaning: 2 }, lines);
  expect(it).toMatchObject({ result: 87, below: false, unmarked: ['building', 'greening'] });
  expect(formulaOf(it).zh).toBe('(公共秩序 81×1 + 保洁 90×2) ÷ 3 = 87；未考评：房屋管理、绿化');
});

test('too little marked gives no result, and a single low mark is to be put right all the same', () => {
  const it = reckonCheck(four, [mark('cleaning', 95)], equal, lines);
  expect(it).toMatchObject({ result: null, below: false });
  expect(formulaOf(it).zh).toMatch(/^考评项目不足/u);
  expect(reckonCheck(four, [mark('cleaning', 59)], equal, lines)).toMatchObject({ result: null, below: true });
  // What is marked has no weight: nothing to divide by.
  expect(reckonCheck(['cleaning'], [mark('cleaning', 95)], { ...equal, cleaning: 0 }, lines).result).toBeNull();
});

test('the line itself is not below it; what is below is told with its notes', () => {
  expect(reckonCheck(['order', 'cleaning'], [mark('order', 80), mark('cleaning', 80)], equal, lines).below).toBe(false);
  const it = reckonCheck(
    ['order', 'cleaning'],
    [mark('order', 90), mark('cleaning', 69.99, '三楼卫生间')],
    equal,
    lines,
  );
  expect(it).toMatchObject({ result: 80, below: false });
  const low = reckonCheck(['order', 'cleaning'], [mark('order', 90), mark('cleaning', 65, '三楼')], equal, lines);
  expect(whatIsWrong('2026-02', low, 80)).toBe('2026-02 考评结果 77.5 分，低于 80 分。保洁 65 分（三楼）');
  // One low mark in a good month.
  const one = reckonCheck(four, [...four.slice(1).map((each) => mark(each, 100)), mark('building', 59)], equal, lines);
  expect(one).toMatchObject({ result: 89.75, below: true });
  expect(whatIsWrong('2026-02', one, 80)).toBe('2026-02 考评：房屋管理 59 分');
});

test('a result lies between the lowest and the highest mark, in any order of the marks', () => {
  const marks = fc.uniqueArray(
    fc.record({ dimension: fc.constantFrom(...all), mark: fc.nat(100), note: fc.constant('') }),
    {
      selector: ({ dimension }) => dimension,
      minLength: 4,
    },
  );
  const weights = fc.tuple(...all.map(() => fc.integer({ min: 1, max: 9 })));
  fc.assert(
    fc.property(marks, weights, (given, some) => {
      const by = Object.fromEntries(all.map((each, n) => [each, some[n]!])) as Record<Dimension, number>;
      const { result } = reckonCheck(all, given, by, lines);
      const points = given.map((each) => each.mark);
      expect(result).toBeGreaterThanOrEqual(Math.min(...points));
      expect(result).toBeLessThanOrEqual(Math.max(...points));
      expect(reckonCheck(all, given.toReversed(), by, lines).result).toBe(result);
    }),
  );
});
