import { refuse, sql, verb } from '@opengoa/kernel';
import { lockVehicle } from '../fleet/vehicle-store.ts';
import { vehicleOf } from '../fleet/vehicle.ts';
import { InspectionRecorded, RecordInspection } from './contract.ts';

/** 登记年检: until when the vehicle may be on the road; its reminder clears itself by this. */
export const recordInspection = verb('vehicles.record-inspection', {
  title: { zh: '登记年检', en: 'Record an inspection' },
  input: RecordInspection,
  who: ['fleet-clerk'],
  on: 'vehicles.vehicle',
  facts: [InspectionRecorded],
  refusals: ['inspection-ahead', 'inspection-ends-before', 'inspection-recorded'],
  load: async (tx, { vehicle, day }) => ({
    vehicle: await lockVehicle(tx, vehicle),
    same: await tx.maybe<{ id: string }>(
      sql`select id from vehicles.inspection where vehicle_id = ${vehicle} and day = ${day} and struck is null`,
    ),
  }),
  at: ({ vehicle }) => ({ unit: vehicle.unit }),
  decide({ vehicle, same }, input, { today }) {
    const { day, validTo } = input;
    if (day > today) return refuse('inspection-ahead', { day });
    if (validTo < day) return refuse('inspection-ends-before');
    if (same) return refuse('inspection-recorded', { plate: vehicle.plate, day }, { status: 409 });
    const body = { ...input, plate: vehicle.plate };
    return [InspectionRecorded.of({ object: vehicleOf(vehicle), unit: vehicle.unit, body })];
  },
});
