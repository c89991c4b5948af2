import { z } from 'zod';
import { sql } from '../database/sql.ts';
import type { Job } from '../room.ts';
import { verb } from '../verbs/verb.ts';
import { identitySettings } from './identity-settings.ts';

/** 停用未使用账号: who has not signed in for the days of the standard, or never did since the account was opened (SEC-ID-14). */
export const disableUnusedAccounts: Job = {
  name: 'disable-unused-accounts',
  title: { zh: '停用长期未使用的账号', en: 'Disable unused accounts' },
  dailyAt: '03:15',
  async run({ reading, verb: run, progress, signal, context }) {
    const { unusedDays } = identitySettings(context.standards, context.today);
    const unused = await reading((tx, { now }) =>
      tx.rows<{ id: string }>(sql`
        select id from kernel.account
         where state = 'active' and kind = 'person' and coalesce(last_used_at, created_at) < ${now}::timestamptz - make_interval(days => ${unusedDays}::int)
         order by id`),
    );
    for (const [at, { id }] of unused.entries()) {
      if (signal.aborted) return;
      await run('kernel.disable-account', { account: id, why: `超过 ${unusedDays} 天未使用` });
      progress(at + 1, unused.length);
    }
  },
};

/** Tries older than any window say nothing any more. */
export const forgetOldTries = verb('kernel.forget-old-tries', {
  title: { zh: '清理登录失败计数', en: 'Forget old tries' },
  input: z.strictObject({}),
  who: ['job'],
  internal: true,
  facts: [],
  refusals: [],
  load: async () => ({}),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide: () => [],
  async also(tx, _known, _input, { now }) {
    await tx.run(sql`select kernel.forget_tries(${new Date(now.getTime() - 2 * 86_400_000)})`);
  },
});

export const forgetTries: Job = {
  name: 'forget-tries',
  title: { zh: '清理登录失败计数', en: 'Forget old tries' },
  everyMinutes: 30,
  async run({ verb: run }) {
    await run('kernel.forget-old-tries', {});
  },
};
