import { refuse, sql, verb } from '@opengoa/kernel';
import { vehicleOf } from '../fleet/vehicle.ts';
import { InspectionStruck, StrikeInspection } from './contract.ts';

/** 撤销年检登记: entered for the wrong vehicle or with a wrong day; it stays, marked. */
export const strikeInspection = verb('vehicles.strike-inspection', {
  title: { zh: '撤销年检登记', en: 'Strike an inspection' },
  input: StrikeInspection,
  who: ['fleet-clerk'],
  on: 'vehicles.inspection',
  facts: [InspectionStruck],
  refusals: ['inspection-struck'],
  load: (tx, { inspection }) =>
    tx.one<{ unit: string; vehicle: string; struck: string | null }>(
      sql`select unit_id as unit, vehicle_id as vehicle, struck from vehicles.inspection where id = ${inspection} for update`,
    ),
  at: ({ unit }) => ({ unit }),
  decide({ unit, vehicle, struck }, input) {
    if (struck !== null) return refuse('inspection-struck', {}, { status: 409 });
    return [InspectionStruck.of({ object: vehicleOf({ id: vehicle }), unit, body: input })];
  },
});
