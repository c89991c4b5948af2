import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freshDatabase } from '../testing/testing.ts';
import { migrate, MigrationRefused } from './migrate.ts';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let client: pg.Client;
let folder: string;
const kernel = join(import.meta.dirname, '..');

const statements = [
  'create table attic.box (id int primary key)',
  'create table attic.lid (id int primary key)',
  'insert into attic.box values (1)',
  'alter table attic.box add column n int',
];
const write = (name: string, text: string) => {
  mkdirSync(join(folder, 'attic', 'migrations'), { recursive: true });
  writeFileSync(join(folder, 'attic', 'migrations', name), text);
};
const run = () => migrate({ ownerUrl: database.ownerUrl, roots: [kernel, join(folder, 'attic')] });
const tables = async () =>
  (
    await client.query(`select table_name from information_schema.tables where table_schema = 'attic' order by 1`)
  ).rows.map((row) => row.table_name as string);

beforeAll(async () => {
  database = await freshDatabase({ template: 'kernel' });
  client = new pg.Client({ connectionString: database.superUrl });
  await client.connect();
  // The owner of a migration makes roles for a new room.
  await client.query('alter role opengoa_owner createrole').catch(() => undefined);
  folder = mkdtempSync(join(tmpdir(), 'opengoa-attic-'));
});
afterAll(async () => {
  await client?.end();
  await database?.drop();
  rmSync(folder, { recursive: true, force: true });
});

describe('migrations', () => {
  test('REL-06 cut at every statement, nothing of the file is left, and the whole one then runs', async () => {
    for (let cut = 0; cut <= statements.length; cut += 1) {
      write('0001-attic.sql', [...statements.slice(0, cut), 'select 1/0', ...statements.slice(cut)].join(';\n'));
      await expect(run()).rejects.toThrow(/division by zero/);
      expect(await tables()).toEqual([]);
    }
    write('0001-attic.sql', statements.join(';\n'));
    expect((await run()).ran).toEqual(['attic/0001-attic']);
    expect(await tables()).toEqual(['box', 'lid']);
    expect((await run()).ran).toEqual([]);
  });

  test('REL-06 a file changed after it ran, and a store written by a newer program, are refused', async () => {
    write('0001-attic.sql', `${statements.join(';\n')};`);
    await expect(run()).rejects.toThrow(MigrationRefused);
    write('0001-attic.sql', statements.join(';\n'));
    write('0002-more.sql', 'create table attic.more (id int)');
    await run();
    rmSync(join(folder, 'attic', 'migrations', '0002-more.sql'));
    await expect(run()).rejects.toThrow(/attic\/0002-more/);
  });

  test('REL-06 two programs migrating at once run each file once', async () => {
    write('0002-more.sql', 'create table attic.more (id int)');
    write('0003-slow.sql', 'create table attic.slow (id int); select pg_sleep(0.3)');
    const answers = await Promise.all([run(), run(), run()]);
    expect(answers.flatMap(({ ran }) => ran)).toEqual(['attic/0003-slow']);
  });
});
