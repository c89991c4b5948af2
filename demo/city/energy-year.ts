import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Calendar } from '@opengoa/kernel/calendar';
import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import { type Chance, chanceOf } from './chance.ts';

/**
 * Two years of hours for the buildings of the city. Their shapes are those of five real meters (demo/meters, with licence and origin), in the year in
 * which nothing out of the way was seen there: each of our days takes a real day of the same season and of its own kind, so that a Saturday worked
 * (调休) looks like a working day. Scaled by floor area, shifted by up to an hour, with a few percent of its own from day to day.
 */

export interface CityBuilding {
  readonly name: string;
  readonly unit: string;
  readonly use: 'office' | 'school' | 'hospital' | 'venue' | 'library';
  readonly areaM2: number;
  readonly floors: number;
  readonly builtYear: number;
  readonly people: number;
  /** Declared loads of the night. */
  nightLoads: string[];
  /** Number of its main meter; hours or a number read once a month. */
  readonly meter: string;
  readonly hourly: boolean;
}

export interface DailyMeter {
  readonly building: string;
  readonly name: string;
  readonly key: string;
  readonly use: 'lighting' | 'air-conditioning' | 'power';
  /** kWh of each day of the judged year; null where nothing came. */
  readonly days: (number | null)[];
}

export interface RegisterMeter {
  readonly building: string;
  readonly name: string;
  readonly key: string;
  readonly carrier: 'electricity' | 'water' | 'gas' | 'heat';
  readonly digits: number;
  readonly firstRegister: number;
  /** What it showed, and when (minutes since 1970). */
  readings: { at: number; value: number }[];
  /** An exchange that was put on record. */
  exchange?: {
    readonly at: number;
    readonly lastRegister: number;
    readonly firstRegister: number;
    readonly key: string;
  };
  /** A wrong number that was put right later. */
  correction?: { readonly at: number; readonly value: number };
}

export interface EnergyYear {
  /** First day of the two years, of the judged one, and the day after its last. */
  readonly trained: string;
  readonly from: string;
  readonly toExclusive: string;
  readonly buildings: readonly CityBuilding[];
  /** kWh by hour from `trained` on, by the main meter's number. */
  readonly hours: Map<string, (number | null)[]>;
  readonly daily: readonly DailyMeter[];
  readonly registers: RegisterMeter[];
  readonly changes: {
    readonly building: string;
    readonly day: string;
    readonly kind: 'renovation' | 'occupant' | 'equipment';
    readonly what: string;
  }[];
  /** °C by hour from `trained` on. */
  readonly outdoorC: readonly number[];
}

const folder = join(import.meta.dirname, '..', 'meters');
const linesOf = (name: string) =>
  gunzipSync(readFileSync(join(folder, name)))
    .toString('utf8')
    .trim()
    .split('\n')
    .slice(1);
/** Buildings of the sample whose 2018 holds no fault to speak of, with their floor area. */
const shapes = [
  ['b0', 3_296],
  ['b8', 2_315],
  ['b23', 4_457],
  ['b36', 12_820],
  ['b101', 4_506],
] as const;

interface RealYear {
  readonly areaM2: number;
  /** 365 days of 24 hours. */
  readonly days: readonly (readonly number[])[];
}

const realYears = (): RealYear[] =>
  shapes.map(([name, areaM2]) => {
    const kwh = linesOf(`hourly/UCam_Building_${name}.csv.gz`)
      .slice(0, 8_760)
      .map((line) => Number(line.split(',')[1]));
    return { areaM2, days: Array.from({ length: 365 }, (_, day) => kwh.slice(day * 24, day * 24 + 24)) };
  });
const realWeather = (): number[][] => {
  const celsius = linesOf('weather.csv.gz')
    .slice(0, 8_760)
    .map((line) => Number(line.split(',')[1]));
  return Array.from({ length: 365 }, (_, day) => celsius.slice(day * 24, day * 24 + 24));
};
/** 2018-01-01 was a Monday; the bank holidays of that year, as days of the year. */
const bankHolidays = new Set([0, 88, 91, 126, 147, 238, 358, 359]);
const wasOff = (day: number) => day % 7 > 4 || bankHolidays.has(day) || day > 357;

const units = [
  '发改局',
  '科技局',
  '工信局',
  '公安局',
  '民政局',
  '司法局',
  '人社局',
  '资规局',
  '环保局',
  '住建局',
  '交通局',
  '水务局',
  '农业局',
  '商务局',
  '文旅局',
  '应急局',
  '审计局',
  '市监局',
  '统计局',
  '政务中心',
  '县教育局',
  '县公安局',
  '县农业局',
  '县市监局',
];
const others = [
  ['一中', '教学楼', 'school'],
  ['一中', '实验楼', 'school'],
  ['县一中', '教学楼', 'school'],
  ['市医院', '门诊楼', 'hospital'],
  ['市医院', '住院楼', 'hospital'],
  ['县医院', '门诊楼', 'hospital'],
  ['博物馆', '主馆', 'venue'],
  ['体育中心', '体育馆', 'venue'],
  ['县图书馆', '主馆', 'library'],
] as const;

/** Thirty-three buildings and 293 meters beside the town's seven: 26 main meters by the hour, sub-meters by the day, the rest read once a month. */
export function energyYear(
  seed: number,
  { from, toExclusive }: { readonly from: string; readonly toExclusive: string },
  calendar: Calendar,
): EnergyYear {
  const chance = chanceOf(seed, 'energy');
  const trained = addDays(from, -366);
  const real = realYears();
  const source = sourceDays(chance, trained, toExclusive, calendar);
  const weather = realWeather();
  const buildings: CityBuilding[] = [...units.map((unit) => [unit, '办公楼', 'office'] as const), ...others].map(
    ([unit, name, use], n) => {
      const areaM2 = Math.round(Math.exp(chance.normal(Math.log(6_500), 0.5)));
      return {
        name: `${unit}${name}`,
        unit,
        use,
        areaM2,
        floors: Math.max(2, Math.min(18, Math.round(areaM2 / 900))),
        builtYear: chance.whole(1_986, 2_021),
        people: Math.max(12, Math.round(areaM2 / chance.between(28, 60))),
        nightLoads: [],
        meter: `LJ-E-${String(n + 1).padStart(3, '0')}`,
        hourly: n < 22 || n >= 28 || n === 24,
      };
    },
  );
  const hours = new Map<string, (number | null)[]>();
  for (const building of buildings)
    if (building.hourly) hours.set(building.meter, hoursOf(chance, real, source, building));
  const judgedAt = daysBetween(trained, from) * 24;
  const daily = dailyMeters(chance, buildings, hours, judgedAt);
  return {
    trained,
    from,
    toExclusive,
    buildings,
    hours,
    daily,
    registers: registerMeters(chance, buildings, { from, toExclusive }, 293 - hours.size - daily.length),
    changes: [],
    outdoorC: source.flatMap((day) => weather[day]!),
  };
}

/** For each of our days the real day it takes: the same season, and as much a working day as ours is. */
function sourceDays(chance: Chance, from: string, toExclusive: string, calendar: Calendar): number[] {
  const days: number[] = [];
  for (let day = from; day < toExclusive; day = addDays(day, 1)) {
    const ofYear = daysBetween(`${day.slice(0, 4)}-01-01`, day) % 365;
    const works = calendar.isWorkday(day);
    const fits = Array.from({ length: 19 }, (_, n) => (ofYear + n - 9 + 365) % 365).filter(
      (each) => wasOff(each) !== works,
    );
    days.push(chance.one(fits));
  }
  return days;
}

function hoursOf(
  chance: Chance,
  real: readonly RealYear[],
  source: readonly number[],
  { areaM2 }: CityBuilding,
): (number | null)[] {
  const shape = chance.one(real);
  const scale = (areaM2 / shape.areaM2) * chance.between(0.6, 1.15);
  const later = chance.whole(-1, 1);
  let own = 0;
  const kwh = source.flatMap((day): (number | null)[] => {
    // What a day has of its own fades over the next ones.
    own = own * 0.55 + chance.normal(0, 0.018);
    const read = shape.days[day]!;
    return Array.from({ length: 24 }, (_, hour) => {
      const value = read[(hour + later + 24) % 24]!;
      return value > 0 ? Math.round(value * scale * (1 + own + chance.normal(0, 0.012)) * 1_000) / 1_000 : null;
    });
  });
  // The line to the collector fails now and then, for hours and once for a few days.
  for (let n = 0; n < 6; n += 1) {
    const at = chance.whole(0, kwh.length - 100);
    kwh.fill(null, at, at + (n === 0 ? chance.whole(20, 70) : chance.whole(1, 5)));
  }
  return kwh;
}

function dailyMeters(
  chance: Chance,
  buildings: readonly CityBuilding[],
  hours: EnergyYear['hours'],
  judgedAt: number,
): DailyMeter[] {
  return buildings.flatMap((building) => {
    const kwh = hours.get(building.meter)?.slice(judgedAt);
    if (!kwh) return [];
    const days = Array.from({ length: kwh.length / 24 }, (_, day) => kwh.slice(day * 24, day * 24 + 24));
    const sums = days.map((day) => (day.includes(null) ? null : day.reduce<number>((sum, value) => sum + value!, 0)));
    const shares = [chance.between(0.36, 0.44), chance.between(0.26, 0.34)];
    const parts = [
      ['照明插座', 'lighting', shares[0]!],
      ['空调', 'air-conditioning', shares[1]!],
      ['动力', 'power', 0.985 - shares[0]! - shares[1]!],
    ] as const;
    return parts.map(([name, use, share], n): DailyMeter => ({
      building: building.name,
      name: `${name}分项表`,
      key: `${building.meter}-${n + 1}`,
      use,
      // Class 1 meters: each is a percent off, and together they are never quite the main one.
      days: sums.map((sum) =>
        sum === null || chance.is(0.004) ? null : Math.round(sum * share * chance.normal(1, 0.006) * 10) / 10,
      ),
    }));
  });
}

function registerMeters(
  chance: Chance,
  buildings: readonly CityBuilding[],
  { from, toExclusive }: { readonly from: string; readonly toExclusive: string },
  count: number,
): RegisterMeter[] {
  const kinds = [
    ['生活水表', 'water', 5, 0.075],
    ['食堂燃气表', 'gas', 5, 0.03],
    ['一层照明表', 'electricity', 6, 0.45],
    ['二层照明表', 'electricity', 6, 0.42],
    ['三层照明表', 'electricity', 6, 0.42],
    ['热力入户表', 'heat', 5, 0.02],
    ['地下车库表', 'electricity', 6, 0.3],
    ['会议中心表', 'electricity', 6, 0.25],
    ['充电桩总表', 'electricity', 6, 0.4],
  ] as const;
  return Array.from({ length: count }, (_, n): RegisterMeter => {
    const building = buildings[n % buildings.length]!;
    const [name, carrier, digits, perM2] = kinds[Math.floor(n / buildings.length) % kinds.length]!;
    let value = chance.whole(500, 40_000);
    const firstRegister = value;
    const monthly = building.areaM2 * perM2 * chance.between(0.7, 1.3);
    const readings: RegisterMeter['readings'] = [];
    for (let day = addDays(from, chance.whole(0, 6)); day < toExclusive; day = addDays(day, chance.whole(29, 32))) {
      // Somebody walks to it once a month; a month is skipped now and then.
      if (!chance.is(0.02))
        readings.push({ at: Date.parse(`${day}T09:00:00+08:00`) / 60_000 + chance.whole(0, 300), value });
      value += Math.round(monthly * chance.between(0.75, 1.25));
    }
    return {
      building: building.name,
      name,
      key: `LJ-R-${String(n + 1).padStart(3, '0')}`,
      carrier,
      digits,
      firstRegister,
      readings,
    };
  });
}
