import { refuse, sql, endTasksOf, verb } from '@opengoa/kernel';
import { vehicleOf } from '../fleet/vehicle.ts';
import { RecordService, ServiceDone } from '../roster/contract.ts';

/** 保养完成: the next one counts from here, and the reminder clears itself. What it cost is a repair or a cost. */
export const recordService = verb('vehicles.record-service', {
  title: { zh: '保养完成', en: 'Service done' },
  input: RecordService,
  who: ['fleet-clerk'],
  on: 'vehicles.service',
  facts: [ServiceDone],
  refusals: ['cost-ahead'],
  load: async (tx, { service }) => ({
    plan: await tx.one<{ id: string; unit: string; vehicle: string; item: string }>(
      sql`select id, unit_id as unit, vehicle_id as vehicle, item from vehicles.service where id = ${service} for update`,
    ),
    tasks: await tx.rows<{ id: string }>(
      sql`select id from kernel.task where object_id = ${service} and state = 'open'`,
    ),
  }),
  at: ({ plan }) => ({ unit: plan.unit }),
  decide({ plan, tasks }, input, context) {
    if (input.day > context.today) return refuse('cost-ahead', { day: input.day });
    const { id, unit, vehicle, item } = plan;
    return [
      ServiceDone.of({ object: vehicleOf({ id: vehicle }), unit, body: { ...input, item } }),
      ...endTasksOf({ object: { kind: 'vehicles.service', id }, unit }, tasks, context),
    ];
  },
});
