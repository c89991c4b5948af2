import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { PassThrough } from 'node:stream';
import { assertDurability } from '../postgres/assert-durability.ts';
import { makeDataFolder } from '../postgres/cluster-folder.ts';
import { startCluster } from '../postgres/start-cluster.ts';
import { BackupRefused, damaged } from './backup-refused.ts';
import { fingerprintOf } from './backup.ts';
import { checkDatabase, type DatabaseCheck } from './check-database.ts';
import { isInside, unpackEntries, type OpenEntry } from './entries.ts';
import { defaultKeyFile, readKeyFile } from './key-file.ts';
import { readManifest, type Manifest } from './manifest.ts';
import { openStream } from './sealed-stream.ts';

export interface RestoreOptions {
  /** The folder of one backup. */
  readonly from: string;
  /** The data folder to be: missing, empty, or holding nothing but `keys`. */
  readonly to: string;
  /** `keys/backup.key` of the new data folder when left out. */
  readonly keyFile?: string | undefined;
  readonly progress?: ((line: string) => void) | undefined;
}

export interface RestoreReport {
  readonly manifest: Manifest;
  readonly check: DatabaseCheck;
  /** Tables whose rows differ from the list. Only possible where the list says that it was counted during writes. */
  readonly differing: readonly { readonly table: string; readonly listed: number; readonly found: number }[];
  /** Keys that belong to this data and are not (or not the same) in the new folder: put them there before starting. */
  readonly keysMissing: Manifest['keysApart'];
  readonly seconds: number;
}

/**
 * Puts a backup back into an empty data folder. The list's seal and the archive's hash are checked before anything is written; every file
 * is checked as it is unpacked; then the database is started, recovers, and each page, index and row count is checked. Only after all
 * that does the folder become a data folder: what fails on the way leaves it as empty as it was (REL-03, REL-08).
 *
 * @throws BackupRefused
 */
export async function restore(options: RestoreOptions): Promise<RestoreReport> {
  const began = Date.now();
  const say = options.progress ?? (() => undefined);
  const from = resolve(options.from);
  const to = resolve(options.to);
  mustBeEmpty(to);
  const key = readKeyFile(options.keyFile ?? defaultKeyFile(to));
  const manifest = readManifest(from, key);
  say('正在核对备份 · checking the backup');
  await checkArchive(from, manifest);

  makeDataFolder(to);
  const restoring = join(to, 'restoring');
  rmSync(restoring, { recursive: true, force: true });
  try {
    makeDataFolder(restoring);
    await unpack(join(from, manifest.archive.file), key, manifest, restoring, say);
    say('正在恢复数据库并检查 · recovering the database and checking it');
    const check = await startAndCheck(restoring, say);
    const differing = compareCounts(manifest, check);
    refuseFaults(manifest, check, differing);
    for (const name of readdirSync(restoring)) renameSync(join(restoring, name), join(to, name));
    return {
      manifest,
      check,
      differing,
      keysMissing: manifest.keysApart.filter(
        ({ path, fingerprint }) => !existsSync(join(to, path)) || fingerprintOf(join(to, path)) !== fingerprint,
      ),
      seconds: (Date.now() - began) / 1000,
    };
  } finally {
    rmSync(restoring, { recursive: true, force: true });
  }
}

/**
 * Whether a backup is exactly what was written: the list's seal and the archive's size and hash. Nothing is unpacked.
 *
 * @throws BackupRefused
 */
export async function verifyBackup(from: string, keyFile: string): Promise<Manifest> {
  const manifest = readManifest(resolve(from), readKeyFile(keyFile));
  await checkArchive(resolve(from), manifest);
  return manifest;
}

function mustBeEmpty(to: string): void {
  const found = existsSync(to) ? readdirSync(to).filter((name) => name !== 'keys' && name !== 'restoring') : [];
  if (found.length === 0) return;
  throw new BackupRefused('not-empty', {
    zh: `${to} 不是空目录（有 ${found.slice(0, 3).join('、')}）。恢复只写入空目录，请另选一个。`,
    en: `${to} is not empty (${found.slice(0, 3).join(', ')}). A restore writes to an empty folder only; choose another.`,
  });
}

async function checkArchive(from: string, { archive }: Manifest): Promise<void> {
  const path = join(from, archive.file);
  if (!existsSync(path)) throw damaged(`缺少 ${archive.file} is missing`);
  if (statSync(path).size !== archive.bytes) {
    throw damaged(`${archive.file} 大小不符 its size is ${statSync(path).size}, not ${archive.bytes}`);
  }
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  if (hash.digest('hex') !== archive.sha256) throw damaged(`${archive.file} 哈希不符 its hash differs`);
}

async function unpack(archive: string, key: Buffer, manifest: Manifest, into: string, say: (line: string) => void) {
  const out = new PassThrough();
  const reading = pipeline(createReadStream(archive), openStream(key), createZstdDecompress(), out);
  reading.catch((error: unknown) => out.destroy(error as Error));
  const listed = new Map(manifest.files.map((file) => [file.path, file]));
  let files = 0;
  let bytes = 0;
  let told = Date.now();
  for await (const entry of unpackEntries(out as AsyncIterable<Buffer>)) {
    const expected = listed.get(entry.path);
    if (!expected) throw damaged(`清单中没有 ${entry.path} is not on the list`);
    const written = await writeEntry(entry, join(into, entry.path));
    if (written.sha256 !== expected.sha256 || written.bytes !== expected.bytes) throw damaged(entry.path);
    listed.delete(entry.path);
    files += 1;
    bytes += written.bytes;
    if (Date.now() - told < 1_000) continue;
    say(`正在写入 · writing … ${files}/${manifest.files.length}, ${Math.round(bytes / 1024 / 1024)} MB`);
    told = Date.now();
  }
  await reading;
  const absent = listed.keys().next();
  if (!absent.done) throw damaged(`缺少 ${absent.value} is missing`);
  for (const name of manifest.folders) {
    if (!isInside(name)) throw damaged(name);
    mkdirSync(join(into, 'postgres', name), { recursive: true, mode: 0o700 });
  }
}

async function writeEntry(entry: OpenEntry, path: string): Promise<{ bytes: number; sha256: string }> {
  mkdirSync(dirname(path), { recursive: true, mode: entry.path.startsWith('postgres/') ? 0o700 : 0o755 });
  const hash = createHash('sha256');
  let bytes = 0;
  const file = await open(path, 'wx', entry.mode);
  try {
    for await (const part of entry.parts) {
      hash.update(part);
      for (let at = 0; at < part.length;) at += (await file.write(part, at)).bytesWritten;
      bytes += part.length;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function startAndCheck(folder: string, say: (line: string) => void): Promise<DatabaseCheck> {
  const cluster = await startCluster({ folder, progress: say });
  try {
    await assertDurability(cluster.ownerUrl);
    return await checkDatabase(cluster.superUrl, say);
  } finally {
    await cluster.stop();
  }
}

function compareCounts(manifest: Manifest, check: DatabaseCheck): RestoreReport['differing'] {
  const found = new Map(check.tables.map((count) => [count.table, count.rows]));
  return manifest.tables
    .map(({ table, rows }) => ({ table, listed: rows, found: found.get(table) ?? -1 }))
    .filter((count) => count.listed !== count.found);
}

function refuseFaults(manifest: Manifest, check: DatabaseCheck, differing: RestoreReport['differing']): void {
  const missing = differing.filter((count) => manifest.rowsExact || count.found < 0);
  const words = [
    ...check.faults.map((fault) => `${fault.where}: ${fault.what}`),
    ...missing.map((count) => `${count.table}: ${count.listed} rows listed, ${Math.max(0, count.found)} found`),
  ];
  if (words.length === 0) return;
  throw new BackupRefused('checks-failed', {
    zh: `恢复出的数据库未通过检查（${words.length} 处）：${words.slice(0, 3).join('；')}。没有采用它，请改用另一份备份。`,
    en: `The restored database did not pass its checks (${words.length}): ${words.slice(0, 3).join('; ')}. It was not taken; use another backup.`,
  });
}
