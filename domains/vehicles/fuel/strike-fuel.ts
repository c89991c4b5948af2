import { sql, type Tx, verb } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import { type Carrier, FuelStruck, StrikeFuel } from '../contract.ts';
import { vehicleOf } from '../fleet/vehicle.ts';

export interface KnownFilling {
  readonly id: string;
  readonly unit: string;
  readonly vehicle: string;
  readonly filledAt: Date;
  readonly carrier: Carrier;
  readonly costFen: number;
  readonly litres: number | null;
  readonly electricityKwh: number | null;
}

export const lockFilling = (tx: Tx, id: string) =>
  tx.one<KnownFilling>(sql`
    select id, unit_id as unit, vehicle_id as vehicle, filled_at as "filledAt", carrier, cost_fen as "costFen", litres::float, electricity_kwh::float as "electricityKwh"
      from vehicles.fuel where id = ${id} for update`);

/** The filling leaves the ledger with its odometer reading; what was entered and why it went stays on the Record. */
export function struckFilling({ id, unit, vehicle, ...was }: KnownFilling, why: string) {
  const at = was.filledAt.toISOString();
  const charged = was.carrier === 'electricity';
  return FuelStruck.of({
    object: vehicleOf({ id: vehicle }),
    unit,
    body: { filling: id, costFen: was.costFen, why },
    facets: {
      cost: [{ amountFen: -was.costFen, unit, day: dayOf(was.filledAt), item: charged ? 'electricity' : 'fuel' }],
      energy: {
        carrier: was.carrier,
        amount: -(was.litres ?? was.electricityKwh ?? 0),
        unit: charged ? 'kWh' : 'L',
        from: at,
        to: at,
      },
    },
  });
}

/** 撤销加油充电: entered by mistake. */
export const strikeFuel = verb('vehicles.strike-fuel', {
  title: { zh: '撤销', en: 'Strike' },
  input: StrikeFuel,
  who: ['fleet-clerk'],
  on: 'vehicles.fuel',
  facts: [FuelStruck],
  refusals: [],
  load: (tx, { filling }) => lockFilling(tx, filling),
  at: ({ unit }) => ({ unit }),
  decide: (filling, { why }) => [struckFilling(filling, why)],
});
