import { afterAll, expect, test } from 'vitest';
import { withClient } from '../../host/postgres/prepare-roles.ts';
import { freshDatabase } from './database.ts';

let made = 0;
const prepare = async (ownerUrl: string) => {
  made += 1;
  await withClient(ownerUrl, (client) =>
    client.query('create table book (title text); insert into book values ($$史记$$)'),
  );
};
const first = await freshDatabase({ template: 'lending library', prepare });
const second = await freshDatabase({ template: 'lending library', prepare });
afterAll(async () => {
  await first.drop();
  await second.drop();
});

test('a template is made once and copied, and copies do not see each other', async () => {
  await withClient(first.ownerUrl, (client) => client.query('delete from book'));
  const left = await withClient(second.ownerUrl, (client) => client.query('select title from book'));
  expect(made).toBe(1);
  expect(left.rows).toEqual([{ title: '史记' }]);
});

test('the app role connects, owns nothing and is no superuser', async () => {
  const who = await withClient(first.url, (client) =>
    client.query('select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user'),
  );
  expect(who.rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
  await expect(withClient(first.url, (client) => client.query('create table mine (x int)'))).rejects.toThrow(/denied/);
});

test('a template that nobody knows how to make is a mistake of the test', async () => {
  await expect(freshDatabase({ template: 'unheard-of' })).rejects.toThrow(/unheard-of/);
});
