import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { PlanUpkeep, UpkeepPlanned } from './contract.ts';
import { planOf } from './upkeep.ts';
import { findThing } from './upkeep-store.ts';

/** 制定维护计划: what is done to a thing every so many months; on its day somebody is told. */
export const planUpkeep = verb('assets.plan-upkeep', {
  title: { zh: '制定维护计划', en: 'Plan upkeep' },
  input: PlanUpkeep,
  who: ['assets-clerk'],
  on: 'assets.card',
  facts: [UpkeepPlanned],
  refusals: ['upkeep-thing-gone', 'upkeep-day-over', 'upkeep-planned-before'],
  result: z.strictObject({ plan: z.uuid() }),
  load: async (tx, { card, what }) => ({
    id: newId(),
    thing: await findThing(tx, card),
    same: await tx.rows(
      sql`select 1 from assets.upkeep_plan where card_id = ${card} and what = ${what} and state = 'running'`,
    ),
  }),
  at: ({ thing }) => ({ unit: thing.unit }),
  decide({ id, thing, same }, input, { today }) {
    if (thing.state === 'disposed') return refuse('upkeep-thing-gone', { number: thing.number }, { status: 409 });
    if (input.nextDue < today) return refuse('upkeep-day-over', { day: input.nextDue });
    if (same.length > 0) return refuse('upkeep-planned-before', { what: input.what }, { status: 409 });
    return { facts: [UpkeepPlanned.of({ object: planOf(id), unit: thing.unit, body: input })], result: { plan: id } };
  },
});
