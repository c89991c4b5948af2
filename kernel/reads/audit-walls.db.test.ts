import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Grant } from '../actor.ts';
import { sql } from '../database/sql.ts';
import { library } from '../testing/library/library.ts';
import { house, type House } from '../testing/testing.ts';
import { reading } from './run-read.ts';

let at: House;
beforeAll(async () => {
  at = await house({ rooms: [library], migrated: { name: 'library', roots: [library.folder] } });
  for (const unit of [at.ids.finance, at.ids.countyFinance])
    await at.with([{ role: 'clerk', unit, below: true }], { unit }).does('library.shelve-book', { unit, title: '书' });
});
afterAll(() => at?.close());

/** The units whose facts the database shows to somebody with these rights, behind a door for these. */
const seen = (grants: readonly Grant[], who: readonly string[]): Promise<string[]> =>
  reading(at.kernel, { actor: at.with(grants, { unit: at.ids.finance }).actor, who, room: 'kernel' }, async (tx) => {
    const rows = await tx.rows<{ unit: string }>(
      sql`select distinct unit_id as unit from kernel.fact where type = 'library.BookShelved'`,
    );
    return rows.map(({ unit }) => unit);
  });

test('SEC-AC-02 only the audit officer of the whole tree sees every fact, and only behind a door for audit', async () => {
  const { province, county, finance, countyFinance } = at.ids;
  const everywhere = { role: 'audit-admin', unit: province, below: true };
  expect((await seen([everywhere], ['audit-admin'])).toSorted()).toEqual([finance, countyFinance].toSorted());
  // A part of the tree: that part.
  expect(await seen([{ role: 'audit-admin', unit: county, below: true }], ['audit-admin'])).toEqual([countyFinance]);
  // The top alone, without what lies below: the top alone.
  expect(await seen([{ role: 'audit-admin', unit: province, below: false }], ['audit-admin'])).toEqual([]);
  // Another right over the whole tree lends audit nothing.
  const clerk = { role: 'clerk', unit: finance, below: false };
  expect(await seen([clerk, { role: 'driver', unit: province, below: true }], ['clerk', 'audit-admin'])).toEqual([
    finance,
  ]);
  // And audit lends nothing to a door for others.
  expect(await seen([clerk, everywhere], ['clerk'])).toEqual([finance]);
});
