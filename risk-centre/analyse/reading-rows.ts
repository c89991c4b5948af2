/** Rows of readings as files give them, held by meter in columns of numbers: a few bytes a reading, so that a thousand meter-years stay in memory. */
import type { TableShape } from '@opengoa/kernel/exchange';
import type { AnalysisRows, AnalysisTools } from './method.ts';

const stampForm =
  /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?(?:Z|[+-]\d{2}:?\d{2})?$/i;

/** Local time as milliseconds as if it were UTC; a zone at its end is left aside, since hours are those of the meter's own clock. Null for no time. */
export function localTime(text: string): number | null {
  const parts = stampForm.exec(text.trim());
  if (!parts) return null;
  const [year, month, day, hour = 0, minute = 0, second = 0] = parts.slice(1, 7).map((part) => Number(part ?? 0));
  const time = Date.UTC(year!, month! - 1, day!, hour, minute, second);
  const date = new Date(time);
  const isReal = date.getUTCMonth() === month! - 1 && date.getUTCDate() === day && hour < 24 && minute < 60;
  return isReal ? time : null;
}

/** What files call the columns of readings and of weather. */
export const readingAliases = {
  meter: ['表号', '计量点', '表计编号', 'building_id'],
  timestamp: ['时刻', '采集时间', '抄表时间', 'datetime', 'date', 'time'],
  value: ['读数', '电量', 'kwh', 'meter_reading'],
  temperature: ['温度', '室外温度', 't'],
} as const;

export const timestampColumn = {
  type: 'text',
  required: true,
  maxLength: 40,
  takesDates: true,
  title: { zh: '时间', en: 'Timestamp' },
  aliases: readingAliases.timestamp,
  check: (text: string) =>
    localTime(text) === null
      ? { zh: `“${text}”不是时间，请写成 2026-03-05 14:00`, en: `“${text}” is no time; write it as 2026-03-05 14:00` }
      : null,
} as const;

const measured = { type: 'decimal', decimals: 'as-measured', required: true } as const;

export const readingShape: TableShape = {
  title: { zh: '表计读数', en: 'readings' },
  columns: {
    meter: {
      type: 'text',
      required: true,
      maxLength: 200,
      title: { zh: '表计', en: 'Meter' },
      aliases: readingAliases.meter,
    },
    timestamp: timestampColumn,
    value: { ...measured, title: { zh: '用量', en: 'Value' }, aliases: readingAliases.value },
  },
};

export const weatherShape: TableShape = {
  title: { zh: '室外气温', en: 'outdoor temperature' },
  columns: {
    timestamp: timestampColumn,
    temperature: { ...measured, title: { zh: '气温', en: 'Temperature' }, aliases: readingAliases.temperature },
  },
};

export const judgedReadingShape: TableShape = {
  title: { zh: '已核实的读数', en: 'readings that were judged' },
  columns: {
    ...readingShape.columns,
    label: {
      type: 'integer',
      required: true,
      min: 0,
      max: 1,
      title: { zh: '是否异常', en: 'Label' },
      aliases: ['anomaly'],
    },
  },
};

/** A row's file and line are held as one number. */
const linesMost = 2 ** 32;

/** Numbers as they come, doubled in room when full. */
class Column {
  #held = new Float64Array(256);
  length = 0;
  push(value: number): void {
    if (this.length === this.#held.length) {
      const larger = new Float64Array(2 * this.length);
      larger.set(this.#held);
      this.#held = larger;
    }
    this.#held[this.length] = value;
    this.length += 1;
  }
  get values(): Float64Array {
    return this.#held.subarray(0, this.length);
  }
}

export interface MeterColumns {
  readonly times: Float64Array;
  readonly values: Float64Array;
  readonly labels: Float64Array;
}

/** Readings by meter, each in order of time; of two at one time the first counts. @param known whether rows bear a label */
export async function metersOf(
  rows: AnalysisRows,
  tools: AnalysisTools,
  known = false,
): Promise<Map<string, MeterColumns>> {
  const all = new Map<string, Record<'times' | 'values' | 'labels' | 'lines', Column>>();
  const files: string[] = [];
  for await (const row of rows) {
    const meter = String(row.values['meter']);
    const own = all.get(meter) ?? {
      times: new Column(),
      values: new Column(),
      labels: new Column(),
      lines: new Column(),
    };
    all.set(meter, own);
    if (files.at(-1) !== row.file) files.push(row.file);
    own.lines.push((files.length - 1) * linesMost + row.line);
    own.times.push(localTime(String(row.values['timestamp']))!);
    own.values.push(Number(row.values['value']));
    if (known) own.labels.push(Number(row.values['label']));
  }
  const ordered = new Map<string, MeterColumns>();
  for (const [meter, { times, values, labels, lines }] of all) {
    const tellDouble = (reading: number) => {
      const place = lines.values[reading]!;
      const row = { file: files[Math.floor(place / linesMost)]!, line: place % linesMost, values: {} };
      tools.passOver(row, { zh: `${meter}在同一时间已有一行`, en: `${meter} has a row of this time already` });
    };
    ordered.set(meter, inOrder(times.values, values.values, labels.values, tellDouble));
    all.delete(meter);
  }
  return ordered;
}

function inOrder(
  times: Float64Array,
  values: Float64Array,
  labels: Float64Array,
  tellDouble: (reading: number) => void,
): MeterColumns {
  if (times.every((time, i) => i === 0 || time > times[i - 1]!)) return { times, values, labels };
  const order = Uint32Array.from(times, (_, i) => i).sort((a, b) => times[a]! - times[b]! || a - b);
  const kept = order.filter((at, i) => {
    const isFirst = i === 0 || times[at] !== times[order[i - 1]!];
    if (!isFirst) tellDouble(at);
    return isFirst;
  });
  const take = (column: Float64Array) => (column.length === 0 ? column : Float64Array.from(kept, (at) => column[at]!));
  return { times: take(times), values: take(values), labels: take(labels) };
}

/** Temperature at a time: of the nearest stamp within three hours, else NaN. */
export async function weatherOf(rows: AnalysisRows): Promise<(timeMs: number) => number> {
  const times = new Column();
  const values = new Column();
  for await (const row of rows) {
    times.push(localTime(String(row.values['timestamp']))!);
    values.push(Number(row.values['temperature']));
  }
  const order = Uint32Array.from(times.values, (_, i) => i).sort((a, b) => times.values[a]! - times.values[b]!);
  const stamps = Float64Array.from(order, (at) => times.values[at]!);
  return (timeMs) => {
    let low = 0;
    let high = stamps.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (stamps[middle]! < timeMs) low = middle + 1;
      else high = middle;
    }
    const nearest = [low - 1, low]
      .filter((at) => at >= 0 && at < stamps.length)
      .toSorted((a, b) => Math.abs(stamps[a]! - timeMs) - Math.abs(stamps[b]! - timeMs))[0];
    const within = nearest !== undefined && Math.abs(stamps[nearest]! - timeMs) <= 3 * 3_600_000;
    return within ? values.values[order[nearest]!]! : Number.NaN;
  };
}
