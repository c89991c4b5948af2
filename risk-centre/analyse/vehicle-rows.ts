/** Positions, approved trips and fills as files give them. */
import type { TableShape } from '@opengoa/kernel/exchange';
import { type Datum, toWgs84 } from '@opengoa/vehicles/datum';
import type { Point } from '@opengoa/vehicles/haversine';
import type { Fix } from '@opengoa/vehicles/stay-points';
import type { Span } from '../methods/vehicles/spans.ts';
import type { AnalysisRow, AnalysisRows, AnalysisTools } from './method.ts';
import { secondsOfText } from './zone-clock.ts';

const vehicle = {
  type: 'text',
  required: true,
  maxLength: 100,
  title: { zh: '车辆', en: 'Vehicle' },
  aliases: ['车牌', '号牌', 'plate'],
} as const;
const moment = {
  type: 'text',
  required: true,
  maxLength: 40,
  takesMoments: true,
  check: (text: string) =>
    secondsOfText(text, 'UTC') === null
      ? {
          zh: `“${text}”不是时刻，请写成 2026-03-02 08:30:00、带时区的 ISO 时刻或1970年以来的秒数`,
          en: `“${text}” is no moment; write 2026-03-02 08:30:00, ISO with its offset, or seconds since 1970`,
        }
      : null,
} as const;
const latitude = {
  type: 'decimal',
  decimals: 'as-measured',
  min: -90,
  max: 90,
  title: { zh: '纬度', en: 'Latitude' },
} as const;
const longitude = {
  type: 'decimal',
  decimals: 'as-measured',
  min: -180,
  max: 180,
  title: { zh: '经度', en: 'Longitude' },
} as const;
const above0 = { type: 'decimal', decimals: 'as-measured', min: 0 } as const;

export const positionShape: TableShape = {
  title: { zh: '车辆定位', en: 'positions' },
  columns: {
    vehicle,
    timestamp: { ...moment, title: { zh: '时间', en: 'Time' }, aliases: ['定位时间', 'time', 'unix_time'] },
    lat: { ...latitude, required: true, aliases: ['latitude'] },
    lon: { ...longitude, required: true, aliases: ['longitude', 'lng'] },
  },
};

export const tripShape: TableShape = {
  title: { zh: '审批的用车', en: 'approved trips' },
  columns: {
    vehicle,
    from: { ...moment, title: { zh: '批准开始', en: 'Approved from' }, aliases: ['开始时间', 'start'] },
    to: { ...moment, title: { zh: '批准结束', en: 'Approved to' }, aliases: ['结束时间', 'end'] },
    id: { type: 'text', maxLength: 100, title: { zh: '审批单号', en: 'Approval' }, aliases: ['编号', 'number'] },
    km: { ...above0, title: { zh: '最短路程公里', en: 'Shortest km' }, aliases: ['计划公里', 'shortest_km'] },
    route: {
      type: 'text',
      maxLength: 20_000,
      title: { zh: '路线', en: 'Route' },
      note: {
        zh: '“纬度 经度;纬度 经度”，可走的几条路线用 | 分开',
        en: '“lat lon;lat lon”, several possible ways parted by |',
      },
      check: (text: string) =>
        waysOf(text) === null
          ? { zh: '路线须写成“纬度 经度;纬度 经度”', en: 'a route is written as “lat lon;lat lon”' }
          : null,
    },
  },
};

export const fuelShape: TableShape = {
  title: { zh: '加油记录', en: 'fills' },
  columns: {
    vehicle,
    timestamp: { ...moment, title: { zh: '加油时间', en: 'Time' }, aliases: ['时间', 'time'] },
    litres: { ...above0, required: true, title: { zh: '升数', en: 'Litres' }, aliases: ['加油量', 'liters'] },
    tank: { ...above0, title: { zh: '油箱升数', en: 'Tank' } },
    full: { type: 'yes-no', title: { zh: '是否加满', en: 'Full' } },
    rated: { ...above0, title: { zh: '额定百公里油耗', en: 'Rated litres per 100 km' } },
    odometer: { ...above0, title: { zh: '里程表', en: 'Odometer' } },
    lat: { ...latitude, title: { zh: '加油站纬度', en: 'Latitude of the station' } },
    lon: { ...longitude, title: { zh: '加油站经度', en: 'Longitude of the station' } },
  },
};

/** Ways a file writes as `lat lon;lat lon|lat lon;…`; null where it is none. */
function waysOf(text: string): Point[][] | null {
  const ways = text.split('|').map((way) =>
    way
      .split(';')
      .filter((part) => part.trim() !== '')
      .map((part) =>
        part
          .trim()
          .split(/[\s,]+/)
          .map(Number),
      ),
  );
  const good = ways.every(
    (way) =>
      way.length > 0 &&
      way.every(([lat = 91, lon = 181, ...more]) => Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && more.length === 0),
  );
  return good ? ways.map((way) => way.map(([lat, lon]) => ({ latitude: lat!, longitude: lon! }))) : null;
}

/** What the file's clock and numbers mean. */
export interface Reading {
  readonly zone: string;
  readonly datum: Datum;
}

/** An approval of a trip. */
export interface Approval extends Span {
  readonly id: string;
  readonly km: number | null;
  readonly ways: readonly (readonly Point[])[];
}

export interface FillRow {
  readonly atS: number;
  readonly litres: number;
  readonly tank: number | null;
  /** Not known counts as not full: a single fill then says nothing of consumption. */
  readonly full: boolean;
  readonly rated: number | null;
  readonly odometer: number | null;
  readonly station: Point | null;
}

const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

export async function fixesByVehicle(
  rows: AnalysisRows,
  { zone, datum }: Reading,
  tools: AnalysisTools,
): Promise<Map<string, Fix[]>> {
  const all = new Map<string, Fix[]>();
  for await (const row of rows) {
    const { lat, lon } = row.values;
    if (lat === 0 && lon === 0) {
      tools.passOver(row, { zh: '没有定位（0, 0）', en: 'no position (0, 0)' });
      continue;
    }
    const said = { latitude: Number(lat), longitude: Number(lon) };
    add(all, row, { atS: atOf(row, 'timestamp', zone), ...toWgs84(datum, said) });
  }
  return all;
}

export async function approvalsByVehicle(
  rows: AnalysisRows,
  { zone, datum }: Reading,
  tools: AnalysisTools,
): Promise<Map<string, Approval[]>> {
  const all = new Map<string, Approval[]>();
  for await (const row of rows) {
    const [fromS, toS] = [atOf(row, 'from', zone), atOf(row, 'to', zone)];
    if (toS <= fromS) {
      tools.passOver(row, { zh: '结束不晚于开始', en: 'it ends no later than it begins' });
      continue;
    }
    const { id, km, route } = row.values;
    const ways = typeof route === 'string' ? (waysOf(route) ?? []) : [];
    add(all, row, {
      fromS,
      toS,
      id: typeof id === 'string' ? id : '',
      km: numberOf(km) || null,
      ways: ways.map((way) => way.map((point) => toWgs84(datum, point))),
    });
  }
  return all;
}

export async function fillsByVehicle(rows: AnalysisRows, { zone, datum }: Reading): Promise<Map<string, FillRow[]>> {
  const all = new Map<string, FillRow[]>();
  for await (const row of rows) {
    const { litres, tank, full, rated, odometer, lat, lon } = row.values;
    const placed = typeof lat === 'number' && typeof lon === 'number';
    add(all, row, {
      atS: atOf(row, 'timestamp', zone),
      litres: Number(litres),
      tank: numberOf(tank) || null,
      full: full === true,
      rated: numberOf(rated) || null,
      odometer: numberOf(odometer),
      station: placed ? toWgs84(datum, { latitude: lat, longitude: lon }) : null,
    });
  }
  return all;
}

const atOf = ({ values }: AnalysisRow, column: string, zone: string): number =>
  secondsOfText(String(values[column]), zone)!;

function add<T>(all: Map<string, T[]>, { values }: AnalysisRow, one: T): void {
  const name = String(values['vehicle']);
  const own = all.get(name);
  if (own) own.push(one);
  else all.set(name, [one]);
}
