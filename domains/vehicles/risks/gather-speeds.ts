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
      select id, vehicle_id as vehicle, from_at as "from", seconds, most_kmh as "mostKmh", limit_kmh as "limitKmh" from vehicles.over_speed
       where from_at >= ${instantAt(from, 0)} and from_at < ${instantAt(to, 0)} order by from_at limit 100000`);
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
        stretches: (own.get(id) ?? []).map(({ id: stretch, from: at, seconds, mostKmh, limitKmh }) => ({
          id: stretch,
          day: dayOf(at),
          seconds,
          mostKmh,
          limitKmh,
        })),
      } satisfies OverSpeedInputs,
    }));
  },
};
