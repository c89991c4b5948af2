import { afterAll, beforeAll, expect, test } from 'vitest';
import { addressOf } from './addresses.ts';
import { assertDurability, durabilityFaults } from './assert-durability.ts';
import { passwordsOf } from './cluster-folder.ts';
import { withClient } from './prepare-roles.ts';
import { defaults } from './settings.ts';
import { startCluster, type Cluster } from './start-cluster.ts';
import { StartRefused } from './start-refused.ts';
import { temporaryFolder } from './testing/stand.ts';

const trial = temporaryFolder();
let cluster: Cluster;
beforeAll(async () => {
  cluster = await startCluster({ folder: trial.folder });
});
afterAll(async () => {
  await cluster.stop();
  await trial.remove();
});

test('SEC-DB-09 the embedded database keeps fsync, full pages, synchronous commit and page checksums, for owner and app', async () => {
  for (const address of [cluster.ownerUrl, cluster.appUrl, cluster.superUrl]) {
    expect(await durabilityFaults(address)).toEqual([]);
    await expect(assertDurability(address)).resolves.toBeUndefined();
  }
});

test('SEC-DB-09 a role that was told not to wait for the disk is refused by name, in Chinese and English', async () => {
  await withClient(cluster.superUrl, (client) =>
    client.query(`alter role ${defaults.app} set synchronous_commit = off`),
  );
  try {
    expect(await durabilityFaults(cluster.ownerUrl)).toEqual([]);
    const refused = await assertDurability(cluster.appUrl).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StartRefused);
    expect(refused).toMatchObject({ code: 'not-durable' });
    expect(String(refused)).toMatch(/不能保证[^]*synchronous_commit = off[^]*Correct them/);
    await expect(assertDurability(cluster.appUrl, ['synchronous_commit'])).resolves.toBeUndefined();
  } finally {
    await withClient(cluster.superUrl, (client) => client.query(`alter role ${defaults.app} reset synchronous_commit`));
  }
});

test('SEC-DB-09 nobody turns fsync off behind our back: ALTER SYSTEM does not reach the settings we start with', async () => {
  await withClient(cluster.superUrl, async (client) => {
    await client.query('alter system set fsync = off');
    await client.query('select pg_reload_conf()');
  });
  expect(await durabilityFaults(cluster.ownerUrl)).toEqual([]);
});

test('SEC-DB-09 a server without fsync is refused', async () => {
  const other = temporaryFolder();
  const careless = await startCluster({ folder: other.folder, durable: false });
  try {
    const settings = (await durabilityFaults(careless.appUrl)).map((fault) => fault.setting);
    expect(settings.toSorted()).toEqual(['fsync', 'full_page_writes', 'synchronous_commit']);
  } finally {
    await careless.stop();
    await other.remove();
  }
});

test('SEC-DB-10 the order of text is the built-in C.UTF-8, which no system library can change', async () => {
  const row = await withClient(cluster.ownerUrl, (client) =>
    client.query(
      'select datlocprovider, datlocale, pg_encoding_to_char(encoding) as encoding from pg_database where datname = current_database()',
    ),
  );
  expect(row.rows).toEqual([{ datlocprovider: 'b', datlocale: 'C.UTF-8', encoding: 'UTF8' }]);
});

test('SEC-DB-01 owner and app are neither superuser nor able to pass row-level security, and the app owns nothing', async () => {
  const { rows } = await withClient(cluster.superUrl, (client) =>
    client.query(
      `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolreplication,
              (select count(*)::int from pg_class where relowner = pg_roles.oid) as owns
         from pg_roles where rolname = any($1) order by rolname`,
      [[defaults.app, defaults.owner]],
    ),
  );
  const plain = { rolsuper: false, rolbypassrls: false, rolcreatedb: false, rolreplication: false, owns: 0 };
  expect(rows).toEqual([
    { rolname: defaults.app, ...plain },
    { rolname: defaults.owner, ...plain },
  ]);
});

test('only the right password enters, and the server listens on no network address', async () => {
  const { superuser } = passwordsOf(trial.folder);
  expect(superuser).toMatch(/^[\w-]{32}$/);
  const wrong = addressOf(cluster, defaults.superuser, 'postgres', 'postgres');
  await expect(withClient(wrong, (client) => client.query('select 1'))).rejects.toThrow(
    /password authentication failed/,
  );
  const { rows } = await withClient(cluster.superUrl, (client) => client.query('show listen_addresses'));
  expect(rows).toEqual([{ listen_addresses: cluster.socketFolder === undefined ? '127.0.0.1' : '' }]);
});
