import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../id.ts';
import { library } from '../testing/library/library.ts';
import { house, policiesOff, type House, type Person } from '../testing/testing.ts';

let at: House;
let one: Person;
let other: Person;
let superuser: pg.Client;

beforeAll(async () => {
  at = await house({ rooms: [library], migrated: { name: 'library', roots: [library.folder] } });
  const staff = [{ role: 'staff', unit: at.ids.finance, below: false }];
  [one, other] = [at.with(staff), at.with(staff)];
  superuser = new pg.Client({ connectionString: at.urls.superuser });
  await superuser.connect();
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});

const keys = async (person: Person) => JSON.stringify(await person.read('kernel.preferences'));

test('SEC-AC-05 SEC-AC-17 what one keeps and what one was told is one’s own, even with the database’s policies off', async () => {
  await policiesOff(at.urls.superuser);
  await one.does('kernel.keep-preference', { key: 'columns', value: ['一号的列'] });
  await other.does('kernel.keep-preference', { key: 'columns', value: ['二号的列'] });
  expect(await keys(one)).toContain('一号的列');
  expect(await keys(one)).not.toContain('二号的列');

  // What one no longer wants is one's own alone.
  await one.does('kernel.keep-preference', { key: 'columns', value: null });
  expect(await keys(one)).not.toContain('一号的列');
  expect(await keys(other)).toContain('二号的列');

  const message = newId();
  await superuser.query(
    "insert into kernel.message (node_id, id, person_id, title, object_id, at) values (1, $1, $2, '{}', $1, now())",
    [message, one.actor.person],
  );
  await other.run('kernel.mark-read', { messages: [message] });
  const { rows } = await superuser.query('select read_at from kernel.message where id = $1', [message]);
  expect(rows).toEqual([{ read_at: null }]);
});
