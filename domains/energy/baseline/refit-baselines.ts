import { isRefusal, type Job, sql } from '@opengoa/kernel';
import { addDays, daysBetween } from '@opengoa/kernel/calendar';

/**
 * A baseline that has not seen a whole year does not know every season (IPMVP: a full cycle of operation). Until so many days have passed since a
 * declared change, the baseline from before it stays, and the kit adjusts it.
 */
const nearlyAYear = 330;

/**
 * 更新基线: once a month every hourly electricity meter learns the year that ended before this month, from after its last declared change on once
 * that is a year. A meter whose data carry no baseline keeps none, and the kit then says that it was not judged.
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
      tx.rows<{ id: string; changed: string | null; before: boolean }>(sql`
        select m.id, (select max(c.day) from energy.change c where c.building_id = m.building_id and c.day < ${firstOfMonth})::text as changed,
               exists (select from energy.baseline b where b.meter_id = m.id and b.trained_to <= (select max(c.day) from energy.change c where c.building_id = m.building_id and c.day < ${firstOfMonth})) as before
          from energy.meter m where m.carrier = 'electricity' and m.reads = 'interval' and m.valid_to is null order by m.id`),
    );
    for (const [i, { id, changed, before }] of meters.entries()) {
      if (signal.aborted) return;
      progress(i, meters.length);
      if (before && changed !== null && daysBetween(changed, firstOfMonth) < nearlyAYear) continue;
      const begins = changed !== null && changed > from ? changed : from;
      const answer = await verb('energy.fit-baseline', { meter: id, from: begins, toExclusive: firstOfMonth });
      if (isRefusal(answer) && answer.code !== 'no-baseline')
        throw new Error(`${answer.code} ${JSON.stringify(answer.data)}`);
    }
    progress(meters.length, meters.length);
  },
};
