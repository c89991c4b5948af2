import { read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { yearText } from '../buildings/building-reads.ts';
import { findMeter } from '../meters/meter-store.ts';
import { readers } from '../readers.ts';
import { GapsAnswer } from './contract.ts';

const most = 200;

/** 缺数: the stretches of a year in which an interval meter said nothing, from its first day of service to the last interval that is over. */
export const gaps = read('energy.gaps', {
  title: { zh: '缺数', en: 'Gaps' },
  query: z.strictObject({ meter: z.uuid(), year: yearText }),
  answer: GapsAnswer,
  who: readers,
  async fetch(tx, { meter: id, year }, { now }) {
    const meter = await findMeter(tx, id);
    const none = { unit: meter.unit, meter: id, year, gaps: [], more: false };
    if (meter.intervalMinutes === null) return none;
    const rows = await tx.rows<{ from: Date; to: Date; readings: number; estimated: number }>(sql`
      with bounds as (
        select greatest(${`${year}-01-01`}::date, ${meter.validFrom}::date)::timestamp at time zone 'Asia/Shanghai' as begins,
               least((make_date(${year} + 1, 1, 1))::timestamp at time zone 'Asia/Shanghai', ${now}::timestamptz,
                     (coalesce(${meter.validTo}::date, '9999-01-01'::date - 1) + 1)::timestamp at time zone 'Asia/Shanghai') as ends),
           rhythm as (select ${meter.intervalMinutes}::int * interval '1 minute' as step),
           heard as (
             select at from energy.reading, bounds where meter_id = ${id} and quality <> 1 and at >= begins and at < ends
             union all select begins - step from bounds, rhythm
             union all select ends from bounds),
           spans as (select at + step as from_at, lead(at) over (order by at) as to_at from heard, rhythm)
      select from_at as "from", to_at as "to", floor(extract(epoch from to_at - from_at) / extract(epoch from step))::int as readings,
             (select count(*)::int from energy.reading e where e.meter_id = ${id} and e.quality = 1 and e.at >= from_at and e.at < to_at) as estimated
        from spans, rhythm where to_at - from_at >= step order by from_at desc limit ${most + 1}`);
    return {
      ...none,
      gaps: rows.slice(0, most).map(({ from, to, readings, estimated }) => ({
        from: from.toISOString(),
        to: to.toISOString(),
        readings,
        estimated,
      })),
      more: rows.length > most,
    };
  },
  at: ({ unit }) => ({ unit }),
});
