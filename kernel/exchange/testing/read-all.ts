import { isRefusal, Refused, type Refusal } from '../../refusal.ts';
import { type OpenTable, openTable, type TableOptions } from '../open-table.ts';
import type { RawCell, RawRow } from '../raw-table.ts';

export async function rowsOf(table: OpenTable): Promise<RawRow[]> {
  const all: RawRow[] = [];
  for await (const rows of table.rows()) all.push(...rows);
  await table.close();
  return all;
}

/** Every row of a file, or why it was refused. */
export async function readAll(path: string, options: TableOptions = {}, open = openTable): Promise<RawRow[] | Refusal> {
  try {
    return await rowsOf(await open(path, options));
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

export async function cellsOf(path: string, options: TableOptions = {}): Promise<readonly (readonly RawCell[])[]> {
  const rows = await readAll(path, options);
  if (isRefusal(rows)) throw new Error(`refused: ${rows.code} ${JSON.stringify(rows.data)}`);
  return rows.map((row) => row.cells);
}

/** The code of the refusal, or `taken`. */
export async function codeOf(path: string, options: TableOptions = {}, open = openTable): Promise<string> {
  const rows = await readAll(path, options, open);
  return isRefusal(rows) ? rows.code : 'taken';
}
