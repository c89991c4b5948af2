import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export interface Copied {
  /** With its schema: `repairs.repair`. */
  readonly table: string;
  readonly columns: string;
  /** Lines in the text form of COPY. */
  readonly rows: Iterable<string>;
}

/** Fills a ledger by COPY as the database's own superuser: the figures are about reading it. Indexes are made afterwards, which is quicker. */
export async function copyLedger(
  superUrl: string,
  { table, columns, rows }: Copied,
  progress: (line: string) => void,
): Promise<void> {
  const client = new pg.Client({ connectionString: superUrl });
  await client.connect();
  try {
    const indexes = await client.query<{ indexdef: string; indexname: string }>(
      `select i.relname as indexname, pg_get_indexdef(i.oid) as indexdef
         from pg_index x join pg_class i on i.oid = x.indexrelid
        where x.indrelid = $1::regclass and not exists (select from pg_constraint c where c.conindid = i.oid)`,
      [table],
    );
    const schema = table.split('.', 1)[0]!;
    for (const { indexname } of indexes.rows) await client.query(`drop index ${schema}.${indexname}`);
    progress(`loading ${table}`);
    await pipeline(Readable.from(inPieces(rows)), client.query(copyFrom(`copy ${table} (${columns}) from stdin`)));
    await client.query(`set maintenance_work_mem = '1GB'`);
    for (const { indexname, indexdef } of indexes.rows) {
      progress(`index ${indexname}`);
      await client.query(indexdef);
    }
    progress('vacuum and statistics');
    await client.query(`vacuum (analyze) ${table}`);
    await client.query('checkpoint');
  } finally {
    await client.end();
  }
}

function* inPieces(rows: Iterable<string>): Generator<string> {
  let lines: string[] = [];
  for (const row of rows) {
    lines.push(row);
    if (lines.length < 500) continue;
    yield `${lines.join('\n')}\n`;
    lines = [];
  }
  if (lines.length > 0) yield `${lines.join('\n')}\n`;
}

/** An id of the time it was made, as the program makes them. */
export function uuid7(at: number, random: () => number): string {
  const time = at.toString(16).padStart(12, '0');
  const part = () =>
    Math.floor(random() * 65_536)
      .toString(16)
      .padStart(4, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${part().slice(1)}-8${part().slice(1)}-${part()}${part()}${part()}`;
}
