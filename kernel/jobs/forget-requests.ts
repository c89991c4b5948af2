import { z } from 'zod';
import { sql } from '../database/sql.ts';
import type { Job } from '../room.ts';
import { verb } from '../verbs/verb.ts';

/** Remembered answers are kept for the hours of the standard and no longer. */
export const forgetOldRequests = verb('kernel.forget-old-requests', {
  title: { zh: '清理请求记忆', en: 'Forget old requests' },
  input: z.strictObject({}),
  who: ['job'],
  facts: [],
  refusals: [],
  internal: true,
  load: async () => ({}),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide: () => [],
  async also(tx, _known, _input, { now, today, standards }) {
    const hours = standards.numberOn('kernel.request-memory', today, []);
    await tx.run(sql`delete from kernel.request where at < ${new Date(now.getTime() - hours * 3_600_000)}`);
  },
});

export const forgetRequests: Job = {
  name: 'forget-requests',
  title: { zh: '清理请求记忆', en: 'Forget remembered requests' },
  dailyAt: '03:10',
  async run({ verb: run }) {
    await run('kernel.forget-old-requests', {});
  },
};
