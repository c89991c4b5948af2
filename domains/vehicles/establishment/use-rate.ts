import { inScope, read, sql } from '@opengoa/kernel';
import { addDays, dayOf, instantAt, minuteOfDay } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { idleShare, peakOf, smallestFleet, type Taken } from '../methods/utilisation.ts';
import { categories } from '../words.zh.ts';
import { UseRate } from './answers.ts';

const who = ['fleet-clerk', 'dispatcher', 'head', 'leader'] as const;
/** A request for a page is for a year at most. */
const mostDays = 366;

interface Row {
  readonly vehicle: string;
  readonly plate: string;
  readonly category: keyof typeof categories;
  readonly unit: string;
  readonly inService: string | null;
  readonly days: string[];
  readonly hours: number;
  readonly km: number;
}

/** 使用率与闲置 (VE-10): days out over working days, hours, kilometres, the most out at once, and how many vehicles would have done. */
export const useRate = read('vehicles.use-rate', {
  title: { zh: '使用率', en: 'Use rate' },
  query: z
    .strictObject({ from: z.iso.date(), to: z.iso.date() })
    .refine(({ from, to }) => from <= to && addDays(from, mostDays) >= to, { path: ['to'], message: 'within a year' }),
  answer: UseRate,
  who,
  async fetch(tx, { from, to }, context) {
    const { calendar, organisation, standards, today } = context;
    const mine = inScope(context, who);
    const [begin, end] = [instantAt(from, 0), instantAt(to, 24 * 60)];
    const rows = await tx.rows<Row>(sql`
      select v.id as vehicle, v.plate, v.category, v.unit_id as unit, v.in_service_day as "inService", coalesce(t.days, '{}') as days,
             coalesce(t.hours, 0)::float8 as hours, coalesce(t.km, 0)::int as km
        from vehicles.vehicle v left join lateral (
          select array_agg(distinct to_char(departed_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD')) as days, sum(driven_km) as km,
                 sum(extract(epoch from coalesce(returned_at, ends_at) - departed_at)) filter (where rides_with is null) / 3600 as hours
            from vehicles.trip where vehicle_id = v.id and departed_at >= ${begin} and departed_at < ${end}) t on true
       where v.state <> 'retired' and ${inScope(context, who, 'v.unit_id')} order by v.plate`);
    const out = await tx.rows<{ from: Date; to: Date }>(sql`
      select departed_at as "from", coalesce(returned_at, ends_at) as "to" from vehicles.trip
       where departed_at >= ${begin} and departed_at < ${end} and rides_with is null and vehicle_id is not null and ${mine}`);
    const wanting = await tx.one<{ hired: number; refused: number }>(sql`
      select (select count(*)::int from vehicles.hire where state <> 'cancelled' and from_day <= ${to} and to_day >= ${from} and ${mine}) as hired,
             (select count(*)::int from vehicles.trip where state in ('approved', 'cancelled') and vehicle_id is null and starts_at >= ${begin}
                 and starts_at < ${end} and starts_at < ${context.now} and ${mine}) as refused`);
    const last = to < today ? to : today;
    const workdays = from > last ? 0 : calendar.workdaysBetween(addDays(from, -1), last);
    const rule = (item: string) => standards.numberOn('vehicles.utilisation', today, [], { item });
    const idleBelow = rule('idle-below');
    const taken = out.map((trip): Taken => [trip.from.getTime() / 60_000, trip.to.getTime() / 60_000]);
    const lacking = wanting.hired + wanting.refused > 0;
    const fleet = rows.map(({ days, hours, ...row }) => {
      const usedWorkdays = days.filter((day) => calendar.isWorkday(day)).length;
      const share = idleShare(usedWorkdays, workdays);
      return {
        ...row,
        unitName: organisation.unit(row.unit)?.name ?? '',
        usedDays: days.length,
        usedWorkdays,
        hours: Math.round(hours * 10) / 10,
        share,
        idle: share !== null && share < idleBelow,
      };
    });
    return {
      from,
      to,
      workdays,
      vehicles: fleet.toSorted((a, b) => (a.share ?? 0) - (b.share ?? 0) || a.plate.localeCompare(b.plate)),
      trips: out.length,
      peak: peakOf(taken),
      enough: smallestFleet(taken, rule('refusal-share')),
      refusalShare: rule('refusal-share'),
      idleBelow,
      ...wanting,
      lacking,
      hours: hoursOut(out),
    };
  },
});

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
