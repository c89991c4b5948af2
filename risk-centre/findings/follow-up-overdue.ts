import { sql, type Job } from '@opengoa/kernel';

/** 逾期督办: every overdue finding goes one unit up, again each time its new time runs out. */
export const followUpOverdue: Job = {
  name: 'follow-up-overdue',
  title: { zh: '逾期督办', en: 'Follow up overdue findings' },
  everyMinutes: 30,
  async run({ reading, verb, context, signal }) {
    const overdue = await reading((tx) =>
      tx.rows<{ id: string }>(sql`
        select id from risk_centre.finding
         where state not in ('dismissed', 'closed') and not shadow and due_at < ${context.now} order by due_at limit 500`),
    );
    for (const { id } of overdue) {
      if (signal.aborted) return;
      await verb('risk-centre.escalate-finding', { finding: id });
    }
  },
};
