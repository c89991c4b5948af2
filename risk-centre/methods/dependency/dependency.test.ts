import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type FailedPart, fixFirst } from './fix-first.ts';
import { goesDown, type Part, partsOf } from './goes-down.ts';
import { chancesDown, weakPoints } from './weak-points.ts';

const part = (id: string, hourLossFen: number, ...needs: Part['needs']): Part => ({ id, hourLossFen, needs });

/** Two feeds, one transformer behind either, a chiller that needs both pumps, and what people notice. */
const building = partsOf([
  part('feed-a', 0),
  part('feed-b', 0),
  part('power', 0, { of: ['feed-a', 'feed-b'], atLeast: 1 }),
  part('pump-1', 0, { of: ['power'] }),
  part('pump-2', 0, { of: ['power'] }),
  part('cooling', 3_000, { of: ['pump-1', 'pump-2'] }),
  part('servers', 20_000, { of: ['power'] }, { of: ['cooling'] }),
  part('lifts', 5_000, { of: ['power'] }),
]);

test('what else goes down, in waves, and for want of what', () => {
  expect(goesDown(building, ['pump-1'])).toEqual({
    down: [
      { id: 'pump-1', wave: 0, want: [], hourLossFen: 0 },
      { id: 'cooling', wave: 1, want: ['pump-1'], hourLossFen: 3_000 },
      { id: 'servers', wave: 2, want: ['cooling'], hourLossFen: 20_000 },
    ],
    hourLossFen: 23_000,
  });
  expect(goesDown(building, ['feed-a']).down.map(({ id }) => id)).toEqual(['feed-a']);
  expect(goesDown(building, ['feed-a', 'feed-b']).hourLossFen).toBe(28_000);
  expect(goesDown(building, []).down).toEqual([]);
});

test('a loop that nothing failed reaches stays up; one that is reached goes down whole', () => {
  const loop = partsOf([part('a', 1, { of: ['b'] }), part('b', 1, { of: ['a'] }), part('c', 1)]);
  expect(goesDown(loop, ['c']).down).toHaveLength(1);
  expect(goesDown(loop, ['a']).down.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(() => partsOf([part('a', 1, { of: ['z'] })])).toThrow(RangeError);
  expect(() => partsOf([part('a', 1), part('b', 1, { of: ['a'], atLeast: 2 })])).toThrow(RangeError);
  expect(() => goesDown(loop, ['z'])).toThrow(RangeError);
});

test('what to fix first: not the quickest repair, but what the dear one waits for', () => {
  const found = fixFirst(building, [
    { id: 'lifts', repairHours: 1 },
    { id: 'pump-1', repairHours: 2 },
    { id: 'pump-2', repairHours: 1 },
  ]);
  // Lifts 5000 an hour against 23000 for three hours of pumps: 7667.
  expect(found.steps.map(({ id }) => id)).toEqual(['pump-1', 'pump-2', 'lifts']);
  expect(found.steps[1]).toEqual({
    id: 'pump-2',
    doneAfterHours: 3,
    comesBack: ['pump-2', 'cooling', 'servers'],
    hourLossFen: 5_000,
  });
  expect(found.lossFen).toBe(3 * 28_000 + 5_000);
  expect(found.proven).toBe(true);
});

/** Parts in layers, each needing some of those before it. */
const systems = fc
  .array(
    fc.record({
      loss: fc.integer({ min: 0, max: 1_000 }),
      needs: fc.array(fc.nat({ max: 30 }), { maxLength: 3 }),
      spare: fc.boolean(),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((rows) =>
    partsOf(
      rows.map(({ loss, needs, spare }, i) => {
        const of = [...new Set(needs.map((n) => n % Math.max(1, i)))].map((n) => `p${n}`);
        return part(`p${i}`, loss, ...(i === 0 || of.length === 0 ? [] : [spare ? { of, atLeast: 1 } : { of }]));
      }),
    ),
  );

test('more failures never bring anything back', () => {
  fc.assert(
    fc.property(systems, fc.array(fc.nat(), { maxLength: 5 }), fc.nat(), (parts, some, more) => {
      const ids = [...parts.keys()];
      const failed = some.map((n) => ids[n % ids.length]!);
      const less = new Set(goesDown(parts, failed).down.map(({ id }) => id));
      const all = new Set(goesDown(parts, [...failed, ids[more % ids.length]!]).down.map(({ id }) => id));
      expect(less.isSubsetOf(all)).toBe(true);
    }),
  );
});

test('no other order of repairs costs less; with everything repaired all is up', () => {
  const orders = (list: readonly FailedPart[]): FailedPart[][] =>
    list.length <= 1
      ? [[...list]]
      : list.flatMap((each) => orders(list.filter((one) => one !== each)).map((rest) => [each, ...rest]));
  fc.assert(
    fc.property(
      systems,
      fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 9 })), { maxLength: 4 }),
      (parts, some) => {
        const ids = [...parts.keys()];
        const failed = [...new Map(some.map(([n, repairHours]) => [ids[n % ids.length]!, repairHours]))].map(
          ([id, repairHours]) => ({ id, repairHours }),
        );
        const found = fixFirst(parts, failed);
        const cost = (order: readonly FailedPart[]) =>
          order.reduce(
            (sum, { repairHours }, i) =>
              sum +
              repairHours *
                goesDown(
                  parts,
                  order.slice(i).map(({ id }) => id),
                ).hourLossFen,
            0,
          );
        expect(found.lossFen).toBeCloseTo(Math.min(...orders(failed).map(cost)), 6);
        expect(found.steps.flatMap(({ comesBack }) => comesBack).toSorted()).toEqual(
          goesDown(
            parts,
            failed.map(({ id }) => id),
          )
            .down.map(({ id }) => id)
            .toSorted(),
        );
      },
    ),
    { numRuns: 60 },
  );
});

test('more failures than can be weighed: goal by goal, and it says so', () => {
  const shops = Array.from({ length: 15 }, (_, i) => [
    part(`feed-${i}`, 0),
    part(`shop-${i}`, 100 * (i + 1), { of: [`feed-${i}`] }),
  ]);
  const parts = partsOf(shops.flat());
  const failed = shops.map((_, i) => ({ id: `feed-${i}`, repairHours: 2 }));
  const found = fixFirst(parts, failed);
  expect(found.proven).toBe(false);
  expect(found.steps.map(({ id }) => id)).toEqual(failed.map(({ id }) => id).toReversed());
});

test('where prevention pays, and how likely each is down', () => {
  const mayFail = [
    { id: 'feed-a', probability: 0.2, repairHours: 4 },
    { id: 'feed-b', probability: 0.2, repairHours: 4 },
    { id: 'pump-1', probability: 0.05, repairHours: 10 },
    { id: 'lifts', probability: 0.1, repairHours: 2 },
  ];
  expect(weakPoints(building, mayFail).map(({ id, takes, expectedLossFen }) => [id, takes, expectedLossFen])).toEqual([
    ['pump-1', ['cooling', 'servers'], 0.05 * 10 * 23_000],
    ['lifts', [], 0.1 * 2 * 5_000],
    ['feed-a', [], 0],
    ['feed-b', [], 0],
  ]);
  const chances = chancesDown(building, mayFail, 4_000, 3);
  expect(chances.get('power')).toBeCloseTo(0.04, 1.5);
  expect(chances.get('servers')).toBeCloseTo(1 - 0.96 * 0.95, 1.5);
  expect(chances.get('pump-2')).toBe(chances.get('power'));
});
