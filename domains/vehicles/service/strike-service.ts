import { sql, TaskEnded, verb } from '@opengoa/kernel';
import { vehicleOf } from '../fleet/vehicle.ts';
import { ServiceStruck, StrikeService } from '../roster/contract.ts';

/** 撤销保养设定: an item that was planned by mistake, or is no longer needed; its reminder goes with it. */
export const strikeService = verb('vehicles.strike-service', {
  title: { zh: '撤销保养设定', en: 'Strike a service' },
  input: StrikeService,
  who: ['fleet-clerk'],
  on: 'vehicles.service',
  facts: [ServiceStruck],
  refusals: [],
  load: async (tx, { service }) => ({
    plan: await tx.one<{ id: string; unit: string; vehicle: string; item: string }>(
      sql`select id, unit_id as unit, vehicle_id as vehicle, item from vehicles.service where id = ${service} for update`,
    ),
    tasks: await tx.rows<{ id: string }>(
      sql`select id from kernel.task where object_id = ${service} and state = 'open'`,
    ),
  }),
  at: ({ plan }) => ({ unit: plan.unit }),
  decide({ plan: { id, unit, vehicle, item }, tasks }, { service, why }) {
    return [
      ServiceStruck.of({ object: vehicleOf({ id: vehicle }), unit, body: { service, item, why } }),
      ...tasks.map((task) =>
        TaskEnded.of({
          object: { kind: 'vehicles.service', id },
          unit,
          body: { id: task.id, state: 'withdrawn', by: null, answer: null },
        }),
      ),
    ];
  },
});
