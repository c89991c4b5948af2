import { type Context, inScope, read, sql, type Tx } from '@opengoa/kernel';
import { addDays, type Day, dayOf, instantAt, minuteOfDay } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import type { Category } from '../contract.ts';
import { yearsInService } from '../fleet/vehicle.ts';
import { idleShare, peakOf, smallestFleet, type Taken } from '../methods/utilisation.ts';
import { UseRate } from './answers.ts';
import { suggestionOf } from './suggest-use.ts';
import { medianOf, useOf } from './use-of-vehicle.ts';
import { useRateWorkbook } from './use-rate-workbook.ts';

const who = ['fleet-clerk', 'dispatcher', 'head', 'leader'] as const;
/** A request for a page is for a year at most. */
const mostDays = 366;

interface Vehicle {
  readonly vehicle: string;
  readonly plate: string;
  readonly category: Category;
  readonly unit: string;
  readonly inService: Day | null;
  /** First day that anything was recorded of it. */
  readonly recorded: Day | null;
}
interface Way {
  readonly vehicle: string;
  readonly from: Date;
  readonly to: Date;
  /** Null where the trip is another unit's, whose use of the vehicle alone is known. */
  readonly km: number | null;
  readonly seen: boolean;
  /** Shares the ride of another: the vehicle is out once. */
  readonly along: boolean;
}

/** 使用率与闲置 (VE-10): days out over the days a vehicle could have been out, hours, kilometres, the most out at once, and how many would have done. */
export const useRate = read('vehicles.use-rate', {
  title: { zh: '使用率', en: 'Use rate' },
  query: z
    .strictObject({ from: z.iso.date(), to: z.iso.date() })
    .refine(({ from, to }) => from <= to && addDays(from, mostDays) >= to, { path: ['to'], message: 'within a year' }),
  answer: UseRate,
  who,
  workbook: useRateWorkbook,
  async fetch(tx, { from, to }, context) {
    const { calendar, organisation, standards, today } = context;
    const found = await gather(tx, from, to, context);
    const last = to < today ? to : today;
    const rule = (item: string) => standards.numberOn('vehicles.utilisation', today, [], { item });
    const idleBelow = rule('idle-below');
    const [leastWorkdays, stretchWorkdays] = [rule('least-workdays'), rule('stretch-workdays')];
    const lacking = found.hired + found.refused > 0;
    const waysOf = Map.groupBy(found.ways, ({ vehicle }) => vehicle);
    const repairsOf = Map.groupBy(found.repairs, ({ vehicle }) => vehicle);
    const measured = found.vehicles.map(({ recorded, ...vehicle }) => {
      const ways = waysOf.get(vehicle.vehicle) ?? [];
      const outs = ways.filter(({ along }) => !along);
      const first = outs.map((way) => dayOf(way.from)).toSorted()[0];
      const since = [vehicle.inService ?? '', earliest(recorded, first) ?? last].toSorted().at(-1)!;
      const { hours, ...use } = useOf(
        { from, to: last, since, outs, repairs: repairsOf.get(vehicle.vehicle) ?? [] },
        calendar.isWorkday,
        stretchWorkdays,
      );
      const short = use.availableWorkdays < leastWorkdays;
      const share = short ? null : idleShare(use.usedWorkdays, use.availableWorkdays);
      return {
        ...vehicle,
        ...use,
        unitName: organisation.unit(vehicle.unit)?.name ?? '',
        since,
        idleStretches: [...use.idleStretches],
        trips: ways.filter(({ seen }) => seen).length,
        usesElsewhere: ways.filter(({ seen }) => !seen).length,
        hours: Math.round(hours * 10) / 10,
        km: ways.reduce((sum, { km }) => sum + (km ?? 0), 0),
        status: short ? ('insufficient_data' as const) : ('ok' as const),
        share,
        idle: share !== null && share < idleBelow,
      };
    });
    const vehicles = measured.map((each) => {
      const peers = measured.filter((one) => one !== each && one.category === each.category && one.share !== null);
      const peersShare = medianOf(peers.map(({ share }) => share!));
      const renewal = standards.valueOn('vehicles.renewal-years', today, organisation.place(each.unit));
      const suggestion = suggestionOf(
        {
          category: each.category,
          share: each.share,
          peersShare,
          yearsInService: each.inService === null ? null : yearsInService(each.inService, today),
        },
        {
          idleBelow,
          busyFrom: rule('busy-from'),
          lacking,
          renewalYears: renewal.found && typeof renewal.value === 'number' ? renewal.value : null,
        },
      );
      return { ...each, peers: peers.length, peersShare: peersShare === null ? null : rounded(peersShare), suggestion };
    });
    const ridden = found.ways.filter(({ along }) => !along);
    const taken = ridden.map((way): Taken => [way.from.getTime() / 60_000, way.to.getTime() / 60_000]);
    return {
      from,
      to,
      workdays: from > last ? 0 : calendar.workdaysBetween(addDays(from, -1), last),
      vehicles: vehicles.toSorted((a, b) => (a.share ?? 2) - (b.share ?? 2) || a.plate.localeCompare(b.plate)),
      units: unitsOf(vehicles),
      trips: ridden.length,
      peak: peakOf(taken),
      enough: smallestFleet(taken, rule('refusal-share')),
      refusalShare: rule('refusal-share'),
      idleBelow,
      leastWorkdays,
      stretchWorkdays,
      hired: found.hired,
      refused: found.refused,
      lacking,
      hours: hoursOut(ridden),
    };
  },
});

const earliest = (a: Day | null | undefined, b: Day | null | undefined): Day | undefined =>
  [a, b].filter((day): day is Day => day !== null && day !== undefined).toSorted()[0];
const rounded = (share: number): number => Math.round(share * 10_000) / 10_000;

async function gather(tx: Tx, from: Day, to: Day, context: Context) {
  const { now, today } = context;
  const mine = inScope(context, who);
  const [begin, end] = [instantAt(from, 0), instantAt(to, 24 * 60)];
  const vehicles = await tx.rows<Vehicle>(sql`
    select v.id as vehicle, v.plate, v.category, v.unit_id as unit, v.in_service_day::text as "inService",
           (select to_char(min(o.at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD') from vehicles.odometer o where o.vehicle_id = v.id) as recorded
      from vehicles.vehicle v where v.state <> 'retired' and ${mine} order by v.plate limit 5000`);
  const ids = vehicles.map(({ vehicle }) => vehicle);
  // A booking tells every unit of the node when a vehicle is taken, and of another unit's trip nothing else.
  const ways = await tx.rows<Way>(sql`
    select vehicle_id as vehicle, departed_at as "from", least(coalesce(returned_at, ends_at), ${now}) as "to", coalesce(driven_km, 0) as km,
           true as seen, rides_with is not null as along
      from vehicles.trip
     where vehicle_id = any (${ids}::uuid[]) and departed_at < ${end} and coalesce(returned_at, ends_at) >= ${begin} and departed_at <= ${now}
    union all
    select b.thing_id, b.starts_at, least(b.ends_at, ${now}), null, false, false from vehicles.booking b
     where b.thing_id = any (${ids}::uuid[]) and b.starts_at < ${end} and b.ends_at >= ${begin} and b.starts_at <= ${now}
       and not exists (select from vehicles.trip t where t.id = b.trip_id)
     limit 200000`);
  const repairs = await tx.rows<{ vehicle: string; from: Day; to: Day }>(sql`
    select vehicle_id as vehicle, to_char(approved_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as "from", coalesce(done_day::text, ${today}) as "to"
      from vehicles.repair
     where vehicle_id = any (${ids}::uuid[]) and approved_at < ${end} and state in ('approved', 'done', 'paid') and coalesce(done_day::text, ${today}) >= ${from}`);
  const wanting = await tx.one<{ hired: number; refused: number }>(sql`
    select (select count(*)::int from vehicles.hire where state <> 'cancelled' and from_day <= ${to} and to_day >= ${from} and ${mine}) as hired,
           (select count(*)::int from vehicles.trip where state in ('approved', 'cancelled') and vehicle_id is null and starts_at >= ${begin}
               and starts_at < ${end} and starts_at < ${now} and ${mine}) as refused`);
  return { vehicles, ways, repairs, ...wanting };
}

type Measured = Pick<
  UseRate['vehicles'][number],
  'unit' | 'unitName' | 'usedWorkdays' | 'availableWorkdays' | 'hours' | 'km' | 'idle' | 'status'
>;

/** By unit, the least used first. */
function unitsOf(vehicles: readonly Measured[]): UseRate['units'] {
  return [...Map.groupBy(vehicles, ({ unit }) => unit)]
    .map(([unit, own]) => {
      const sum = (of: (each: Measured) => number) => own.reduce((total, each) => total + of(each), 0);
      const known = own.filter(({ status }) => status === 'ok');
      const [usedWorkdays, availableWorkdays] = [
        known.reduce((total, each) => total + each.usedWorkdays, 0),
        known.reduce((total, each) => total + each.availableWorkdays, 0),
      ];
      return {
        unit,
        unitName: own[0]!.unitName,
        vehicles: own.length,
        usedWorkdays,
        availableWorkdays,
        share: idleShare(usedWorkdays, availableWorkdays),
        hours: Math.round(sum((each) => each.hours) * 10) / 10,
        km: sum((each) => each.km),
        idle: own.filter(({ idle }) => idle).length,
        insufficient: own.length - known.length,
      };
    })
    .toSorted((a, b) => (a.share ?? 2) - (b.share ?? 2) || a.unitName.localeCompare(b.unitName));
}

/** Of each hour of the day, how many trips were out then, over the whole period. */
function hoursOut(trips: readonly { from: Date; to: Date }[]): number[] {
  const counts = Array.from({ length: 24 }, () => 0);
  for (const { from, to } of trips) {
    const first = Math.floor(minuteOfDay(from) / 60);
    const lastHour = dayOf(to) === dayOf(from) ? Math.floor(minuteOfDay(to) / 60) : 23;
    for (let hour = first; hour <= lastHour; hour += 1) counts[hour]! += 1;
  }
  return counts;
}
