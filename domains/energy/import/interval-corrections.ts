import { type Id, sql, type Tx } from '@opengoa/kernel';

interface Reading {
  readonly at: string;
  readonly value: number;
}

/**
 * Which readings of a file say something else than what was kept. What was the earlier value of a correction is left out: an old file brought in
 * again does not undo what was put right since.
 */
export const differingReadings = async (tx: Tx, meter: Id, readings: readonly Reading[]): Promise<Reading[]> =>
  (
    await tx.rows<{ n: number }>(sql`
      select r.n::int as n
        from unnest(${readings.map(({ at }) => at)}::timestamptz[], ${readings.map(({ value }) => Math.round(value * 1_000))}::bigint[])
             with ordinality as r (at, value, n)
        join energy.meter m on m.id = ${meter}
        join energy.reading k on k.meter_id = m.id and k.value <> r.value
             and k.at = r.at - case when m.stamped = 'ends' then m.interval_minutes * interval '1 minute' else interval '0' end
       where not exists (select from energy.correction c where c.meter_id = k.meter_id and c.at = k.at and c.was = r.value)
       order by r.n`)
  ).map(({ n }) => readings[n - 1]!);

/** More than so many in a file are no corrections: its unit, its meter or its clock is another. */
export const mostCorrections = 1_000;
