import { FaultReportFollowed, followReport, newId, reportToFollow, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { lockVehicle } from '../fleet/vehicle-store.ts';
import { OrderRepair, RepairOrdered } from './contract.ts';
import { repairOf } from './repair.ts';

/** 报修: what is wrong and which garage looks at it; nothing is spent before its quotation is approved. */
export const orderRepair = verb('vehicles.order-repair', {
  title: { zh: '报修', en: 'Order a repair' },
  input: OrderRepair,
  who: ['fleet-clerk', 'driver'],
  on: 'vehicles.vehicle',
  facts: [RepairOrdered, FaultReportFollowed],
  refusals: [],
  result: z.strictObject({ repair: z.uuid() }),
  load: async (tx, { vehicle, report }) => ({
    vehicle: await lockVehicle(tx, vehicle),
    report: await reportToFollow(tx, report, vehicle),
    id: newId(),
  }),
  at: ({ vehicle }) => ({ unit: vehicle.unit }),
  decide({ vehicle, report, id }, input) {
    const body = { ...input, plate: vehicle.plate };
    const begun = {
      kind: 'vehicles.repair',
      thing: id,
      title: `维修单 ${input.what}`.slice(0, 200),
      opens: '/vehicles/repairs',
    };
    return {
      facts: [RepairOrdered.of({ object: repairOf({ id }), unit: vehicle.unit, body }), ...followReport(report, begun)],
      result: { repair: id },
    };
  },
});
