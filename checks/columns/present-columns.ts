import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { migrate } from '@opengoa/kernel/host';
import { startCluster } from '../../host/postgres/start-cluster.ts';
import { withClient } from '../../host/postgres/prepare-roles.ts';
import type { House } from '../house.ts';

/** A column of a table of the migrated database. Views are not told: their columns are these. */
export interface PresentColumn {
  readonly table: string;
  readonly column: string;
}

/** Rooms in the order of the disk, and the migrations by which their tables come to be. */
export const migrationsOf = ({ paths }: House): readonly string[] =>
  paths.filter((path) => /^(kernel|risk-centre|domains\/[^/]+)\/migrations\/[^/]+\.sql$/.test(path)).toSorted();

const asked = `
  select table_schema || '.' || table_name as "table", column_name as "column"
    from information_schema.columns join information_schema.tables using (table_catalog, table_schema, table_name)
   where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema', 'public', 'opengoa')
     and not exists (select from pg_inherits where inhrelid = (quote_ident(table_schema) || '.' || quote_ident(table_name))::regclass)
   order by 1, ordinal_position`;

/**
 * The columns there are once every migration ran, asked of a throw-away PostgreSQL (about three seconds), and kept beside the packages
 * until a migration changes. Partitions are their table.
 */
export async function presentColumns(house: House): Promise<PresentColumn[]> {
  const migrations = migrationsOf(house);
  if (migrations.length === 0) return [];
  const hash = createHash('sha256').update(asked);
  for (const path of migrations) hash.update(`${path}\n`).update(house.read(path));
  const kept = join(house.root, 'node_modules', '.columns', `${hash.digest('hex').slice(0, 32)}.json`);
  if (existsSync(kept)) return JSON.parse(readFileSync(kept, 'utf8')) as PresentColumn[];
  const folder = mkdtempSync(join(tmpdir(), 'opengoa-columns-'));
  chmodSync(folder, 0o711);
  try {
    const cluster = await startCluster({ folder, durable: false, connections: 10 });
    try {
      const roots = [...new Set(migrations.map((path) => join(house.root, dirname(dirname(path)))))];
      await migrate({ ownerUrl: cluster.ownerUrl, roots });
      const rows = await withClient(
        cluster.superUrl,
        async (client) => (await client.query<PresentColumn>(asked)).rows,
      );
      mkdirSync(dirname(kept), { recursive: true });
      writeFileSync(kept, JSON.stringify(rows));
      return rows;
    } finally {
      await cluster.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
