import type { Client } from 'pg';
import { withClient } from '../postgres/prepare-roles.ts';
import type { TableCount } from './manifest.ts';

/** Something that is wrong inside a database's files. */
export interface DatabaseFault {
  readonly where: string;
  readonly what: string;
}

export interface DatabaseCheck {
  readonly tables: readonly TableCount[];
  readonly indexes: number;
  readonly faults: readonly DatabaseFault[];
}

/** Tables of ours, partitions one by one; the catalogue of PostgreSQL is checked too, but not counted. */
const ourTables = `
  select c.oid, format('%I.%I', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
   order by name`;

/** Rows of every table, read within the client's present transaction. */
export async function countRows(client: Client, progress?: (line: string) => void): Promise<TableCount[]> {
  const { rows } = await client.query<{ name: string }>(ourTables);
  const counts: TableCount[] = [];
  let told = Date.now();
  for (const { name } of rows) {
    const counted = await client.query<{ rows: string }>(`select count(*) as rows from ${name}`);
    counts.push({ table: name, rows: Number(counted.rows[0]!.rows) });
    if (Date.now() - told < 1_000) continue;
    progress?.(`正在清点 · counting … ${counts.length}/${rows.length}`);
    told = Date.now();
  }
  return counts;
}

/**
 * Reads every page of every table, checks each page's sum and each row's form, and holds every B-tree index against its table
 * (`amcheck`, brought by the embedded database and put in for the duration only). Nothing is changed (REL-03, REL-10).
 *
 * @param superUrl of the embedded cluster
 */
export async function checkDatabase(superUrl: string, progress?: (line: string) => void): Promise<DatabaseCheck> {
  return withClient(superUrl, async (client) => {
    const faults: DatabaseFault[] = [];
    // Rolled back at the end, and with it the extension.
    await client.query('begin');
    await client.query('create schema opengoa_check');
    await client.query('create extension amcheck schema opengoa_check');
    const attempt = async (where: string, work: () => Promise<string[]>) => {
      await client.query('savepoint one');
      try {
        for (const what of await work()) faults.push({ where, what });
      } catch (error) {
        await client.query('rollback to savepoint one');
        faults.push({ where, what: error instanceof Error ? error.message : String(error) });
      }
      await client.query('release savepoint one');
    };

    const heaps = await client.query<{ oid: string; name: string }>(
      `select c.oid, c.oid::regclass::text as name from pg_class c
        where c.relkind in ('r', 'm') and c.relpersistence = 'p' order by name`,
    );
    for (const { oid, name } of heaps.rows) {
      await attempt(name, async () => {
        const found = await client.query<{ blkno: string; msg: string }>(
          'select blkno, msg from opengoa_check.verify_heapam($1::oid::regclass, check_toast => true)',
          [oid],
        );
        return found.rows.map((row) => `block ${row.blkno}: ${row.msg}`);
      });
    }
    progress?.(`表已检查 · tables checked: ${heaps.rows.length}`);

    const indexes = await client.query<{ oid: string; name: string }>(
      `select c.oid, c.oid::regclass::text as name
         from pg_class c join pg_am a on a.oid = c.relam join pg_index i on i.indexrelid = c.oid
        where c.relkind = 'i' and a.amname = 'btree' and c.relpersistence = 'p' and i.indisvalid and i.indisready order by name`,
    );
    for (const { oid, name } of indexes.rows) {
      await attempt(name, async () => {
        await client.query('select opengoa_check.bt_index_check($1::oid::regclass, true)', [oid]);
        return [];
      });
    }
    progress?.(`索引已检查 · indexes checked: ${indexes.rows.length}`);

    let tables: TableCount[] = [];
    await attempt('*', async () => {
      tables = await countRows(client, progress);
      return [];
    });
    await client.query('rollback');
    return { tables, indexes: indexes.rows.length, faults };
  });
}
