import type { LonLat } from '../city-map.ts';
import type { Calendar } from '@opengoa/kernel/calendar';
import { addDays, dayOf } from '@opengoa/kernel/calendar';
import { type Chance, chanceOf } from './chance.ts';
import { askingOn } from './changes.ts';
import { type Errand, errands } from './errands.ts';
import type { CityVehicle } from './fleet.ts';
import type { UnitsAndPeople } from './units-and-people.ts';

/** A year of what the fleets did, as it was: nothing here is wrong on purpose, and not everything goes to plan. */

/** How the terminal told of a trip. */
export type Told = 'whole' | 'nothing' | 'in-the-yard' | { readonly gapFrom: number; readonly gapTo: number };

export interface TripOfYear {
  readonly plate: string;
  /** Unit and who asks; the place in the unit's list of those who do. */
  readonly unit: string;
  readonly asker: number;
  readonly errand: Errand;
  readonly use: 'general-affairs' | 'confidential-courier' | 'emergency' | 'law-enforcement';
  readonly people: number;
  /** The plan, in minutes since 1970. */
  readonly startsAt: number;
  readonly endsAt: number;
  readonly plannedKm: number;
  /** What was driven. */
  departedAt: number;
  returnedAt: number;
  drivenKm: number;
  why?: string;
  /** Said at dispatch where the vehicle would be sealed. */
  duty?: string;
  told: Told;
  /** Where on the way out it went so fast, for so many minutes; none at all is one fix that says so. */
  fast?: { readonly atKm: number; readonly minutes: number; readonly kmh: number }[];
  /** Off to a place nearby, so many minutes after it came where it was sent. */
  aside?: { readonly place: LonLat; readonly after: number; readonly minutes: number };
  readonly settled: boolean;
  readonly stars: number | null;
}

export interface FillOfYear {
  readonly plate: string;
  at: number;
  litres: number | null;
  kwh: number | null;
  card: string;
  readonly station: string;
}

export interface RepairOfYear {
  readonly plate: string;
  at: number;
  readonly garage: string;
  readonly what: string;
  readonly quote: string;
  quoteFen: number;
  /** Days in the garage. */
  readonly days: number;
}

/** Where a vehicle stood at night, in kilometres from its yard; 0 where nothing is said. */
export interface NightOfYear {
  readonly plate: string;
  readonly day: string;
  readonly awayKm: number;
}

/** The driver of a vehicle on the duty roster. */
export interface DutyOfYear {
  readonly plate: string;
  readonly kind: 'duty' | 'rest' | 'leave' | 'training';
  readonly from: number;
  readonly to: number;
  readonly note: string;
}

/** Out without a trip: stood so long at a place, from a moment on. */
export interface OutingOfYear {
  readonly plate: string;
  readonly at: number;
  readonly minutes: number;
  readonly place: LonLat;
}

/** A place where the fleets' vehicles are not to stand. */
export interface NoParkingOfYear {
  readonly name: string;
  readonly place: LonLat;
  readonly radiusM: number;
  readonly watches: 'always' | 'days-off';
}

export interface Year {
  readonly from: string;
  readonly toExclusive: string;
  readonly vehicles: readonly CityVehicle[];
  readonly trips: TripOfYear[];
  readonly fills: FillOfYear[];
  readonly repairs: RepairOfYear[];
  readonly nights: NightOfYear[];
  readonly outings: OutingOfYear[];
  readonly duties: DutyOfYear[];
  /** From when to when a terminal was dead. */
  readonly silences: { readonly plate: string; readonly from: number; readonly to: number }[];
  /** Stretches of road whose limit the city's fleet keeps. */
  readonly limits: {
    readonly name: string;
    readonly place: LonLat;
    readonly radiusM: number;
    readonly limitKmh: number;
    readonly watches: 'always' | 'off-hours';
  }[];
}

const minuteAt = (day: string, minute: number): number => Date.parse(`${day}T00:00:00+08:00`) / 60_000 + minute;
export const garages = ['临江市公务车定点维修一厂', '临江市公务车定点维修二厂', '石桥县机关定点维修厂'] as const;
const faults = [
  ['更换机油、机滤', '机油 4 升、机滤 1 个、工时 1.5'],
  ['更换前刹车片', '刹车片 1 副、工时 2'],
  ['更换轮胎两条', '轮胎 2 条、动平衡、四轮定位'],
  ['空调不制冷', '冷媒、冷凝器检漏、工时 3'],
  ['更换蓄电池', '蓄电池 1 只、工时 0.5'],
  ['变速箱保养', '变速箱油 8 升、滤芯、工时 4'],
  ['事故修复前保险杠', '保险杠 1 只、喷漆、工时 6'],
] as const;

/** Trips of every working day, a few on days off, some over night; then fuel, repairs, duties that follow from them. */
export function ordinaryYear(
  seed: number,
  { from, toExclusive }: { readonly from: string; readonly toExclusive: string },
  vehicles: readonly CityVehicle[],
  people: UnitsAndPeople,
  calendar: Calendar,
): Year {
  const chance = chanceOf(seed, 'year');
  const year: Year = {
    from,
    toExclusive,
    vehicles,
    trips: [],
    fills: [],
    repairs: [],
    nights: [],
    outings: [],
    duties: [],
    silences: [],
    limits: [],
  };
  const unitsOf = unitsAsking(people);
  for (const vehicle of vehicles) {
    for (let day = from; day < toExclusive; day = addDays(day, 1)) {
      const trip = tripOn(chance, vehicle, day, from, calendar, unitsOf, people);
      if (!trip) continue;
      const before = year.trips.at(-1);
      // Back from a night away late: the vehicle goes out again tomorrow.
      if (before?.plate === vehicle.plate && trip.startsAt - Math.max(before.returnedAt, before.endsAt) < 45) continue;
      year.trips.push(trip);
      if (trip.duty !== undefined && chance.is(0.5)) {
        // Half of the duties stand on the roster too.
        year.duties.push({
          plate: vehicle.plate,
          kind: 'duty',
          from: minuteAt(day, 0),
          to: minuteAt(day, 1_439),
          note: trip.duty,
        });
      }
    }
    repairsOf(chance, year, vehicle);
    leavesOf(chance, year, vehicle, calendar);
  }
  return year;
}

function unitsAsking({
  askers,
  units,
  leaders,
}: UnitsAndPeople): Readonly<Record<CityVehicle['pool'], readonly string[]>> {
  const level = new Map(units.map(({ key, level }) => [key, level]));
  // Where the unit has a leader of its own to approve long trips.
  const all = [...askers.keys()].filter((key) => leaders.has(key));
  const city = all.filter((key) => level.get(key) === 'city' && !key.startsWith('公安'));
  return {
    市: city,
    县: all.filter((key) => level.get(key) === 'county'),
    公安: ['公安局', '公安局办', '公安警保'],
  };
}

function tripOn(
  chance: Chance,
  vehicle: CityVehicle,
  day: string,
  from: string,
  calendar: Calendar,
  unitsOf: ReturnType<typeof unitsAsking>,
  { askers }: UnitsAndPeople,
): TripOfYear | null {
  const { kind, name } = calendar.kindOf(day);
  const off = kind === 'weekend' || kind === 'holiday';
  if (!chance.is(off ? vehicle.busy * 0.06 : vehicle.busy)) return null;
  const emergency = vehicle.category === 'emergency-support' && chance.is(off ? 0.5 : 0.05);
  const unit = askingOn(chance.one(unitsOf[vehicle.pool]), day, from);
  const errand = chance.one(errands[vehicle.pool]);
  const overNight = !off && errand.km > 180 && chance.is(0.18);
  const startsAt = minuteAt(day, 480 + chance.whole(0, errand.minutes > 400 ? 4 : 26) * 15);
  const endsAt =
    startsAt + (overNight ? 1_440 : 0) + Math.round((errand.minutes * chance.between(0.9, 1.25)) / 15) * 15;
  // Nobody plans a sealed vehicle into a holiday.
  const last = dayOf(new Date(endsAt * 60_000));
  if (last !== day && vehicle.category !== 'emergency-support' && calendar.kindOf(last).kind === 'holiday') return null;
  const departedAt = startsAt + Math.round(chance.normal(4, 6));
  // Most are back about when they said; one in five hundred sits in a jam, waits for somebody, or takes another road.
  const jam = chance.is(1 / 500);
  const returnedAt = Math.max(
    departedAt + Math.ceil(errand.km * 0.75) + 10,
    endsAt + Math.round(chance.normal(-12, 18)) + (jam ? chance.whole(25, 95) : 0),
  );
  const detour = chance.is(0.02) ? chance.between(1.1, 1.35) : 1;
  return {
    plate: vehicle.plate,
    unit,
    asker: chance.whole(0, askers.get(unit)!.length - 1),
    errand,
    use: emergency ? 'emergency' : vehicle.pool === '公安' ? 'law-enforcement' : 'general-affairs',
    people: chance.whole(1, Math.min(4, vehicle.seats - 1)),
    startsAt,
    endsAt,
    plannedKm: errand.km,
    departedAt,
    returnedAt,
    drivenKm: Math.max(1, Math.round(errand.km * detour * chance.normal(1.015, 0.035))),
    ...(jam ? { why: '返程道路拥堵' } : {}),
    ...(off && (kind === 'holiday' || chance.is(0.6)) && !emergency ? { duty: `${name?.zh ?? '双休日'}值班值守` } : {}),
    told: 'whole',
    settled: chance.is(0.82),
    stars: chance.is(0.3) ? (chance.is(0.85) ? 5 : 4) : null,
  };
}

function repairsOf(chance: Chance, year: Year, { plate, pool }: CityVehicle): void {
  if (!chance.is(0.62)) return;
  for (const _ of Array(chance.whole(1, 2))) {
    const [what, quote] = chance.one(faults);
    year.repairs.push({
      plate,
      at: minuteAt(addDays(year.from, chance.whole(10, 350)), 600),
      garage: pool === '县' ? garages[2] : chance.one(garages.slice(0, 2)),
      what,
      quote,
      quoteFen: Math.round(Math.exp(chance.normal(Math.log(95_000), 0.75)) / 1_000) * 1_000,
      days: chance.whole(1, 3),
    });
  }
}

function leavesOf(chance: Chance, year: Year, { plate }: CityVehicle, calendar: Calendar): void {
  if (!chance.is(0.35)) return;
  const day = addDays(year.from, chance.whole(20, 330));
  if (!calendar.isWorkday(day)) return;
  const [from, to] = [minuteAt(day, 0), minuteAt(day, 1_439)];
  const kind = chance.one(['rest', 'leave', 'training'] as const);
  if (
    year.trips.some(
      (trip) => trip.plate === plate && trip.startsAt < to && Math.max(trip.endsAt, trip.returnedAt) > from,
    )
  )
    return;
  year.duties.push({ plate, kind, from, to, note: '' });
}

/** Fuel and charging as the kilometres ask for it, filled up each time: after what was driven is settled, so that a detour is paid for too. */
export function fuelOf(seed: number, year: Year): void {
  const chance = chanceOf(seed, 'fuel');
  const trips = Map.groupBy(year.trips, ({ plate }) => plate);
  for (const { plate, tankLitres, batteryKwh, power, per100Km, card } of year.vehicles) {
    let used = 0;
    const electric = power === 'battery-electric';
    const holds = electric ? batteryKwh! : tankLitres!;
    const low = holds * chance.between(0.5, 0.7);
    for (const trip of trips.get(plate) ?? []) {
      used += (trip.drivenKm * per100Km * chance.normal(1, 0.035)) / 100;
      if (used < low) continue;
      const takes = Math.min(used, holds * 0.96);
      year.fills.push({
        plate,
        at: trip.returnedAt + 20,
        litres: electric ? null : Math.round(takes * 10) / 10,
        kwh: electric ? Math.round(takes * 1.06 * 10) / 10 : null,
        card: electric ? '' : (card ?? ''),
        station: electric ? '机关大院充电桩' : chance.one(['中石化临江二站', '中石化石桥站', '中石油临江站']),
      });
      used = 0;
    }
  }
}
