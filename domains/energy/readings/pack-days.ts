import { type Job, isRefusal, sql, type Tx, verb } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { PackDays } from './contract.ts';

/** Meters that report more often than by the hour; the others have all they said in `energy.day`. */
const finerThanHours = sql`m.reads = 'interval' and m.interval_minutes < 60`;

/** Days of these meters that were never packed, or have changed since. */
const unpacked = sql`
  energy.day d
  join energy.meter m on (m.node_id, m.id) = (d.node_id, d.meter_id) and ${finerThanHours}
  left join energy.packed_day p on (p.node_id, p.meter_id, p.day) = (d.node_id, d.meter_id, d.day)`;

/** 整理日读数: lays the intervals of a month's days side by side, each day in one row. Internal: nothing is said that the readings do not say. */
export const packDays = verb('energy.pack-days', {
  title: { zh: '整理日读数', en: 'Pack days' },
  input: PackDays,
  who: ['job'],
  facts: [],
  refusals: [],
  internal: true,
  load: async () => ({}),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide: () => [],
  also: (tx, _known, { from, toExclusive }) => pack(tx, from, toExclusive),
});

/** One statement, so that a day and its readings are of one moment. */
async function pack(tx: Tx, from: string, toExclusive: string): Promise<void> {
  await tx.run(sql`
    with wanted as materialized (
           select d.meter_id, d.unit_id, d.day, d.changed_at, m.interval_minutes as minutes, 1440 / m.interval_minutes as places
             from ${unpacked}
            where d.day >= ${from} and d.day < ${toExclusive} and (p.day is null or p.day_changed_at <> d.changed_at)),
         read as materialized (
           select r.meter_id, (r.at at time zone 'Asia/Shanghai')::date as day, r.quality,
                  ((extract(epoch from r.at)::bigint / 60 + 480) % 1440 / m.interval_minutes)::int + 1 as place, r.value * i.multiplier as amount
             from energy.reading r
             join energy.meter m on m.id = r.meter_id
             join energy.instrument i on i.meter_id = r.meter_id and (i.from_at is null or i.from_at <= r.at) and (i.to_at is null or i.to_at > r.at)
            where r.meter_id in (select meter_id from wanted) and r.at >= ${from}::date::timestamp at time zone 'Asia/Shanghai'
              and r.at < ${toExclusive}::date::timestamp at time zone 'Asia/Shanghai'),
         placed as (
           select w.meter_id, w.unit_id, w.day, w.changed_at, w.minutes, n.place, case when r.quality <> 2 then r.amount end as amount, r.quality = 1 as estimated
             from (wanted w cross join lateral generate_series(1, w.places) as n (place))
             left join read r on (r.meter_id, r.day, r.place) = (w.meter_id, w.day, n.place))
    insert into energy.packed_day (meter_id, unit_id, day, minutes, amounts, estimates, day_changed_at)
    select meter_id, unit_id, day, minutes, array_agg(amount order by place), coalesce(array_agg(place order by place) filter (where estimated), '{}'), changed_at
      from placed group by meter_id, unit_id, day, minutes, changed_at
    on conflict (node_id, meter_id, day) do update
       set minutes = excluded.minutes, amounts = excluded.amounts, estimates = excluded.estimates, day_changed_at = excluded.day_changed_at`);
}

/** Every night what came in or changed is packed, a month at a time. The day that is under way is left alone. */
export const packDaysJob: Job = {
  name: 'pack-days',
  title: { zh: '整理日读数', en: 'Pack days' },
  dailyAt: '01:50',
  async run({ context, reading, verb: run, progress, signal }) {
    const months = await reading((tx) =>
      tx.rows<{ month: string }>(sql`
        select distinct date_trunc('month', d.day)::date::text as month from ${unpacked}
         where d.day < ${context.today} and (p.day is null or p.day_changed_at <> d.changed_at) order by 1`),
    );
    for (const [i, { month }] of months.entries()) {
      if (signal.aborted) return;
      progress(i, months.length);
      const next = `${addDays(`${month.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
      const toExclusive = next < context.today ? next : context.today;
      const answer = await run('energy.pack-days', { from: month, toExclusive });
      if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.data)}`);
    }
    progress(months.length, months.length);
  },
};
