import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyticHierarchy, judgementsOfSeveral } from './analytic-hierarchy.ts';
import { combinedScore, humanAdjustment } from './combined-score.ts';
import { blendedWeights, entropyWeights } from './entropy-weight.ts';
import { type Indicator, problemsOfTree } from './indicator-tree.ts';
import { kendallW, ranksOf } from './kendall-w.ts';
import { limitsOfAgreement, weightedKappa } from './man-and-machine.ts';
import { scaled } from './scale-indicator.ts';
import { rankIntervals } from './shared-grades.ts';
import { orderDegree } from './synergy-degree.ts';
import { topsis } from './topsis.ts';

test('EV-02 fixed bounds: more, less, and within a span; outside is cut off', () => {
  const more = { better: 'more', low: 50, high: 90 } as const;
  expect([40, 50, 60, 90, 200].map((value) => scaled(value, more))).toEqual([0, 0, 0.25, 1, 1]);
  expect(scaled(60, { ...more, better: 'less' })).toBe(0.75);
  const within = { better: 'within', low: 16, from: 20, to: 26, high: 28 } as const;
  expect([15, 18, 20, 24, 26, 27, 30].map((value) => scaled(value, within))).toEqual([0, 0.5, 1, 1, 1, 0.5, 0]);
  expect(() => scaled(1, { better: 'more', low: 2, high: 2 })).toThrow(RangeError);
  expect(() => scaled(Number.NaN, more)).toThrow(RangeError);
});

test('EV-03 a constant column has no weight; where all units are alike nothing is said', () => {
  expect(
    entropyWeights([
      [0.5, 1],
      [0.5, 0],
    ]),
  ).toMatchObject({ status: 'ok', weights: [0, 1] });
  expect(
    entropyWeights([
      [0.5, 0],
      [0.5, 0],
    ]).status,
  ).toBe('insufficient_data');
  expect(entropyWeights([[0.5]]).status).toBe('insufficient_data');
  expect(() => entropyWeights([[-1], [1]])).toThrow(RangeError);
});

test('EV-03 blended: of sum 1, and none above twice what was judged', () => {
  expect(blendedWeights([0.1, 0.4, 0.5], [1, 0, 0], 0.5)[0]).toBeCloseTo(0.2, 12);
  expect(() => blendedWeights([1], [1], 0.4)).toThrow(RangeError);
  const parts = fc.array(fc.tuple(fc.integer({ min: 1, max: 99 }), fc.nat(99)), { minLength: 2, maxLength: 7 });
  const share = (values: readonly number[]) => values.map((value) => value / values.reduce((a, b) => a + b, 0));
  fc.assert(
    fc.property(parts, fc.double({ min: 0.5, max: 1, noNaN: true }), (some, beta) => {
      fc.pre(some.some(([, entropy]) => entropy > 0));
      const judged = share(some.map(([weight]) => weight));
      const blended = blendedWeights(judged, share(some.map(([, entropy]) => entropy)), beta);
      expect(blended.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
      for (const [j, weight] of blended.entries()) expect(weight).toBeLessThanOrEqual(2 * judged[j]! + 1e-9);
    }),
  );
});

test('EV-04 judgements that agree give their weights back; those that run in a circle are told', () => {
  const weights = [0.5, 0.3, 0.2];
  const found = analyticHierarchy(weights.map((row) => weights.map((column) => row / column)));
  for (const [i, weight] of weights.entries()) expect(found.weights[i]).toBeCloseTo(weight, 10);
  expect(found.consistencyRatio).toBeCloseTo(0, 10);
  const circle = [
    [1, 5, 1 / 5],
    [1 / 5, 1, 5],
    [5, 1 / 5, 1],
  ];
  expect(analyticHierarchy(circle).isConsistent).toBe(false);
  expect(analyticHierarchy([[1]]).weights).toEqual([1]);
  expect(() =>
    analyticHierarchy([
      [1, 2],
      [2, 1],
    ]),
  ).toThrow('reciprocal');
  const both = judgementsOfSeveral([
    [
      [1, 2],
      [0.5, 1],
    ],
    [
      [1, 8],
      [0.125, 1],
    ],
  ]);
  expect(both[0]![1]).toBeCloseTo(4, 12);
  expect(both[1]![0]).toBeCloseTo(0.25, 12);
});

test('EV-05 with fixed points a unit that joins moves nobody; without them it may', () => {
  const rows = [
    [0.2, 80],
    [0.9, 30],
    [0.6, 60],
  ];
  const [more, weights] = [
    [true, true],
    [0.6, 0.4],
  ];
  const ideal = { best: [1, 100], worst: [0, 0] };
  const own = topsis(rows, more, weights, ideal);
  const joined = topsis([...rows, [5, 1]], more, weights, ideal);
  expect(joined.slice(0, 3)).toEqual(own);
  expect(topsis([...rows, [5, 1]], more, weights)[0]).not.toEqual(topsis(rows, more, weights)[0]);
  expect(topsis([[1, 1]], more, weights)[0]!.closeness).toBeNull();
});

test('EV-05 what the weights cannot tell apart shares a grade', () => {
  const rows = [
    [0.9, 0.9, 0.9],
    [0.62, 0.5, 0.5],
    [0.5, 0.62, 0.5],
    [0.1, 0.1, 0.1],
  ];
  const scores = (weights: readonly number[]) =>
    rows.map((row) => row.reduce((sum, value, j) => sum + value * weights[j]!, 0));
  const found = rankIntervals([0.34, 0.33, 0.33], scores);
  expect(found.map(({ grade }) => grade)).toEqual([1, 2, 2, 3]);
  expect(found[0]).toMatchObject({ from: 1, to: 1 });
  expect(found[1]).toMatchObject({ from: 2, to: 3 });
  expect(rankIntervals([0.34, 0.33, 0.33], scores)).toEqual(found);
});

test('EV-08 one order by all is 1; marks become ranks; a panel without a common view is told', () => {
  expect(
    kendallW([
      [1, 2, 3],
      [1, 2, 3],
    ]),
  ).toMatchObject({ w: 1, hasCommonView: true });
  expect(
    kendallW([
      [1, 2, 3],
      [3, 2, 1],
    ]),
  ).toMatchObject({ w: 0, hasCommonView: false });
  expect(
    kendallW([
      [2, 2, 2],
      [2, 2, 2],
    ]).status,
  ).toBe('insufficient_data');
  expect(kendallW([[1, 2, 3]]).status).toBe('insufficient_data');
  expect(() =>
    kendallW([
      [1, 1, 1],
      [1, 2, 3],
    ]),
  ).toThrow(RangeError);
  expect(ranksOf([90, 70, 90, 60])).toEqual([1.5, 3, 1.5, 4]);
});

test('EV-08 kappa of full agreement is 1, of one grade nothing; two columns that correlate may still differ', () => {
  expect(
    weightedKappa(
      [
        [3, 0],
        [0, 4],
      ],
      'linear',
    ),
  ).toMatchObject({ kappa: 1 });
  expect(
    weightedKappa(
      [
        [3, 0],
        [0, 0],
      ],
      'linear',
    ).status,
  ).toBe('insufficient_data');
  expect(limitsOfAgreement([80, 70, 60], [70, 60, 50])).toMatchObject({ bias: 10, low: 10, high: 10 });
  expect(limitsOfAgreement([1], [1]).status).toBe('insufficient_data');
});

test('EV-09 the score lies between both and nearer to the surer one; far apart both sides are asked', () => {
  const machine = { score: 78, sd: 4 };
  expect(combinedScore(machine, { mean: 60, sd: 0, raters: 9 })).toMatchObject({ needsReview: true });
  expect(combinedScore(machine, { mean: 78, sd: 6, raters: 5 }, -2).needsReview).toBe(true);
  expect(combinedScore(machine, { mean: 70, sd: 0, raters: 9 }).sd).toBeLessThan(2);
  expect(() => combinedScore({ score: 1, sd: 0 }, { mean: 1, sd: 1, raters: 1 })).toThrow(RangeError);
  expect(humanAdjustment(78, 72, 10)).toEqual({ applied: 72, needsSecondPerson: false });
  expect(humanAdjustment(78, 60, 10).applied).toBeCloseTo(70.2, 12);
});

test('EV-10 order degrees: less may be better, a product falls to 0 with one part, and nothing lies outside its bounds', () => {
  const parameter = { value: 2, low: 0, high: 10, weight: 0.5 };
  expect(orderDegree([parameter, { ...parameter, lessIsBetter: true }])).toBeCloseTo(0.5, 12);
  expect(orderDegree([parameter, { ...parameter, value: 0 }], 'geometric')).toBe(0);
  expect(() => orderDegree([{ ...parameter, value: 11 }])).toThrow(RangeError);
});

test('EV-01 M10 a tree with what counts clicks, weights that are not whole, or too much under a node is not adopted', () => {
  const indicator = (id: string, more: Partial<Indicator> = {}): Indicator => ({
    id,
    title: { zh: '按时办结率', en: 'Closed in time' },
    definition: { zh: '期限内办结件数除以应办结件数', en: 'Closed within their time of those due' },
    scale: { better: 'more', low: 0.6, high: 1 },
    weight: 0.5,
    owner: 'service-lead',
    source: 'native',
    ...more,
  });
  const node = (...parts: Indicator[]) => ({ id: 'service', title: { zh: '服务', en: 'Service' }, weight: 1, parts });
  expect(problemsOfTree(node(indicator('a'), indicator('b')))).toEqual([]);
  const clicks = { title: { zh: '系统点击量', en: 'Clicks' } };
  expect(problemsOfTree(node(indicator('a'), indicator('b', clicks)))).toMatchObject([{ id: 'b' }]);
  expect(problemsOfTree(node(indicator('a'), indicator('b', { weight: 0.4, owner: '' })))).toMatchObject([
    { id: 'service' },
    { id: 'b' },
  ]);
  const many = Array.from({ length: 8 }, (_, i) => indicator(`${i}`, { weight: 1 / 8 }));
  expect(problemsOfTree(node(...many))).toMatchObject([{ says: { en: '8 below it, at most 7' } }]);
  expect(problemsOfTree(node())).toMatchObject([{ id: 'service' }]);
});
