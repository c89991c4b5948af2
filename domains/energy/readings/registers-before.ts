import { type Id, sql, type Tx } from '@opengoa/kernel';
import { instrumentsBefore } from '../meters/meters-before.ts';
import type { Meter } from '../meters/meter.ts';
import { dayNumber } from '../methods/hour-series.ts';
import { dayBegins } from './local-time.ts';
import { type RegisterUse, registerUse } from './register-use.ts';

export interface RegisterBefore {
  readonly at: number;
  /** Thousandths, as it was shown or corrected by then. */
  readonly value: number;
  /** Kept apart for another reason than a fall. */
  readonly apart: boolean;
}

export interface RegisterKnown extends RegisterUse {
  readonly readings: readonly RegisterBefore[];
}

/**
 * What registers were known to have shown before an instant, and what was used by that: the first batch that held a reading brought it, a correction
 * entered later leaves what was there, an exchange entered later is none.
 */
export async function registersBefore(
  tx: Tx,
  meters: readonly Pick<Meter, 'id' | 'digits' | 'validFrom'>[],
  knownBefore: Date,
): Promise<ReadonlyMap<Id, RegisterKnown>> {
  const ids = meters.map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const instruments = await instrumentsBefore(tx, ids, knownBefore);
  const rows = await tx.rows<{ meter: Id; at: Date; value: number; apart: boolean }>(sql`
    select r.meter_id as meter, r.at, coalesce(c.was, r.value) as value,
           r.quality in (2, 3) and c.corrected is not true and exists (
             select from energy.doubt d
              where d.meter_id = r.meter_id and d.rule <> 'register-falls' and d.from_at <= r.at and d.to_at > r.at and d.found_at < ${knownBefore}) as apart
      from energy.register r
     cross join lateral (
       select (array_agg(c.was order by c.corrected_at, c.id) filter (where c.corrected_at >= ${knownBefore}))[1] as was,
              bool_or(c.corrected_at < ${knownBefore}) as corrected
         from energy.correction c where c.meter_id = r.meter_id and c.at = r.at) c
     where r.meter_id = any (${ids}::uuid[])
       and exists (
         select from energy.batch_meter bm join energy.batch b on (b.node_id, b.id) = (bm.node_id, bm.batch_id)
          where bm.meter_id = r.meter_id and bm.from_at <= r.at and bm.to_at >= r.at and b.received_at < ${knownBefore}
            -- A batch that kept no more than its stretch may or may not have held it.
            and case when bm.held is null then bm.from_at = bm.to_at else bm.held @> r.at end)
     order by r.meter_id, r.at`);
  const byMeter = Map.groupBy(rows, ({ meter }) => meter);
  return new Map(
    meters.map(({ id, digits, validFrom }) => {
      const readings = (byMeter.get(id) ?? []).map(({ at, value, apart }) => ({ at: at.getTime(), value, apart }));
      const use = registerUse(
        readings.filter(({ apart }) => !apart),
        instruments.get(id) ?? [],
        dayBegins(dayNumber(validFrom)),
        digits,
      );
      return [id, { ...use, readings }];
    }),
  );
}
