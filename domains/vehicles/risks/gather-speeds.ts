import { type RiskSource, sql } from '@opengoa/kernel';
import { dayOf, instantAt } from '@opengoa/kernel/calendar';
import type { OverSpeedInputs } from './over-speed/risk.ts';

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

/** Every vehicle with a terminal, beside its stretches above the limit in the period. */
export const overSpeed: RiskSource = {
  kit: 'over-speed',
  async gather(tx, [from, to]) {
    const vehicles = await tx.rows<VehicleRow>(sql`
      select v.id, v.unit_id as unit, v.plate,
             (select count(*)::int from vehicles.track_day d where d.vehicle_id = v.id and d.day >= ${from}::date and d.day < ${to}::date and d.points > 0) as days
        from vehicles.vehicle v
       where exists (select from vehicles.terminal e where e.vehicle_id = v.id and e.registered_at < ${instantAt(to, 0)})
       order by v.plate limit 20000`);
    const stretches = await tx.rows<StretchRow>(sql`
      select o.id, o.vehicle_id as vehicle, o.from_at as "from", o.seconds, o.most_kmh as "mostKmh", o.limit_kmh as "limitKmh",
             exists (select from vehicles.trip t where t.vehicle_id = o.vehicle_id and t.use = 'emergency' and t.departed_at <= o.from_at
                        and (t.returned_at is null or t.returned_at >= o.from_at)) as emergency
        from vehicles.over_speed o
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
