import { type Id, sql, type Tx } from '@opengoa/kernel';
import { instrumentsBefore } from '../meters/meters-before.ts';
import type { Meter } from '../meters/meter.ts';
import { dayNumber } from '../methods/hour-series.ts';
import { doubtsOnReceipt } from './interval-batch.ts';
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
           -- A doubt on receipt is about the reading that came with it, and not about one that was there before.
           r.quality in (2, 3) and c.corrected is not true and exists (
             select from energy.doubt d
              where d.meter_id = r.meter_id and d.rule = any (${[...doubtsOnReceipt]}::text[]) and d.from_at <= r.at and d.to_at > r.at
                and d.found_at = h.first) as apart
      from energy.register r
     cross join lateral (
       select (array_agg(c.was order by c.corrected_at, c.id) filter (where c.corrected_at >= ${knownBefore}))[1] as was,
              bool_or(c.corrected_at < ${knownBefore}) as corrected
         from energy.correction c where c.meter_id = r.meter_id and c.at = r.at) c
     cross join lateral (
       select min(b.received_at) as first
         from energy.batch_meter m join energy.batch b on (b.node_id, b.id) = (m.node_id, m.batch_id)
        where m.meter_id = r.meter_id and m.from_at <= r.at and m.to_at >= r.at
          -- A batch that kept no more than its stretch may or may not have held it.
          and case when m.held is null then m.from_at = m.to_at else m.held @> r.at end) h
     where r.meter_id = any (${ids}::uuid[])
       and h.first < ${knownBefore}
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
