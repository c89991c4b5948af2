import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import { house, type House } from '../testing/testing.ts';
import { totalOf } from './list-total.ts';
import { reading } from './run-read.ts';

let at: House;
beforeAll(async () => {
  at = await house({ rooms: [] });
});
afterAll(() => at?.close());

/** The total of so many rows. */
const total = (rows: number, searched: boolean) =>
  reading(at.kernel, { actor: at.as('周敏').actor, who: ['staff'], room: 'kernel' }, (tx: Tx) =>
    totalOf(tx, {
      view: sql`generate_series(1, ${rows}::int) as g (n)`,
      where: sql`n > 0`,
      question: 'q',
      searched,
      summed: [],
    }).then((told) => told.total),
  );

test('up to ten thousand rows are counted, what is searched for up to a thousand, and more than that is said', async () => {
  expect(await total(10_000, false)).toEqual({ count: 10_000, exact: true });
  expect(await total(10_001, false)).toMatchObject({ exact: false });
  expect(await total(1_000, true)).toEqual({ count: 1_000, exact: true });
  expect(await total(1_001, true)).toEqual({ count: 1_000, exact: false, atLeast: true });
});

test('sums are of all that was counted, and none are told of more than that', async () => {
  const told = (rows: number) =>
    reading(at.kernel, { actor: at.as('周敏').actor, who: ['staff'], room: 'kernel' }, (tx: Tx) =>
      totalOf(tx, {
        view: sql`generate_series(1, ${rows}::int) as g (n)`,
        where: sql`n > 1`,
        question: 'q',
        searched: false,
        summed: ['n'],
      }),
    );
  expect(await told(10)).toEqual({ total: { count: 9, exact: true }, sums: { n: 54 } });
  expect(await told(10_002)).toMatchObject({ total: { exact: false } });
  expect(await told(10_002)).not.toHaveProperty('sums');
});
