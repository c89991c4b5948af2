import { isRefusal, type Job, sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';

/**
 * 更新基线: once a month every hourly electricity meter learns the year that ended before this month, from after its last declared change on. A
 * meter whose data carry no baseline keeps none, and the kit then says that it was not judged.
 */
export const refitBaselines: Job = {
  name: 'refit-baselines',
  title: { zh: '更新用能基线', en: 'Refit the baselines' },
  dailyAt: '02:40',
  async run({ context, reading, verb, progress, signal }, asked) {
    const firstOfMonth = `${context.today.slice(0, 7)}-01`;
    if (asked['always'] !== true && context.today !== firstOfMonth) return;
    const from = addDays(firstOfMonth, -365);
    const meters = await reading((tx) =>
      tx.rows<{ id: string; changed: string | null }>(sql`
        select m.id, (select max(c.day) from energy.change c where c.building_id = m.building_id and c.day < ${firstOfMonth})::text as changed
          from energy.meter m where m.carrier = 'electricity' and m.reads = 'interval' and m.valid_to is null order by m.id`),
    );
    for (const [i, { id, changed }] of meters.entries()) {
      if (signal.aborted) return;
      progress(i, meters.length);
      const begins = changed !== null && changed > from ? changed : from;
      const answer = await verb('energy.fit-baseline', { meter: id, from: begins, toExclusive: firstOfMonth });
      if (isRefusal(answer) && answer.code !== 'no-baseline')
        throw new Error(`${answer.code} ${JSON.stringify(answer.data)}`);
    }
    progress(meters.length, meters.length);
  },
};
