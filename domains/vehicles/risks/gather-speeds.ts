import { type RiskSource, type Sql, sql } from '@opengoa/kernel';
import { dayOf, instantAt } from '@opengoa/kernel/calendar';
import { OverSpeedNoted } from '../speed/contract.ts';
import { andBefore } from './entered-before.ts';
import { vehiclesAsKnown } from './fleet-as-known.ts';
import type { OverSpeedInputs } from './over-speed/risk.ts';
import { lastTold } from './told-before.ts';
import { tripsAsKnown } from './trips-as-known.ts';

interface VehicleRow {
  readonly id: string;
  readonly unit: string;
  readonly plate: string;
  readonly days: number;
}

interface StretchRow {
  readonly id: string;
  readonly vehicle: string;
  readonly from: Date;
  readonly seconds: number;
  readonly mostKmh: number;
  readonly limitKmh: number;
  readonly emergency: boolean;
}

/** Days of a period on which the terminal of the vehicle `v` was heard with fixes that count. */
const daysHeard = (from: string, to: string, knownBefore: Date | undefined): Sql =>
  knownBefore === undefined
    ? sql`(select count(*)::int from vehicles.track_day d where d.vehicle_id = v.id and d.day >= ${from}::date and d.day < ${to}::date and d.points > 0)`
    : sql`(
               select count(*)::int from generate_series(${instantAt(from, 0)}::timestamptz, ${instantAt(to, 0)}::timestamptz - interval '1 day', interval '1 day') d (begins)
                where exists (select from vehicles.position p where p.vehicle_id = v.id and p.at >= d.begins and p.at < d.begins + interval '1 day'
                                 and p.quality = 0${andBefore(sql`p.received_at`, knownBefore)}))`;

/** Stretches above the limit: a late fix may make one longer, and then it is as long as it was known to be. */
const stretchesAsKnown = (knownBefore: Date | undefined): Sql =>
  knownBefore === undefined
    ? sql`vehicles.over_speed`
    : sql`(
      select s.node_id, s.id, s.vehicle_id, s.from_at, (k.told->>'seconds')::int as seconds, (k.told->>'mostKmh')::int as most_kmh,
             (k.told->>'limitKmh')::int as limit_kmh
        from vehicles.over_speed s
       cross join lateral (
         select ${lastTold(sql`told.body`, sql`(s.node_id, s.vehicle_id)`, [OverSpeedNoted], knownBefore, sql`and told.happened_at = s.from_at`)} as told offset 0) k
       where k.told is not null)`;

/** Every vehicle with a terminal, beside its stretches above the limit in the period. */
export const overSpeed: RiskSource = {
  kit: 'over-speed',
  asKnown: {
    zh: '超速时段、出车和返回、终端登记、车辆所属单位都只读当日以前登记的，定位天数只计当日以前收到的定位；没有收到时间的旧定位和到期清除的不读；定位是否计入按现在的认定。',
    en: 'Stretches, trips, terminals and the unit of a vehicle as entered before that day, days heard by fixes that had come in by then (none without that time, none cleared since); whether a fix counts is as judged today.',
  },
  async gather(tx, [from, to], _context, _only, knownBefore) {
    const vehicles = await tx.rows<VehicleRow>(sql`
      select v.id, v.unit_id as unit, v.plate,
             ${daysHeard(from, to, knownBefore)} as days
        from ${vehiclesAsKnown(knownBefore)} v
       where exists (select from vehicles.terminal e where e.vehicle_id = v.id and e.registered_at < ${instantAt(to, 0)}${andBefore(sql`e.registered_at`, knownBefore)})
       order by v.plate limit 20000`);
    const stretches = await tx.rows<StretchRow>(sql`
      select o.id, o.vehicle_id as vehicle, o.from_at as "from", o.seconds, o.most_kmh as "mostKmh", o.limit_kmh as "limitKmh",
             exists (select from ${tripsAsKnown(knownBefore)} t where t.vehicle_id = o.vehicle_id and t.use = 'emergency' and t.departed_at <= o.from_at
                        and (t.returned_at is null or t.returned_at >= o.from_at)) as emergency
        from ${stretchesAsKnown(knownBefore)} o
       where o.from_at >= ${instantAt(from, 0)} and o.from_at < ${instantAt(to, 0)} order by o.from_at limit 100000`);
    const own = Map.groupBy(stretches, ({ vehicle }) => vehicle);
    return vehicles.map(({ id, unit, plate, days }) => ({
      subject: { kind: 'vehicles.vehicle', id, name: plate },
      unit,
      period: [from, to] as const,
      opens: `/vehicles/fleet/${id}`,
      inputs: {
        from,
        toExclusive: to,
        days,
        stretches: (own.get(id) ?? []).map(({ id: stretch, from: at, ...told }) => ({
          id: stretch,
          day: dayOf(at),
          seconds: told.seconds,
          mostKmh: told.mostKmh,
          limitKmh: told.limitKmh,
          emergency: told.emergency,
        })),
      } satisfies OverSpeedInputs,
    }));
  },
};
