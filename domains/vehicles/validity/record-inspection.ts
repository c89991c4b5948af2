import { refuse, sql, verb } from '@opengoa/kernel';
import { lockNamed } from '../fleet/vehicle-store.ts';
import { vehicleOf } from '../fleet/vehicle.ts';
import { InspectionRecorded, InspectionStruck, RecordInspection } from './contract.ts';

/** 登记年检: until when the vehicle may be on the road; its reminder clears itself by this. */
export const recordInspection = verb('vehicles.record-inspection', {
  title: { zh: '登记年检', en: 'Record an inspection' },
  input: RecordInspection,
  who: ['fleet-clerk'],
  on: 'vehicles.vehicle',
  facts: [InspectionRecorded, InspectionStruck],
  refusals: ['inspection-ahead', 'inspection-ends-before', 'inspection-recorded', 'inspection-struck'],
  async load(tx, input) {
    const vehicle = await lockNamed(tx, input);
    return {
      vehicle,
      same: await tx.maybe<{ id: string }>(
        sql`select id from vehicles.inspection where vehicle_id = ${vehicle.id} and day = ${input.day} and struck is null`,
      ),
      old:
        input.corrects === undefined
          ? null
          : await tx.one<{ unit: string; vehicle: string; struck: string | null }>(
              sql`select unit_id as unit, vehicle_id as vehicle, struck from vehicles.inspection where id = ${input.corrects} for update`,
            ),
    };
  },
  at: ({ vehicle, old }) => [{ unit: vehicle.unit }, ...(old ? [{ unit: old.unit }] : [])],
  decide({ vehicle, same, old }, { corrects, ...input }, { today }) {
    const { day, validTo } = input;
    if (day > today) return refuse('inspection-ahead', { day });
    if (validTo < day) return refuse('inspection-ends-before');
    if (old && old.struck !== null) return refuse('inspection-struck', {}, { status: 409 });
    if (same && same.id !== corrects)
      return refuse('inspection-recorded', { plate: vehicle.plate, day }, { status: 409 });
    const body = { ...input, vehicle: vehicle.id, plate: vehicle.plate };
    return [
      ...(old && corrects !== undefined
        ? [
            InspectionStruck.of({
              object: vehicleOf({ id: old.vehicle }),
              unit: old.unit,
              body: { inspection: corrects, why: '更正' },
            }),
          ]
        : []),
      InspectionRecorded.of({ object: vehicleOf(vehicle), unit: vehicle.unit, body }),
    ];
  },
});
