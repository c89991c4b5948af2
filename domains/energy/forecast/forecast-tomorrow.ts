import { isRefusal, type Job, sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';

/** 预测明日: every evening each interval meter that still reports is forecast for the day to come. */
export const forecastTomorrow: Job = {
  name: 'forecast-tomorrow',
  title: { zh: '预测明日用能', en: 'Forecast tomorrow' },
  dailyAt: '20:30',
  async run({ context, reading, verb, progress, signal }) {
    const day = addDays(context.today, 1);
    const meters = await reading((tx) =>
      tx.rows<{ id: string }>(sql`
        select m.id from energy.meter m
         where m.reads = 'interval' and m.interval_minutes <= 60 and m.valid_to is null
           and m.last_at >= ${addDays(context.today, -3)}::date::timestamp at time zone 'Asia/Shanghai'
           and not exists (select from energy.forecast f where f.meter_id = m.id and f.day = ${day}) order by m.id`),
    );
    for (const [i, { id }] of meters.entries()) {
      if (signal.aborted) return;
      progress(i, meters.length);
      const answer = await verb('energy.forecast-day', { meter: id, day });
      if (isRefusal(answer) && !['no-forecast', 'forecast-there'].includes(answer.code))
        throw new Error(`${answer.code} ${JSON.stringify(answer.data)}`);
    }
    progress(meters.length, meters.length);
  },
};
