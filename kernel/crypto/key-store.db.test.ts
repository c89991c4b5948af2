import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../testing/database.ts';
import { openCrypto } from './crypto.ts';
import { keysInDatabase } from './key-store.ts';

let database: FreshDatabase;
let pool: pg.Pool;
let keys: string;
beforeAll(async () => {
  database = await freshDatabase({ template: 'kernel' });
  pool = new pg.Pool({ connectionString: database.url, max: 8 });
  keys = mkdtempSync(join(tmpdir(), 'opengoa-keys-'));
});
afterAll(async () => {
  await pool.end();
  await database.drop();
  rmSync(keys, { recursive: true, force: true });
});

const open = (node = 1, folder = 'keys') =>
  openCrypto({ profile: 'international', keysFolder: join(keys, folder), store: keysInDatabase(pool, node) });
const place = { table: 'identity.person', row: 'p1', column: 'phone' };

test('SEC-CR-07 wrapped keys stand in the database, the master key does not; programs that start at once agree', async () => {
  const doors = await Promise.all([open(), open(), open()]);
  const sealed = doors[0].seal('13800138000', place);
  for (const door of doors) expect(door.open(sealed, place)).toBe('13800138000');
  const { rows } = await pool
    .query(`begin; set local role opengoa_kernel; set local opengoa.node = '1'; select * from kernel.data_key; commit`)
    .then((all) => (all as unknown as pg.QueryResult[])[3]!);
  expect(rows).toHaveLength(doors[0].keys().length);
});

test('SEC-CR-07 master and data keys rotate on the database; another master key is refused; each node has its own', async () => {
  const door = await open();
  const sealed = door.seal('甲', place);
  await door.rotate('field');
  await door.rotateMaster();
  expect((await open()).open(sealed, place)).toBe('甲');
  await expect(open(1, 'another-folder')).rejects.toMatchObject({ code: 'master-key-missing' });
  const second = await open(2, 'second');
  expect(() => second.open(sealed, place)).toThrow(/no field key/);
  await expect(open(1, 'second')).rejects.toMatchObject({ code: 'wrong-master-key' });
});

test('SEC-CR-07 only the kernel’s role reads or adds wrapped keys, and nobody of the program removes them', async () => {
  const as = (role: string, text: string) =>
    pool.query(`begin; set local role ${role}; set local opengoa.node = '1'; ${text}; commit`).then(
      () => 'done',
      async (fault: Error) => {
        await pool.query('rollback');
        return fault.message;
      },
    );
  expect(await as('opengoa_work', 'select 1 from kernel.data_key')).toMatch(/permission denied/);
  expect(await as('opengoa_sealer', 'select 1 from kernel.data_key')).toMatch(/permission denied/);
  expect(await as('opengoa_kernel', 'delete from kernel.data_key')).toMatch(/permission denied/);
  expect(await as('opengoa_kernel', `update kernel.data_key set public_key = 'x'`)).toMatch(/permission denied/);
});
