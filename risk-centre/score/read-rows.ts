/** Rows of a data set for scoring: CSV or CSV.gz in the folder `OPENGOA_SCORE_DATA` names, by default beside the project. Never part of the project. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

export type Row = Readonly<Record<string, string>>;

export const dataFolder = (): string =>
  process.env['OPENGOA_SCORE_DATA'] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'data');

/** @param path below the data folder. @returns null where the file is not there */
export function rowsOf(path: string): readonly Row[] | null {
  const whole = join(dataFolder(), path);
  if (!existsSync(whole)) return null;
  const bytes = readFileSync(whole);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return parse(text, { columns: true, bom: true, skip_empty_lines: true });
}

/** The names of the CSV.gz files below a folder of the data, sorted; none where it is not there. */
export function packedFilesIn(path: string): string[] {
  const whole = join(dataFolder(), path);
  if (!existsSync(whole)) return [];
  return readdirSync(whole)
    .filter((file) => file.endsWith('.csv.gz'))
    .toSorted();
}

/** Rows in the order of their first appearance, by what `key` says. */
export function grouped<R>(rows: readonly R[], key: (row: R) => string): Map<string, R[]> {
  const found = new Map<string, R[]>();
  for (const row of rows) {
    const name = key(row);
    const group = found.get(name);
    if (group) group.push(row);
    else found.set(name, [row]);
  }
  return found;
}
