import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { factType } from '../fact-type.ts';
import type { Job } from '../room.ts';
import { keepsNothing } from '../verbs/saves.ts';
import { verb } from '../verbs/verb.ts';

/** What went, by the items of `kernel.retention`: the proof that retention ran (SEC-DC-05). */
export const RetentionRun = factType('kernel.RetentionRun', {
  title: { zh: '到期清除', en: 'Retention run' },
  body: z.strictObject({ sessions: z.int(), messages: z.int(), importRows: z.int() }),
});
export const retentionSaves = [keepsNothing(RetentionRun)];

/** 到期清除: what the standard's days are over for. It says on the Record how much went, and nothing of what. */
export const clearOverdue = verb('kernel.clear-overdue', {
  title: { zh: '到期清除', en: 'Clear what is over' },
  input: z.strictObject({}),
  who: ['job'],
  internal: true,
  facts: [RetentionRun],
  refusals: [],
  async load(tx, _input, { now, today, standards }) {
    const before = (item: string) =>
      new Date(now.getTime() - standards.numberOn('kernel.retention', today, [], { item }) * 86_400_000);
    const { gone: sessions } = await tx.one<{ gone: number }>(
      sql`select kernel.forget_sessions(${before('sessions')}) as gone`,
    );
    const messages = await tx.run(sql`delete from kernel.message where read_at < ${before('messages')}`);
    const over = sql`batch_id in (select id from kernel.import_batch where ended_at < ${before('import-rows')})`;
    const errors = await tx.run(sql`delete from kernel.import_row_error where ${over}`);
    // What a row became stays on the Record, and that the file came stands with its batch; the rows as they were sent go.
    const rows = await tx.run(sql`delete from kernel.import_row where ${over}`);
    await tx.run(sql`delete from kernel.full_value_count where day < ${before('sessions')}::date`);
    return { sessions, messages, importRows: errors + rows };
  },
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide: (known, _input, { actor, requestId }) => [
    RetentionRun.of({ object: { kind: 'job', id: requestId }, unit: actor.unit ?? '', body: known }),
  ],
});

export const runRetention: Job = {
  name: 'run-retention',
  title: { zh: '到期清除', en: 'Retention' },
  dailyAt: '03:25',
  async run({ verb: run }) {
    await run('kernel.clear-overdue', {});
  },
};
