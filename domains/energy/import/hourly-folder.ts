/**
 * A folder of hourly readings as public archives publish them:
 *
 *   buildings.csv               building_id, gross_internal_area_m2, floors, …
 *   hourly/<building>.csv[.gz]  datetime, electricity_kwh[, gas_kwh]
 *   weather.csv[.gz]            datetime, air_temperature [degC], …
 *
 * Times are the beginning of the hour, local and without zone; a blank cell was not read.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface FolderBuilding {
  readonly id: string;
  readonly areaM2: number | null;
  readonly floors: number | null;
  readonly file: string;
}

export interface HourlyValue {
  /** With its zone: `2018-01-01T00:00:00+08:00`. */
  readonly at: string;
  readonly value: number;
}

/** A file that is not of this layout; says which and why. */
export class NotHourly extends Error {}

/** @throws NotHourly when a part of the layout is missing */
export function readFolder(folder: string): {
  readonly buildings: readonly FolderBuilding[];
  readonly weather: string | null;
} {
  const about = join(folder, 'buildings.csv');
  if (!existsSync(about) || !existsSync(join(folder, 'hourly')))
    throw new NotHourly(`${folder}: buildings.csv and hourly/ are expected`);
  const files = new Map(
    readdirSync(join(folder, 'hourly'))
      .filter((file) => /\.csv(\.gz)?$/.test(file))
      .map((file) => [basename(file).replace(/\.csv(\.gz)?$/, ''), join(folder, 'hourly', file)]),
  );
  const { rows, at } = readTable(about);
  const [id, area, floors] = [at('building_id'), at('gross_internal_area_m2'), at('floors')];
  if (id === null) throw new NotHourly(`${about}: no column building_id`);
  const buildings = rows.flatMap((row): FolderBuilding[] => {
    const name = row[id] ?? '';
    const file = files.get(name);
    return file === undefined ? [] : [{ id: name, areaM2: positive(row, area), floors: positive(row, floors), file }];
  });
  const weather = ['weather.csv.gz', 'weather.csv'].map((file) => join(folder, file)).find((path) => existsSync(path));
  return {
    buildings: buildings.toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true })),
    weather: weather ?? null,
  };
}

/**
 * The values of one column of an hourly file.
 * @param column by the beginning of its header: `electricity_kwh`, `air_temperature`
 * @returns null when the file has no such column
 */
export function readHours(
  file: string,
  column: string,
  from: string | null,
  toExclusive: string | null,
): HourlyValue[] | null {
  const { rows, at } = readTable(file);
  const [time, value] = [at('datetime'), at(column)];
  if (time === null) throw new NotHourly(`${file}: no column datetime`);
  if (value === null) return null;
  const found: HourlyValue[] = [];
  for (const [i, row] of rows.entries()) {
    const stamp = row[time] ?? '';
    const text = row[value] ?? '';
    if (text === '' || (from !== null && stamp < from) || (toExclusive !== null && stamp >= toExclusive)) continue;
    const number = Number(text);
    if (!/^\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(:\d{2})?$/.test(stamp) || !Number.isFinite(number))
      throw new NotHourly(`${file}, line ${i + 2}: ${JSON.stringify(row.join(',').slice(0, 80))} is no reading`);
    found.push({ at: `${stamp.slice(0, 10)}T${stamp.slice(11, 16)}:00+08:00`, value: number });
  }
  return found;
}

function readTable(file: string): { rows: string[][]; at: (header: string) => number | null } {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: 256 * 1024 * 1024 }) : bytes).toString(
    'utf8',
  );
  if (text.includes('"')) throw new NotHourly(`${file}: quoted cells are not of this layout`);
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const headers = head.split(',').map((header) => header.trim().toLowerCase());
  return {
    rows: lines.filter((line) => line !== '').map((line) => line.split(',')),
    at: (header) => {
      const found = headers.findIndex((each) => each === header || each.startsWith(`${header} `));
      return found < 0 ? null : found;
    },
  };
}

const positive = (row: readonly string[], at: number | null): number | null => {
  const value = at === null ? Number.NaN : Number(row[at]);
  return Number.isFinite(value) && value > 0 ? value : null;
};
