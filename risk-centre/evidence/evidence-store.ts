import { saves, sql, type Tx } from '@opengoa/kernel';
import type { LookedAt, SaidOfSubject } from '../methods/evidence/repeating-kits.ts';
import { saidOfSubject } from '../methods/evidence/repeating-kits.ts';
import type { LookedInto } from '../methods/evidence/calibrate.ts';
import { logit } from '../methods/evidence-to-probability.ts';
import type { ComparedGroup } from './compared-kits.ts';
import { LooksKept, RepeatingMeasured, type Looks, type MeasuredGroup } from './contract.ts';

/** Newest months first; a group of a large city has fewer. */
const mostLooks = 100_000;
const mostCases = 2_000;

/** As much of the looks as is new, or was said otherwise in that month; null where nothing is. */
export async function newLooks(tx: Tx, kit: string, looks: Looks | null): Promise<Looks | null> {
  if (looks === null) return null;
  const ids = saidOfSubject.flatMap((how) => looks[how]);
  const known = new Map(
    (
      await tx.rows<{ id: string; said: SaidOfSubject }>(sql`
        select subject_id as id, said from risk_centre.look
         where kit = ${kit} and month = ${looks.month} and subject_kind = ${looks.subject} and subject_id = any (${ids}::text[])`)
    ).map(({ id, said }) => [id, said]),
  );
  const fresh = Object.fromEntries(
    saidOfSubject.map((how) => [how, looks[how].filter((id) => known.get(id) !== how)]),
  ) as Pick<Looks, SaidOfSubject>;
  return saidOfSubject.every((how) => fresh[how].length === 0) ? null : { ...looks, ...fresh };
}

/** What the kits of a group said, a row for each subject and month. */
export async function findLooks(tx: Tx, { risk, kits }: ComparedGroup, from: string): Promise<LookedAt[]> {
  const rows = await tx.rows<{ subject: string; month: string; kits: string[]; said: SaidOfSubject[]; true: boolean }>(
    sql`
    select l.subject_kind || ' ' || l.subject_id as subject, l.month, array_agg(l.kit) as kits, array_agg(l.said) as said,
           exists (select 1 from risk_centre.finding f
                    where f.subject_kind = l.subject_kind and f.subject_id = l.subject_id and coalesce(f.risk, f.kit) = ${risk}
                      and f.outcome in ('confirmed', 'partly-confirmed')) as true
      from risk_centre.look l where l.kit = any (${kits}::text[]) and l.month >= ${from}
     group by l.subject_kind, l.subject_id, l.month order by l.month desc, 1 limit ${mostLooks}`,
  );
  return rows.map((row) => ({
    subject: row.subject,
    said: new Map(row.kits.map((kit, at) => [kit, row.said[at]!])),
    foundTrue: row.true,
  }));
}

/** Every group that was measured, with those that have too little. */
export const findRepeating = (tx: Tx): Promise<MeasuredGroup[]> =>
  tx.rows(
    sql`select risk, records, subject, kits, rho, subjects, hits, needed from risk_centre.repeating order by risk, records, subject`,
  );

/**
 * What findings became that a kit raised, with what was stated of them before, newest first: those of which no two records contradict each other, since such a one is a fact
 * whatever it means. What could not be verified says nothing.
 */
export async function findStatedCases(tx: Tx, kits: readonly string[]): Promise<(LookedInto & { kit: string })[]> {
  const rows = await tx.rows<{ kit: string; stated: number; outcome: string }>(sql`
    select f.kit, f.stated, f.outcome from risk_centre.finding f
     where f.kit = any (${kits}::text[]) and f.stated is not null and f.outcome in ('confirmed', 'partly-confirmed', 'explained', 'data-problem')
       and not exists (select 1 from risk_centre.signal s where (s.node_id, s.finding_id) = (f.node_id, f.id) and s.verdict->>'evidenceClass' = 'D')
     order by f.decided_at desc limit ${mostCases}`);
  return rows.map(({ kit, stated, outcome }) => ({
    kit,
    logOdds: logit(Math.min(1 - 1e-9, Math.max(1e-9, stated))),
    came: outcome === 'confirmed' ? 1 : outcome === 'partly-confirmed' ? 0.5 : 0,
  }));
}

export const evidenceSaves = [
  saves(LooksKept, async (tx, { unit, body }) => {
    for (const how of saidOfSubject)
      if (body[how].length > 0)
        await tx.run(sql`
          insert into risk_centre.look (unit_id, kit, month, subject_kind, subject_id, said)
          select ${unit}, ${body.kit}, ${body.month}, ${body.subject}, each, ${how} from unnest(${body[how]}::text[]) each
          on conflict (node_id, kit, month, subject_kind, subject_id) do update set said = excluded.said, unit_id = excluded.unit_id`);
  }),
  saves(RepeatingMeasured, async (tx, { body }, { now }) => {
    for (const each of body.groups)
      await tx.run(sql`
        insert into risk_centre.repeating (risk, records, subject, kits, rho, subjects, hits, needed, since)
        values (${each.risk}, ${each.records}, ${each.subject}, ${each.kits}::text[], ${each.rho}, ${each.subjects}, ${each.hits}, ${each.needed}, ${now})
        on conflict (node_id, risk, records, subject) do update set kits = excluded.kits, rho = excluded.rho, subjects = excluded.subjects,
          hits = excluded.hits, needed = excluded.needed, since = excluded.since`);
    await tx.run(sql`delete from risk_centre.look where month < ${body.keptFrom}`);
  }),
];
