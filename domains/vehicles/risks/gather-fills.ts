import { empty, sql, type RiskSource } from '@opengoa/kernel';
import type { Fill } from '../methods/full-to-full.ts';
import { enteredBefore, fillsAsKnown } from './entered-before.ts';
import { afterFill } from './looks-again.ts';
import type { FuelOverStandardInputs } from './fuel-over-standard/risk.ts';

interface Row {
  readonly id: string;
  readonly unit: string;
  readonly vehicle: string;
  readonly plate: string;
  readonly power: string;
  readonly tank: number | null;
  readonly at: Date;
  readonly litres: number;
  readonly full: boolean;
  readonly odometerKm: number;
  readonly costFen: number;
}

/** Every fill of the period, each with its vehicle's fills of the twelve months before it: the newest is the one judged. */
export const fuelOverStandard: RiskSource = {
  kit: 'fuel-over-standard',
  looksAgain: afterFill,
  asKnown: fillsAsKnown,
  async gather(tx, [from, to], _context, only, knownBefore) {
    const rows = await tx.rows<Row>(sql`
      select f.id, f.unit_id as unit, f.vehicle_id as vehicle, f.plate, v.power, v.tank_litres as tank, f.filled_at as at, f.litres, f.full_tank as full,
             f.odometer_km as "odometerKm", f.cost_fen as "costFen"
        from vehicles.fuel f join vehicles.vehicle v on (v.node_id, v.id) = (f.node_id, f.vehicle_id)
       where f.litres is not null and f.filled_at >= ${from}::date - interval '12 months' and f.filled_at < ${to}::date
         and ${enteredBefore(sql`f.recorded_at`, knownBefore)}
         ${only ? sql`and f.vehicle_id = any (${only}::uuid[])` : empty}
       order by f.vehicle_id, f.filled_at, f.id limit 200000`);
    const begin = Date.parse(`${from}T00:00:00+08:00`);
    return [...Map.groupBy(rows, (row) => row.vehicle).values()].flatMap((ofVehicle) =>
      ofVehicle.flatMap((row, at) => {
        if (row.at.getTime() < begin) return [];
        const since = row.at.getTime() - 366 * 86_400_000;
        const fills = ofVehicle.slice(0, at + 1).filter((fill) => fill.at.getTime() >= since);
        return [
          {
            subject: { kind: 'vehicles.vehicle', id: row.vehicle, name: row.plate },
            unit: row.unit,
            period: [from, to] as const,
            opens: `/vehicles/fleet/${row.vehicle}?tab=fuel`,
            inputs: {
              vehicle: {
                tankLitres: row.tank,
                ratedLitresPer100Km: null,
                approvedCanLitres: 0,
                batteryElectric: row.power === 'battery-electric',
              },
              fills: fills.map(fillOf),
              priceFenPerLitre: row.litres > 0 ? Math.round(row.costFen / row.litres) : null,
            } satisfies FuelOverStandardInputs,
          },
        ];
      }),
    );
  },
};

const fillOf = ({ id, at, litres, full, odometerKm }: Row): Fill => ({
  id,
  at: at.toISOString(),
  litres,
  full,
  odometerKm,
});
