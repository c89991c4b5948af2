import { newId, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { nextNumber } from '../papers/next-number.ts';
import { PlanAsked, PlanMatches } from './contract.ts';
import { planOf } from './demand.ts';

/** 全系统撮合: what is needed and what lies idle below a unit, all at once; reckoned by a job. */
export const planMatches = verb('assets.plan-matches', {
  title: { zh: '开始全系统撮合', en: 'Plan for the whole tree' },
  input: PlanMatches,
  who: ['assets-clerk', 'leader', 'superior'],
  facts: [PlanAsked],
  refusals: [],
  result: z.strictObject({ plan: z.uuid(), number: z.string() }),
  load: async (tx, _input, { today }) => ({ id: newId(), number: await nextNumber(tx, 'pool-plan', 'CH', today) }),
  at: (_known, { unit }) => ({ unit }),
  decide: ({ id, number }, { unit }) => ({
    facts: [PlanAsked.of({ object: planOf(id), unit, body: { number } })],
    result: { plan: id, number },
  }),
  queues: ({ id }) => ({ job: 'assets.find-plan', asked: { plan: id } }),
});
