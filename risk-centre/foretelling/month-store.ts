import { newId, saves, sql, type Id, type Tx } from '@opengoa/kernel';
import { MonthForetold, NextMonthAsked } from './contract.ts';

export interface LastRun {
  readonly outcome: string;
  readonly month: string;
  readonly status: string;
  readonly months: number;
}

/** The newest run of each outcome at this root. */
export const findRuns = async (tx: Tx, root: Id): Promise<ReadonlyMap<string, LastRun>> =>
  new Map(
    (
      await tx.rows<LastRun>(sql`
        select distinct on (outcome) outcome, month::text as month, status, months from risk_centre.month_run
         where root_id = ${root} order by outcome, made_at desc, id desc`)
    ).map((each) => [each.outcome, each]),
  );

/** Rows foretold of which nobody has said yet what became of them. */
export const openRows = (
  tx: Tx,
  outcome: string,
  units: readonly Id[],
): Promise<{ id: Id; subject: Id; month: string }[]> =>
  tx.rows(sql`
    select id, subject_id as subject, month::text as month from risk_centre.month_forecast
     where outcome = ${outcome} and happened is null and unit_id = any (${units}::uuid[])`);

export const monthSaves = [
  // That it was asked stands on the Record; the job writes what it foretells.
  saves(NextMonthAsked, () => Promise.resolve()),
  saves(MonthForetold, async (tx, { object, unit, body }, { now }) => {
    const { outcome, title, month, status, months, times, tried, why, rows, came } = body;
    if (came.length > 0)
      await tx.run(sql`
        update risk_centre.month_forecast f set happened = c.happened from jsonb_to_recordset(${JSON.stringify(came)}::jsonb) as c ("row" uuid, happened int)
         where f.id = c."row" and f.happened is null`);
    if (rows.length === 0) return;
    await tx.run(sql`
      insert into risk_centre.month_run (id, root_id, outcome, title_zh, title_en, month, made_at, status, months, times, tried, why)
      values (${object.id}, ${unit}, ${outcome}, ${title.zh}, ${title.en}, ${month}, ${now}, ${status}, ${months}, ${times},
              ${tried === null ? null : JSON.stringify(tried)}::jsonb, ${JSON.stringify(why)}::jsonb)`);
    const kept = rows.map((row) => ({ ...row, id: newId() }));
    await tx.run(sql`
      insert into risk_centre.month_forecast (id, unit_id, run_id, outcome, month, subject_kind, subject_id, subject_name, probability, months, times, because)
      select id, unit, ${object.id}, ${outcome}, ${month}, kind, subject, name, probability, months, times, because
        from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as r (id uuid, unit uuid, kind text, subject uuid, name text, probability float8, months int, times int, because jsonb)`);
  }),
];
