import { newId, sql, verb } from '@opengoa/kernel';
import { PatrolPlanned, PlanPatrol } from './contract.ts';
import { patrolOf } from './patrol.ts';

/** 安排巡检: who walks through which building on which day. */
export const planPatrol = verb('space.plan-patrol', {
  title: { zh: '安排巡检', en: 'Plan a patrol' },
  input: PlanPatrol,
  who: ['space-clerk'],
  facts: [PatrolPlanned],
  refusals: [],
  load: async (tx, { building }) => ({
    id: newId(),
    building: await tx.one<{ unit: string }>(sql`select unit_id as unit from space.building where id = ${building}`),
  }),
  at: ({ building }) => ({ unit: building.unit }),
  decide: ({ id, building }, body) => [PatrolPlanned.of({ object: patrolOf({ id }), unit: building.unit, body })],
});
