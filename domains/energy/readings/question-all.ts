import { isRefusal, type Job, sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';

/** 每日核查读数: the last ninety days of every interval meter are looked over for readings that contradict themselves. */
export const questionAll: Job = {
  name: 'question-readings',
  title: { zh: '核查读数', en: 'Question readings' },
  dailyAt: '02:10',
  async run({ context, reading, verb, progress, signal }) {
    const { today } = context;
    const from = addDays(today, -90);
    const meters = await reading((tx) =>
      tx.rows<{ id: string }>(sql`
        select id from energy.meter where reads = 'interval' and last_at >= ${from}::date::timestamp at time zone 'Asia/Shanghai' order by id`),
    );
    for (const [i, { id }] of meters.entries()) {
      if (signal.aborted) return;
      progress(i, meters.length);
      const answer = await verb('energy.question-readings', { meter: id, from, toExclusive: today });
      if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.data)}`);
    }
    progress(meters.length, meters.length);
  },
};
