import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  truncateSync,
  writeFileSync,
  openSync,
  writeSync,
  closeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withClient } from '../postgres/prepare-roles.ts';
import { startCluster, type Cluster } from '../postgres/start-cluster.ts';
import { pause, temporaryFolder } from '../postgres/testing/stand.ts';
import { backup, type BackupReport } from './backup.ts';
import { checkDatabase } from './check-database.ts';
import { restore, verifyBackup } from './restore.ts';

const trial = temporaryFolder();
const source = join(trial.folder, 'data');
const shelf = join(trial.folder, 'shelf');
let cluster: Cluster;
let made: BackupReport;

/** What the store says of its content: counts and a hash over every row. */
async function digest(superUrl: string) {
  return withClient(superUrl, async (client) => {
    const { rows } = await client.query(
      `select (select count(*)::int from book) as books, (select count(*)::int from loan) as loans,
              (select md5(string_agg(title || note, ',' order by id)) from book) as sum`,
    );
    return rows[0] as { books: number; loans: number; sum: string };
  });
}

beforeAll(async () => {
  cluster = await startCluster({ folder: source });
  await withClient(cluster.ownerUrl, async (client) => {
    await client.query('create table book (id int primary key, title text not null, note text not null)');
    await client.query('create table loan (id bigint primary key, book_id int references book, unit_id int not null)');
    await client.query('alter table loan enable row level security; alter table loan force row level security');
    await client.query(
      `insert into book select n, '书 ' || n, repeat(md5(n::text), n % 100) from generate_series(1, 5000) n`,
    );
  });
  await withClient(cluster.superUrl, (client) =>
    client.query('insert into loan select n, n, n % 7 from generate_series(1, 3000) n'),
  );
  mkdirSync(join(source, 'files', 'ab'), { recursive: true });
  writeFileSync(join(source, 'files', 'ab', 'abcd'), '附件');
  writeFileSync(join(source, 'settings.yaml'), 'unit: 临江市\n');
  mkdirSync(join(source, 'keys'), { mode: 0o700 });
  writeFileSync(join(source, 'keys', 'master.json'), 'the master key, which must never be in a backup', {
    mode: 0o600,
  });
  made = await backup({ folder: source, to: shelf, program: 'opengoa test' });
});
afterAll(async () => {
  await cluster.stop();
  await trial.remove();
});

/** A new folder with the keys that a person kept apart. */
function newMachine(name: string): string {
  const folder = join(trial.folder, name);
  mkdirSync(join(folder, 'keys'), { recursive: true });
  copyFileSync(made.keyFile, join(folder, 'keys', 'backup.key'));
  return folder;
}

test('REL-07 a backup lists database, files and configuration with their hashes, and names the keys it does not hold', () => {
  const paths = made.manifest.files.map((file) => file.path);
  expect(paths).toEqual(
    expect.arrayContaining(['files/ab/abcd', 'settings.yaml', 'postgres/backup_label', 'postgres/global/pg_control']),
  );
  expect(paths.some((path) => path.startsWith('keys/') || path.includes('ballast'))).toBe(false);
  expect(made.manifest.keysApart.map((entry) => entry.path)).toEqual(['keys/backup.key', 'keys/master.json']);
  expect(made.manifest.tables).toEqual([
    { table: 'public.book', rows: 5000 },
    { table: 'public.loan', rows: 3000 },
  ]);
  expect(made.keyMade).toBe(true);
  expect(made.alarms).toEqual([]);
  expect(statSync(made.backup).mode & 0o777).toBe(0o700);
});

test('REL-07 nothing in the archive can be read without the key', () => {
  const archive = readFileSync(join(made.backup, 'archive'));
  for (const word of ['附件', '临江市', 'pg_control', 'PG_VERSION', 'master key'])
    expect([word, archive.includes(word)]).toEqual([word, false]);
});

test('REL-08 the drill: restored into an empty folder it starts, every page and index is sound, and every row is there', async () => {
  const folder = newMachine('drill');
  const report = await restore({ from: made.backup, to: folder });
  expect(report.check.faults).toEqual([]);
  expect(report.check.indexes).toBeGreaterThan(100);
  expect(report.differing).toEqual([]);
  expect(report.keysMissing.map((entry) => entry.path)).toEqual(['keys/master.json']);
  expect(readFileSync(join(folder, 'files', 'ab', 'abcd'), 'utf8')).toBe('附件');
  expect(readFileSync(join(folder, 'settings.yaml'), 'utf8')).toBe('unit: 临江市\n');
  const restored = await startCluster({ folder });
  try {
    expect(await digest(restored.superUrl)).toEqual(await digest(cluster.superUrl));
    await withClient(restored.ownerUrl, (client) => client.query(`insert into book values (0, '新书', '')`));
  } finally {
    await restored.stop();
  }
  console.log(
    `restore drill: ${report.seconds.toFixed(1)} s, ${report.check.tables.length} tables, ${report.check.indexes} indexes`,
  );
});

test('REL-07 a backup taken during writes is one moment: no transaction is in it by half', async () => {
  const writer = { on: true };
  const write = async () => {
    await withClient(cluster.superUrl, async (client) => {
      for (let n = 0; writer.on; n += 1) {
        await client.query('begin');
        await client.query('insert into book values ($1, $2, $3)', [100_000 + n, `同时 ${n}`, 'x'.repeat(n % 3_000)]);
        await client.query('insert into loan values ($1::int, $1::int, 1)', [100_000 + n]);
        await client.query('commit');
        if (n % 50 === 0) await client.query('checkpoint');
      }
    });
  };
  const writing = write();
  await pause(200);
  const during = await backup({ folder: source, to: shelf });
  writer.on = false;
  await writing;
  expect(during.manifest.rowsExact).toBe(false);
  const report = await restore({ from: during.backup, to: newMachine('during') });
  expect(report.check.faults).toEqual([]);
  const restored = await startCluster({ folder: join(trial.folder, 'during') });
  try {
    const { rows } = await withClient(restored.superUrl, (client) =>
      client.query(
        `select count(*)::int as books, count(loan.id)::int as loans from book left join loan on loan.id = book.id where book.id >= 100000`,
      ),
    );
    expect(rows[0].books).toBeGreaterThan(10);
    expect(rows[0].loans).toBe(rows[0].books);
  } finally {
    await restored.stop();
  }
});

/** One bit of a file changes, as on a failing disk. */
function flip(path: string, at: number): void {
  const byte = Buffer.from([readFileSync(path)[at]! ^ 1]);
  const file = openSync(path, 'r+');
  writeSync(file, byte, 0, 1, at);
  closeSync(file);
}

test('REL-03 a damaged backup is refused before anything is written', async () => {
  const damage = (name: string, change: (folder: string) => void) => {
    const copy = join(trial.folder, `damaged-${name}`);
    cpSync(made.backup, copy, { recursive: true });
    change(copy);
    return copy;
  };
  const cases = {
    'one bit of the archive': (folder: string) => flip(join(folder, 'archive'), 12_345),
    'its end missing': (folder: string) => truncateSync(join(folder, 'archive'), 50_000),
    'one number of the list': (folder: string) =>
      writeFileSync(
        join(folder, 'manifest.json'),
        readFileSync(join(folder, 'manifest.json'), 'utf8').replace('5000', '5001'),
      ),
  };
  for (const [name, change] of Object.entries(cases)) {
    const from = damage(name.replaceAll(' ', '-'), change);
    const to = newMachine(`refused-${name.replaceAll(' ', '-')}`);
    await expect(restore({ from, to })).rejects.toMatchObject({ code: 'damaged' });
    await expect(verifyBackup(from, made.keyFile)).rejects.toMatchObject({ code: 'damaged' });
    expect(readdirSync(to)).toEqual(['keys']);
  }
  await expect(verifyBackup(made.backup, made.keyFile)).resolves.toMatchObject({ format: 'opengoa-backup/1' });
});

test('a restore never writes over a folder that holds something, nor without the key', async () => {
  await expect(restore({ from: made.backup, to: source, keyFile: made.keyFile })).rejects.toMatchObject({
    code: 'not-empty',
  });
  await expect(restore({ from: made.backup, to: join(trial.folder, 'nowhere') })).rejects.toMatchObject({
    code: 'no-key',
  });
  expect(existsSync(join(trial.folder, 'nowhere'))).toBe(false);
});

test('a backup into the data folder itself is refused', async () => {
  await expect(backup({ folder: source, to: join(source, 'backups') })).rejects.toMatchObject({
    code: 'inside-data-folder',
  });
});

test('a database on a server of its own is refused in words that say what to do instead', async () => {
  const refused = backup({ folder: source, to: shelf, databaseUrl: 'postgres://server/opengoa' });
  await expect(refused).rejects.toMatchObject({ code: 'needs-embedded-database' });
  await expect(refused).rejects.toThrow(/pg_basebackup/);
});

test('REL-07 a table that lost most of its rows since the last backup raises an alarm', async () => {
  await withClient(cluster.superUrl, (client) => client.query('delete from loan where id <= 2000 or id >= 100000'));
  const later = await backup({ folder: source, to: shelf });
  expect(later.alarms.map((alarm) => alarm.en).join()).toMatch(/table public\.loan shrank/);
});

test('REL-03 REL-10 a damaged page of a table is found by the check', async () => {
  const { rows } = await withClient(cluster.superUrl, async (client) => {
    await client.query('checkpoint');
    return client.query<{ path: string }>(`select pg_relation_filepath('book') as path`);
  });
  await cluster.stop();
  const path = join(source, 'postgres', rows[0]!.path);
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.from('damage'), 0, 6, 5 * 8192 + 4_000);
  closeSync(file);
  cluster = await startCluster({ folder: source });
  const { faults } = await checkDatabase(cluster.superUrl);
  expect(faults.map((fault) => `${fault.where} ${fault.what}`).join('\n')).toMatch(/book .*(invalid page|checksum)/);
});
