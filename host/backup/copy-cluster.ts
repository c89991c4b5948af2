import { open, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Client } from 'pg';
import type { OpenEntry } from './entries.ts';

/**
 * What PostgreSQL makes anew at every start, or must not be put back, as its manual lists for low-level backups (chapter "Continuous
 * Archiving", "Backing Up the Data Directory"). The log (`pg_wal`) is taken at the end.
 */
const emptied = new Set([
  'pg_dynshmem',
  'pg_notify',
  'pg_replslot',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
  'pg_wal',
  'log',
]);
const leftOut =
  /^(postmaster\.(pid|opts)|backup_label.*|tablespace_map.*|pg_internal\.init.*|current_logfiles.*|pgsql_tmp.*)$/;
const temporaryTable = /^t\d+_\d+/;

/**
 * Every folder of a data directory, also those whose content a backup leaves out: PostgreSQL expects to find them.
 */
export async function clusterFolders(dataFolder: string): Promise<string[]> {
  const found = await readdir(dataFolder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => entry.isDirectory())
    .map((entry) => relative(dataFolder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path.startsWith('pg_wal/') || !path.includes('/') || !emptied.has(path.split('/')[0]!))
    .filter((path) => !path.includes('pgsql_tmp'))
    .toSorted();
}

/** The files of a running cluster's data directory. Control data comes last: everything it speaks of is in the copy by then. */
export async function* clusterFiles(dataFolder: string): AsyncGenerator<OpenEntry> {
  for (const path of await filesUnder(dataFolder, '')) {
    if (path !== 'global/pg_control') yield* fileAsEntry(dataFolder, path, `postgres/${path}`);
  }
  yield* fileAsEntry(dataFolder, 'global/pg_control', 'postgres/global/pg_control');
}

async function filesUnder(root: string, below: string): Promise<string[]> {
  const found = await readdir(join(root, below), { withFileTypes: true });
  const lists = await Promise.all(
    found
      .toSorted((one, other) => (one.name < other.name ? -1 : 1))
      .map(async (entry) => {
        const path = below === '' ? entry.name : `${below}/${entry.name}`;
        if (leftOut.test(entry.name) || (below.startsWith('base/') && temporaryTable.test(entry.name))) return [];
        if (entry.isDirectory()) return below === '' && emptied.has(entry.name) ? [] : filesUnder(root, path);
        if (entry.isSymbolicLink()) throw new Error(`${path} is a link: a cluster of ours has no tablespaces`);
        return entry.isFile() ? [path] : [];
      }),
  );
  return lists.flat();
}

const readBytes = 1024 * 1024;

/** One file, if it is still there: a table dropped meanwhile is none of this backup's business, the log knows. */
export async function* fileAsEntry(root: string, path: string, as: string): AsyncGenerator<OpenEntry> {
  const file = await open(join(root, path), 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!file) return;
  try {
    const { mode } = await file.stat();
    async function* parts(): AsyncGenerator<Buffer> {
      for (;;) {
        const { bytesRead, buffer } = await file!.read(Buffer.allocUnsafe(readBytes), 0, readBytes, null);
        if (bytesRead === 0) return;
        yield buffer.subarray(0, bytesRead);
      }
    }
    yield { path: as, mode: mode & 0o777, parts: parts() };
  } finally {
    await file.close();
  }
}

/** A backup in PostgreSQL's sense: between `begin` and `end` the data directory may be copied while everybody works. */
export interface ClusterCopy {
  readonly from: string;
  /** Ends it; afterwards the log between the two positions must be taken with `logFiles`. */
  end(): Promise<{ to: string; label: string }>;
}

/**
 * Begins a backup on this connection. A temporary replication slot keeps the server from recycling the log that the copy needs; it
 * vanishes with the connection, also when we are killed.
 */
export async function beginCopy(client: Client): Promise<ClusterCopy> {
  await client.query(`select pg_create_physical_replication_slot('opengoa_backup_' || pg_backend_pid(), true, true)`);
  const begun = await client.query<{ lsn: string }>(`select pg_backup_start('opengoa', fast => true)::text as lsn`);
  return {
    from: begun.rows[0]!.lsn,
    async end() {
      const ended = await client.query<{ lsn: string; labelfile: string }>(
        `select lsn::text, labelfile from pg_backup_stop(wait_for_archive => false)`,
      );
      return { to: ended.rows[0]!.lsn, label: ended.rows[0]!.labelfile };
    },
  };
}

/** The log from the beginning to the end of a copy: with it the copy becomes a consistent whole. */
export async function* logFiles(
  client: Client,
  dataFolder: string,
  from: string,
  to: string,
): AsyncGenerator<OpenEntry> {
  const { rows } = await client.query<{ first: string; last: string; bytes: string }>(
    `select pg_walfile_name($1::pg_lsn) as first, pg_walfile_name($2::pg_lsn - 1) as last,
            pg_size_bytes(current_setting('wal_segment_size')) as bytes`,
    [from, to],
  );
  const { first, last } = rows[0]!;
  const names = (await readdir(join(dataFolder, 'pg_wal'))).toSorted();
  const wanted = names.filter((name) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last);
  if (wanted[0] !== first || wanted.at(-1) !== last)
    throw new Error(`the log ${first} to ${last} is not all there: ${wanted.join(' ')}`);
  const histories = names.filter((name) => /^[0-9A-F]{8}\.history$/.test(name));
  for (const name of [...wanted, ...histories])
    yield* fileAsEntry(join(dataFolder, 'pg_wal'), name, `postgres/pg_wal/${name}`);
}
