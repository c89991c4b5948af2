import { createHash } from 'node:crypto';
import {
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createZstdCompress } from 'node:zlib';
import type { Client } from 'pg';
import { withClient } from '../postgres/prepare-roles.ts';
import { joinOrStartCluster } from '../postgres/start-cluster.ts';
import { BackupRefused } from './backup-refused.ts';
import { countRows } from './check-database.ts';
import { beginCopy, clusterFiles, clusterFolders, fileAsEntry, logFiles } from './copy-cluster.ts';
import { packEntries, type Entry, type OpenEntry } from './entries.ts';
import { defaultKeyFile, keyId, makeKeyFile, readKeyFile } from './key-file.ts';
import {
  manifestFile,
  newestBefore,
  shrinkAlarms,
  writeManifest,
  type Alarm,
  type Manifest,
  type TableCount,
} from './manifest.ts';
import { sealStream } from './sealed-stream.ts';

export interface BackupOptions {
  /** The data folder. Its database may be running, in this program or another. */
  readonly folder: string;
  /** Where backups are kept, each in a folder of its own: another disk, best another machine's. */
  readonly to: string;
  /** What the archive is sealed with; `keys/backup.key` of the data folder when left out, made at the first backup. */
  readonly keyFile?: string | undefined;
  /** `DATABASE_URL`, when the program works on a server of its own: such a backup is the server's business and is refused here. */
  readonly databaseUrl?: string | null | undefined;
  readonly program?: string | undefined;
  /** A table or the files that lost more than this share since the last backup raise an alarm. */
  readonly shrinkShare?: number | undefined;
  readonly progress?: ((line: string) => void) | undefined;
}

export interface BackupReport {
  /** The folder of this backup: `archive` and `manifest.json`. */
  readonly backup: string;
  readonly manifest: Manifest;
  readonly keyFile: string;
  /** True when the key was made just now: the person must be told to keep a copy of it apart. */
  readonly keyMade: boolean;
  /** Not empty: the backup was made, and somebody must look at what it lacks. */
  readonly alarms: readonly Alarm[];
  readonly seconds: number;
}

const archiveFile = 'archive';

/** Not in a backup: what is made anew, what only takes room, and the keys, which must not lie beside what they open. */
const leftOut =
  /^(postgres|postgres\.unfinished|run|keys|restoring|ballast(\.unfinished)?|program\.lock.*|\..*|.*\.log)$/;

/**
 * A backup of everything in a data folder while it is being worked in: the database as of one moment, then the files that its rows
 * speak of, then configuration. Compressed, sealed with AES-256-GCM, each file hashed and listed (REL-07). An interrupted backup leaves
 * a folder whose name ends in `.unfinished`, never something that looks like a backup.
 *
 * @throws BackupRefused `needs-embedded-database`, `inside-data-folder`, `no-key`
 */
export async function backup(options: BackupOptions): Promise<BackupReport> {
  const began = new Date();
  if (options.databaseUrl) throw serverOfItsOwn(options.folder);
  const folder = realpathSync(options.folder);
  const target = resolve(options.to);
  mkdirSync(target, { recursive: true, mode: 0o700 });
  if (!relative(folder, realpathSync(target)).startsWith('..')) {
    throw new BackupRefused('inside-data-folder', {
      zh: `备份目录 ${target} 在数据目录之内，磁盘坏了会一起丢失。请放到别处。`,
      en: `The backup folder ${target} lies inside the data folder; one broken disk would take both. Put it elsewhere.`,
    });
  }
  const keyFile = options.keyFile ?? defaultKeyFile(folder);
  const { made: keyMade } = makeKeyFile(keyFile);
  const key = readKeyFile(keyFile);
  const before = newestBefore(target, key);

  const name = `opengoa-${began.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`;
  const unfinished = join(target, `${name}.unfinished`);
  mkdirSync(unfinished, { mode: 0o700 });
  const cluster = await joinOrStartCluster({ folder, progress: options.progress });
  try {
    const manifest = await withClient(cluster.superUrl, async (client) => {
      const copied = await writeArchive({ ...options, folder }, client, cluster, join(unfinished, archiveFile), key);
      const server = await client.query<{ server_version: string }>('show server_version');
      return {
        format: 'opengoa-backup/1',
        begunAt: began.toISOString(),
        finishedAt: new Date().toISOString(),
        program: options.program ?? 'opengoa',
        postgresql: server.rows[0]!.server_version,
        keyId: keyId(key),
        keysApart: await keysOf(folder),
        ...copied,
      } satisfies Manifest;
    });
    writeFileSync(join(unfinished, manifestFile), writeManifest(manifest, key), { mode: 0o600, flush: true });
    const place = freeName(join(target, name));
    renameSync(unfinished, place);
    return {
      backup: place,
      manifest,
      keyFile,
      keyMade,
      alarms: shrinkAlarms(before, manifest, options.shrinkShare ?? 0.2),
      seconds: (Date.now() - began.getTime()) / 1000,
    };
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    await cluster.stop();
  }
}

function serverOfItsOwn(folder: string): BackupRefused {
  return new BackupRefused('needs-embedded-database', {
    zh: `数据库在 DATABASE_URL 指定的服务器上，请用该服务器的备份工具（如 pg_basebackup、pgBackRest）备份它，随后再备份数据目录 ${folder}；内置数据库才由本命令备份。`,
    en: `The database is on the server that DATABASE_URL names: back it up with that server's own tools (pg_basebackup, pgBackRest), then the data folder ${folder}. This command backs up the embedded database only.`,
  });
}

type Copied = Pick<Manifest, 'log' | 'archive' | 'files' | 'folders' | 'tables' | 'rowsExact'>;

async function writeArchive(
  { folder, progress }: BackupOptions,
  client: Client,
  cluster: { dataFolder: string; superUrl: string },
  path: string,
  key: Buffer,
): Promise<Copied> {
  const files: Entry[] = [];
  let told = Date.now();
  let read = 0;
  const listed = (entry: Entry) => {
    files.push(entry);
    read += entry.bytes;
    if (Date.now() - told < 1_000) return;
    progress?.(`正在备份 · backing up … ${Math.round(read / 1024 / 1024)} MB, ${files.length} files`);
    told = Date.now();
  };
  const log = { from: '', to: '' };
  let counted: { tables: TableCount[]; exact: boolean } = { tables: [], exact: false };

  async function* everything(): AsyncGenerator<OpenEntry> {
    const copy = await beginCopy(client);
    yield* clusterFiles(cluster.dataFolder);
    const count = await countInOneMoment(cluster.superUrl, progress);
    const { to, label } = await copy.end();
    log.from = copy.from;
    log.to = to;
    counted = { tables: count.tables, exact: await count.stillExact(client) };
    yield {
      path: 'postgres/backup_label',
      mode: 0o600,
      parts: Readable.from([Buffer.from(label)]) as AsyncIterable<Buffer>,
    };
    yield* logFiles(client, cluster.dataFolder, copy.from, to);
    // The files last: a file is stored before the row that names it, so every row above has its file below.
    yield* otherFiles(folder);
  }

  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(part: Buffer, _encoding, done) {
      hash.update(part);
      bytes += part.length;
      done(null, part);
    },
  });
  await pipeline(
    Readable.from(packEntries(everything(), listed), { objectMode: false }),
    createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } }),
    sealStream(key),
    measure,
    createWriteStream(path, { mode: 0o600, flush: true }),
  );
  return {
    log,
    archive: { file: archiveFile, bytes, sha256: hash.digest('hex') },
    files,
    folders: await clusterFolders(cluster.dataFolder),
    tables: counted.tables,
    rowsExact: counted.exact,
  };
}

/** All counts as of one moment, and afterwards whether anything was written since. */
async function countInOneMoment(superUrl: string, progress: BackupOptions['progress']) {
  return withClient(superUrl, async (client) => {
    await client.query('begin transaction isolation level repeatable read read only');
    const moment = await snapshot(client);
    const tables = await countRows(client, progress);
    await client.query('commit');
    return { tables, stillExact: async (later: Client) => moment !== undefined && (await snapshot(later)) === moment };
  });
}

/** The next transaction's number, or undefined while somebody is writing. */
async function snapshot(client: Client): Promise<string | undefined> {
  const { rows } = await client.query<{ low: string; high: string }>(
    `select pg_snapshot_xmin(s)::text as low, pg_snapshot_xmax(s)::text as high from pg_current_snapshot() as s`,
  );
  return rows[0]!.low === rows[0]!.high ? rows[0]!.high : undefined;
}

async function* otherFiles(folder: string): AsyncGenerator<OpenEntry> {
  for (const top of (await readdir(folder)).toSorted()) {
    if (leftOut.test(top)) continue;
    const found = await readdir(join(folder, top), { recursive: true, withFileTypes: true }).catch(() => undefined);
    if (!found) {
      yield* fileAsEntry(folder, top, top);
      continue;
    }
    const paths = found
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
    for (const path of paths.toSorted()) yield* fileAsEntry(folder, path, path);
  }
}

/** Which keys belong to this installation, by fingerprint. */
async function keysOf(folder: string): Promise<Manifest['keysApart']> {
  const keys = join(folder, 'keys');
  if (!existsSync(keys)) return [];
  return (await readdir(keys))
    .toSorted()
    .map((name) => ({ path: `keys/${name}`, fingerprint: fingerprintOf(join(keys, name)) }));
}

/** Names the content of a key file without giving it away; keys are long and random. */
export function fingerprintOf(path: string): string {
  return createHash('sha256').update('opengoa key file').update(readFileSync(path)).digest('hex').slice(0, 16);
}

/** Two backups within one second get different names. */
function freeName(path: string): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? path : `${path}-${number}`;
    if (!existsSync(name)) return name;
  }
}
