import { empty, type RiskSource, sql } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import { enteredBefore, fillsAsKnown } from './entered-before.ts';
import { afterFill } from './looks-again.ts';
import type { RefuelDaysInputs } from './refuel-days/risk.ts';

interface Row {
  readonly id: string;
  readonly unit: string;
  readonly vehicle: string;
  readonly plate: string;
  readonly tank: number | null;
  readonly at: Date;
  readonly litres: number;
  readonly costFen: number;
  readonly full: boolean;
  readonly odometerKm: number;
  readonly station: string;
  readonly excused: boolean;
}

/** Every vehicle's days of the period on which it took fuel, each fill beside whether it was out, lately back, or its driver on duty. */
export const refuelDays: RiskSource = {
  kit: 'refuel-days',
  looksAgain: afterFill,
  asKnown: fillsAsKnown,
  async gather(tx, [from, to], { calendar }, only, knownBefore) {
    const rows = await tx.rows<Row>(sql`
      select f.id, f.unit_id as unit, f.vehicle_id as vehicle, f.plate, v.tank_litres as tank, f.filled_at as at, f.litres, f.cost_fen as "costFen",
             f.full_tank as full, f.odometer_km as "odometerKm", f.station,
             (exists (
               select 1 from vehicles.trip t where (t.node_id, t.vehicle_id) = (f.node_id, f.vehicle_id) and t.departed_at <= f.filled_at
                  and coalesce(t.returned_at, 'infinity'::timestamptz) + interval '3 hours' >= f.filled_at)
              or exists (
               select 1 from vehicles.trip t join vehicles.duty d on (d.node_id, d.driver_id) = (t.node_id, t.driver_id)
                where (t.node_id, t.vehicle_id) = (f.node_id, f.vehicle_id) and d.kind = 'duty' and d.starts_at <= f.filled_at and d.ends_at >= f.filled_at)
             ) as excused
        from vehicles.fuel f join vehicles.vehicle v on (v.node_id, v.id) = (f.node_id, f.vehicle_id)
       where f.litres is not null and f.filled_at >= ${`${from}T00:00:00+08:00`}::timestamptz and f.filled_at < ${`${to}T00:00:00+08:00`}::timestamptz
         and ${enteredBefore(sql`f.recorded_at`, knownBefore)}
         ${only ? sql`and f.vehicle_id = any (${only}::uuid[])` : empty}
       order by f.vehicle_id, f.filled_at, f.id limit 50000`);
    return [...Map.groupBy(rows, ({ vehicle, at }) => `${vehicle} ${dayOf(at)}`).values()].map((fills) => {
      const { vehicle, plate, unit, tank, at } = fills[0]!;
      const day = dayOf(at);
      const { kind } = calendar.kindOf(day);
      return {
        subject: { kind: 'vehicles.vehicle', id: vehicle, name: plate },
        unit,
        period: [from, to] as const,
        opens: `/vehicles/fleet/${vehicle}?tab=fuel`,
        inputs: {
          day,
          kind: kind === 'weekend' || kind === 'holiday' ? kind : 'workday',
          tankLitres: tank,
          fills: fills.map(({ id, at: filledAt, litres, costFen, full, odometerKm, station, excused }) => ({
            id,
            at: filledAt.toISOString(),
            litres,
            costFen,
            full,
            odometerKm,
            station,
            excused,
          })),
        } satisfies RefuelDaysInputs,
      };
    });
  },
};
