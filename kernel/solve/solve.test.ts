import { describe, expect, test } from 'vitest';
import { brokenBy, draftProgram, objectiveOf, type Program, solve, solveProgram } from './solve.ts';

/** Things into a bag: the dearest that fit. */
function bag(worth: readonly number[], weight: readonly number[], room: number, whole = true): Program {
  const draft = draftProgram();
  const columns = worth.map((each) => draft.column({ cost: -each, whole }));
  draft.row(
    columns.map((column, i) => [column, weight[i]!]),
    { to: room },
  );
  return draft.done();
}

/** Many bags over many things: nothing that is proved in a moment. */
function hard(): Program {
  const draft = draftProgram();
  let state = 1;
  const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  const columns = Array.from({ length: 300 }, () => draft.column({ cost: -100 - Math.floor(900 * random()) }));
  for (let row = 0; row < 60; row += 1)
    draft.row(
      columns.map((column) => [column, 1 + Math.floor(999 * random())]),
      { to: 40_000 },
    );
  return draft.done();
}

describe('solve', () => {
  test('a program of whole numbers is proved: values, cost, bound and no gap; the thread answers the same', async () => {
    const program = bag([10, 13, 7], [3, 4, 2], 6);
    const here = await solveProgram(program, null, 5);
    expect(here).toMatchObject({ values: [0, 1, 1], gap: 0, bound: -20, cutShort: false, infeasible: false });
    expect(objectiveOf(program, here.values)).toBe(-20);
    expect(brokenBy(program, here.values)).toBe(0);
    expect(brokenBy(program, [1, 1, 1])).toBe(3);
    expect(await solve(program, new Float64Array(3), 5)).toEqual(here);
  });

  test('without whole numbers it is a linear one, whose cost is a bound of the other', async () => {
    const found = await solveProgram(bag([10, 13, 7], [3, 4, 2], 6, false), null, 5);
    expect(found).toMatchObject({ gap: 0, cutShort: false });
    expect(found.bound).toBeCloseTo(-20.25, 6);
  });

  test('what cannot be is told, and an empty program is done', async () => {
    const draft = draftProgram();
    const one = draft.column({ cost: 1 });
    draft.row([[one, 1]], { from: 2 });
    expect(await solve(draft.done(), null, 5)).toMatchObject({ infeasible: true, values: [] });
    expect(await solve(draftProgram().done(), null, 5)).toMatchObject({ gap: 0, infeasible: false });
  });

  test('a long search tells how far it is, ends when cancelled, and answers with the best until then', async () => {
    const program = hard();
    const stop = new AbortController();
    const steps: number[] = [];
    const begin = performance.now();
    const found = await solve(program, null, 60, {
      signal: stop.signal,
      progress({ bound, cost }) {
        if (bound === null || cost === null) return;
        steps.push(bound);
        stop.abort();
      },
    });
    expect(performance.now() - begin).toBeLessThan(20_000);
    expect(steps.length).toBeGreaterThan(0);
    expect(found.cutShort).toBe(true);
    expect(found.values).toHaveLength(300);
    expect(brokenBy(program, found.values)).toBeLessThan(1e-6);
    expect(found.bound!).toBeLessThanOrEqual(objectiveOf(program, found.values));
  });

  test('the time ends a search; a wide enough gap does so as well', async () => {
    const program = hard();
    const short = await solve(program, new Float64Array(300), 0.3);
    expect(short).toMatchObject({ cutShort: true, infeasible: false });
    expect(brokenBy(program, short.values)).toBeLessThan(1e-6);
    const near = await solve(program, null, 30, { enoughGap: 0.2 });
    expect(near.cutShort).toBe(false);
    expect(near.gap!).toBeLessThanOrEqual(0.2);
  });
});
