import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { isRefusal } from '../refusal.ts';
import type { Job } from '../room.ts';
import { verb } from '../verbs/verb.ts';
import { CaseMoved } from './contract.ts';
import { lockCase } from './case-store.ts';
import { notFound } from '../refusal.ts';

/** 到期: fires the limits of a case that are due: a reminder, the stand-in, the next superior. */
export const timeOutCase = verb('kernel.time-out-case', {
  title: { zh: '办件到期', en: 'A case is due' },
  input: z.strictObject({ object: z.uuid() }),
  who: ['job'],
  internal: true,
  facts: [CaseMoved],
  refusals: ['not-due'],
  load: async (tx, { object }) => ({ row: await lockCase(tx, object) }),
  at: ({ row }, _input, { actor }) => ({ unit: row?.unit ?? actor.unit ?? '' }),
  decide({ row }, _input, { cases }) {
    if (!row) return notFound();
    const moved = cases.act(row, { kind: 'time-out' });
    return isRefusal(moved) ? moved : moved.facts;
  },
});

/** Looks every few minutes which open tasks of cases are over their time. One that cannot be moved is left to the next look. */
export const timeOutCases: Job = {
  name: 'time-out-cases',
  title: { zh: '到期提醒与上报', en: 'Remind and escalate what is due' },
  everyMinutes: 5,
  async run({ reading, verb: run, context, signal }) {
    const due = await reading((tx) =>
      tx.rows<{ object: string }>(sql`
        select distinct object_id as object from kernel.task
         where state = 'open' and case_id is not null and due_at <= ${context.now} limit 1000`),
    );
    for (const { object } of due) {
      if (signal.aborted) return;
      await run('kernel.time-out-case', { object });
    }
  },
};
