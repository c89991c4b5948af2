import { sql, type Job } from '@opengoa/kernel';

/** 接受到期提醒: every acceptance whose last day is over comes back. */
export const expireAcceptances: Job = {
  name: 'expire-acceptances',
  title: { zh: '风险接受到期', en: 'End acceptances whose day is over' },
  everyMinutes: 60,
  async run({ reading, verb, context, signal }) {
    const over = await reading((tx) =>
      tx.rows<{ id: string }>(sql`
        select id from risk_centre.risk where state = 'accepted' and accepted_until < ${context.today}::date order by accepted_until limit 500`),
    );
    for (const { id } of over) {
      if (signal.aborted) return;
      await verb('risk-centre.expire-acceptance', { risk: id });
    }
  },
};
