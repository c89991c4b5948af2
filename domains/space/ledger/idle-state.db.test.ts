import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { house, type House } from '@opengoa/kernel/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { aBuilding, aRoom } from '../testing/given.ts';

/** What stood vacant before the house’s own rooms were in use, and what the migration makes of it under the walls. */

let at: House;
beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date('2026-03-05T09:00:00+08:00') });
});
afterAll(() => at?.close());

test('plant that stood vacant is in use, an office stays vacant, and the walls stand again', async () => {
  const clerk = at.with([{ role: 'space-clerk', unit: at.ids.city, below: true }], { unit: at.ids.bureau });
  const building = await aBuilding(clerk, at.ids.bureau, { name: '主楼' });
  await aRoom(clerk, building, { number: '301' });
  await aRoom(clerk, building, { floor: -1, number: 'B01', use: 'equipment-power' });
  const superuser = new pg.Client({ connectionString: at.urls.superuser });
  const owner = new pg.Client({ connectionString: at.urls.owner });
  await Promise.all([superuser.connect(), owner.connect()]);
  try {
    await superuser.query(`alter table space.room drop constraint room_idle`);
    await superuser.query(`update space.room set state = 'vacant'`);
    const text = readFileSync(join(space.folder, 'migrations', '0053-in-use-for-the-house.sql'), 'utf8');
    await owner.query('begin');
    await owner.query(/^alter table[^]*?(?=\n-- The state says it)/m.exec(text)![0]);
    await owner.query('commit');
    const { rows } = await superuser.query(`select number, state from space.room order by number`);
    expect(rows).toEqual([
      { number: '301', state: 'vacant' },
      { number: 'B01', state: 'in-use' },
    ]);
    const walls = await superuser.query(
      `select relforcerowsecurity as forced from pg_class where oid = 'space.room'::regclass`,
    );
    expect(walls.rows).toEqual([{ forced: true }]);
  } finally {
    await Promise.all([superuser.end(), owner.end()]);
  }
});
