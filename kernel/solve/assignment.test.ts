import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assign } from './assign-apart.ts';
import { assignAtOnce, type Costs, costsOf } from './assignment.ts';

const costs = (rows: readonly (readonly number[])[]): Costs => ({
  rows: rows.length,
  columns: rows[0]?.length ?? 0,
  values: Float64Array.from(rows.flat()),
});

/** By trying all. */
function cheapest(rows: readonly (readonly number[])[], taken = new Set<number>(), i = 0): number {
  if (i === rows.length) return 0;
  return Math.min(
    ...rows[i]!.flatMap((cost, j) => (taken.has(j) ? [] : [cost + cheapest(rows, new Set([...taken, j]), i + 1)])),
  );
}

describe('assignment', () => {
  test('the worked example space.assignment: four idle things, three requests, cost 9', () => {
    const found = assignAtOnce(
      costs([
        [4, 9, 7],
        [6, 3, 8],
        [5, 6, 2],
        [9, 4, 6],
      ]),
    );
    expect([...found.columnOf]).toEqual([0, 1, 2, -1]);
    expect(found.total).toBe(9);
  });

  test('nothing to assign, one pair, equal costs', () => {
    expect(assignAtOnce({ rows: 0, columns: 0, values: new Float64Array() }).total).toBe(0);
    expect([...assignAtOnce({ rows: 2, columns: 0, values: new Float64Array() }).columnOf]).toEqual([-1, -1]);
    expect(assignAtOnce(costs([[7]]))).toMatchObject({ total: 7 });
    expect(
      assignAtOnce(
        costs([
          [1, 1, 1],
          [1, 1, 1],
          [1, 1, 1],
        ]),
      ).total,
    ).toBe(3);
    expect(assignAtOnce(costs([[3], [1], [2]])).total).toBe(1);
  });

  test('costs that are not finite, or too few, are no costs', () => {
    expect(() => assignAtOnce(costs([[1, Infinity]]))).toThrow('finite');
    expect(() => assignAtOnce({ rows: 2, columns: 2, values: new Float64Array(3) })).toThrow('as many');
  });

  test('as cheap as trying all of them, square, wide and high, with fractions and below zero', () => {
    const cost = fc.oneof(fc.integer({ min: -5, max: 5 }), fc.double({ min: -1, max: 1, noNaN: true }));
    const table = fc
      .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
      .chain(([n, m]) => fc.array(fc.array(cost, { minLength: m, maxLength: m }), { minLength: n, maxLength: n }));
    fc.assert(
      fc.property(table, (rows) => {
        const { columnOf, total } = assignAtOnce(costs(rows));
        const pairs = [...columnOf].filter((column) => column >= 0);
        expect(pairs).toHaveLength(Math.min(rows.length, rows[0]!.length));
        expect(new Set(pairs).size).toBe(pairs.length);
        const across = rows[0]!.map((_, j) => rows.map((row) => row[j]!));
        expect(total).toBeCloseTo(cheapest(rows.length <= rows[0]!.length ? rows : across), 9);
      }),
      { numRuns: 300 },
    );
  });

  test('costs that differ by next to nothing do not keep rows pushing each other out', () => {
    // Three rows at two columns of the same price but for a hundred-quadrillionth: lowered by so little, it would take years.
    const rows = [
      [1e-10, 1, 1e-17, 1e-300],
      [1, 0.00001, 2e-16, 5e-17],
      [1, 0.00001, 5e-17, 1e-17],
    ];
    expect(assignAtOnce(costs(rows)).total).toBeCloseTo(cheapest(rows), 15);
  });

  test('a large one goes to a thread: the same answer, from memory of both sides; it can be cancelled, and what fails there is told', async () => {
    const large = costsOf(200, 300);
    for (let k = 0; k < large.values.length; k += 1) large.values[k] = (k * 7919) % 1009;
    expect((await assign(large)).total).toBe(assignAtOnce(large).total);
    const stop = new AbortController();
    const running = assign(large, { signal: stop.signal });
    stop.abort(new Error('no longer wanted'));
    await expect(running).rejects.toThrow('no longer wanted');
    large.values[5] = NaN;
    await expect(assign(large)).rejects.toThrow('finite');
  });
});
