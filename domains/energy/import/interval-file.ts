/**
 * One file a meter, one line an interval: `DateTime,RealPower` with a header, plain or gzipped. Times are local and without zone; a blank cell was
 * not read.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';

export type DayOrder = 'ymd' | 'mdy' | 'dmy';

export interface IntervalLayout {
  /** Headers of the time and of the value. */
  readonly time: string;
  readonly value: string;
  /** In which order day, month and year stand where the time is not ISO: `3/5/2018` is read by nobody without being told. */
  readonly days: DayOrder;
  /** What a value is times this, in the meter's unit of measure: kW of 15 minutes are 0.25 kWh. */
  readonly factor: number;
}

export interface IntervalValue {
  /** With its zone. */
  readonly at: string;
  readonly value: number;
}

/** A file that is not of this layout; says which and why. */
export class NotIntervals extends Error {}

/** The files of a folder, or the file itself, each with the name that its meter bears. */
export function intervalFiles(path: string): { readonly name: string; readonly file: string }[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .toSorted()
        .map((name) => join(path, name))
    : [path];
  return files
    .filter((file) => /\.csv(\.gz)?$/.test(file))
    .map((file) => ({ name: basename(file).replace(/\.csv(\.gz)?$/, ''), file }));
}

/**
 * @returns values in the order of the file; an instant that comes twice (the hour that summer time repeats) counts once, as it came first
 * @throws NotIntervals
 */
export function readIntervals(file: string, layout: IntervalLayout): { values: IntervalValue[]; repeated: number } {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes, { maxOutputLength: 256 * 1024 * 1024 }) : bytes).toString(
    'utf8',
  );
  const [head = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const headers = head.split(',').map((header) => header.trim().toLowerCase());
  const at = (name: string): number => {
    const found = headers.indexOf(name.toLowerCase());
    if (found < 0) throw new NotIntervals(`${basename(file)}: no column ${name} in ${headers.join(', ')}`);
    return found;
  };
  const [time, value] = [at(layout.time), at(layout.value)];
  const found = new Map<string, number>();
  let repeated = 0;
  for (const [i, line] of lines.entries()) {
    if (line === '') continue;
    const cells = line.split(',');
    const [stamp = '', number = ''] = [cells[time]?.trim(), cells[value]?.trim()];
    if (number === '') continue;
    const instant = instantOf(stamp, layout.days);
    if (instant === null || !Number.isFinite(Number(number)))
      throw new NotIntervals(`${basename(file)}, line ${i + 2}: ${JSON.stringify(line.slice(0, 80))} is no reading`);
    if (found.has(instant)) repeated += 1;
    else found.set(instant, Math.round(Number(number) * layout.factor * 1000) / 1000);
  }
  return { values: [...found].map(([instant, each]) => ({ at: instant, value: each })), repeated };
}

/** `2018-01-01 00:15` whatever the order, and `1/31/2018 0:15` in the order that was said. Null for a day that never was. */
export function instantOf(text: string, days: DayOrder): string | null {
  const [, a = '', b = '', c = '', hour = '', minute = ''] =
    /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})[T ](\d{1,2}):(\d{2})(?::00(?:\.0+)?)?$/.exec(text) ?? [];
  if (a === '') return null;
  const order = a.length === 4 ? 'ymd' : days;
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'mdy' ? [c, a, b] : [c, b, a];
  if (year.length !== 4 || Number(hour) > 23 || Number(minute) > 59) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return null;
  return `${date.toISOString().slice(0, 10)}T${hour.padStart(2, '0')}:${minute}:00+08:00`;
}
