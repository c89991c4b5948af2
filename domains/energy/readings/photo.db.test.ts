import { newId } from '@opengoa/kernel';
import pg from 'pg';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aMeterAt, code, hour } from '../testing/given.ts';

let at: House;
let behind: pg.Client;
beforeAll(async () => {
  at = await house({ rooms: [energy] });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

/** A photo as the upload point leaves it: stored, and nobody's yet. */
async function photo(unit: string, scan = 'unscanned'): Promise<string> {
  const id = newId();
  await behind.query(
    `insert into kernel.file (node_id, id, unit_id, person_id, point, name, media_type, bytes, sha256, scan, stored_at)
     values (1, $1, $2, $3, 'energy.meter-photo', '表.jpg', 'image/jpeg', 10, repeat('0', 64), $4, now())`,
    [id, unit, newId(), scan],
  );
  return id;
}

test('a reading by hand takes its photo for the meter; one that is another’s, infected or taken is not found, and nothing is read', async () => {
  const clerk = at.as('钱能耗');
  const register = { reads: 'register', intervalMinutes: null };
  const [meter, other] = [await aMeterAt(at, at.ids.bureau, register), await aMeterAt(at, at.ids.bureau, register)];
  const mine = await photo(at.ids.bureau);
  const answer = await clerk.does('energy.read-meter', { meter, value: 100, at: hour(0), photos: [mine] });
  expect(await clerk.read('energy.meter', { id: meter })).toMatchObject({
    lastRegister: { value: 100, photos: [mine] },
  });
  const { rows } = await behind.query(
    `select f.object_id, (select body::jsonb -> 'photos' from kernel.fact where id = $2) as told from kernel.file f where id = $1`,
    [mine, answer.facts[0]!.id],
  );
  expect(rows).toEqual([{ object_id: meter, told: [mine] }]);
  for (const bad of [mine, await photo(at.ids.bureau, 'infected'), newId()])
    expect(code(await clerk.run('energy.read-meter', { meter: other, value: 5, at: hour(0), photos: [bad] }))).toBe(
      'not-found',
    );
  const elsewhere = at.with([{ role: 'clerk', unit: at.ids.financeOffice, below: false }], {
    unit: at.ids.financeOffice,
  });
  const theirs = await aMeterAt(at, at.ids.financeOffice, register);
  const foreign = await photo(at.ids.county);
  expect(
    code(await elsewhere.run('energy.read-meter', { meter: theirs, value: 5, at: hour(0), photos: [foreign] })),
  ).toBe('not-found');
  expect(
    (await behind.query('select count(*)::int as n from energy.register where meter_id = any ($1)', [[other, theirs]]))
      .rows,
  ).toEqual([{ n: 0 }]);
  expect(code(await clerk.run('energy.read-meter', { meter: other, value: 5, at: hour(0) }))).toBe('done');
});
