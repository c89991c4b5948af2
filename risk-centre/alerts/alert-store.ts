import { saves, sql, type Id, type Tx } from '@opengoa/kernel';
import type { z } from 'zod';
import type { Level } from '../contract.ts';
import type { LookedInto } from '../methods/evidence/calibrate.ts';
import { logit } from '../methods/evidence-to-probability.ts';
import type { AlertColour } from '../methods/alerts/alert-budget.ts';
import { AlertsDrawn, type Alert } from './contract.ts';

export type AlertRow = z.infer<typeof Alert>;

/** A finding that is still to be verified. */
export interface ToVerify {
  readonly id: Id;
  readonly unit: Id;
  readonly kit: string;
  readonly level: Level;
  readonly probability: number;
  /** Cases of its own kit corrected it. */
  readonly corrected: boolean;
  readonly lossFen: number | null;
  readonly spoke: readonly { readonly kit: string; readonly evidenceClass: 'D' | 'S' | 'M' }[];
  /** When something new was seen of it. */
  readonly seen: Date;
}

/** What the units have to answer and the officers to verify, those on trial left out. */
export const findToVerify = (tx: Tx): Promise<ToVerify[]> =>
  tx.rows<ToVerify>(sql`
    select f.id, f.unit_id as unit, f.kit, f.level, f.probability, f.correction is not null as corrected, case when f.loss_unit = 'fen' then f.loss_mid end as "lossFen", s.spoke, s.seen
      from risk_centre.finding f
      cross join lateral (select jsonb_agg(distinct jsonb_build_object('kit', kit, 'evidenceClass', verdict->>'evidenceClass')) as spoke, max(at) as seen
                            from risk_centre.signal where finding_id = f.id) s
     where f.state in ('raised', 'explained') and not f.shadow order by f.id`);

export interface SentBefore {
  readonly finding: Id;
  readonly week: string;
  readonly office: string;
  readonly colour: AlertColour;
  readonly probability: number;
  readonly lossFen: number;
  readonly hours: number;
  readonly at: Date;
  /** Still to be verified. */
  readonly open: boolean;
}

/** What went out at this desk: all of this week, and of earlier ones what is still to be verified. */
export const findSent = (tx: Tx, desk: Id, week: string): Promise<SentBefore[]> =>
  tx.rows<SentBefore>(sql`
    select a.finding_id as finding, a.week, a.office, a.colour, a.probability, a.loss_fen as "lossFen", a.hours, a.at,
           f.state in ('raised', 'explained') as open
      from risk_centre.alert a
      join risk_centre.alert_week w on w.id = a.week_id
      join risk_centre.finding f on f.id = a.finding_id
     where w.unit_id = ${desk} and a.standing = 'sent' and (a.week = ${week} or (a.week < ${week}::date and f.state in ('raised', 'explained'))) order by a.at, a.id`);

/** So many of the newest closed cases say how far a stated probability is to be believed. */
const most = 2_000;

/** Closed cases: what was stated, and what they became. What could not be verified says nothing. */
export async function findCases(tx: Tx): Promise<LookedInto[]> {
  const rows = await tx.rows<{ probability: number; outcome: string }>(sql`
    select probability, outcome from risk_centre.finding
     where outcome in ('confirmed', 'partly-confirmed', 'explained', 'data-problem') and not shadow and correction is null
     order by decided_at desc limit ${most}`);
  return rows.map(({ probability, outcome }) => ({
    logOdds: logit(Math.min(1 - 1e-9, Math.max(1e-9, probability))),
    came: outcome === 'confirmed' ? 1 : outcome === 'partly-confirmed' ? 0.5 : 0,
  }));
}

export interface WeekRow {
  readonly id: Id;
  readonly carried: number;
  readonly faint: number;
  readonly persons: number;
}

/** The desk's week, locked: whoever draws it up second sees what went out first. */
export const lockWeek = (tx: Tx, desk: Id, week: string): Promise<WeekRow | undefined> =>
  tx.maybe<WeekRow>(
    sql`select id, carried, faint, persons from risk_centre.alert_week where unit_id = ${desk} and week = ${week} for update`,
  );

export const findHeld = async (tx: Tx, week: Id): Promise<ReadonlyMap<Id, string>> =>
  new Map(
    (
      await tx.rows<{ finding: Id; standing: string; probability: number }>(
        sql`select finding_id as finding, standing, probability from risk_centre.alert where week_id = ${week} and standing <> 'sent'`,
      )
    ).map(({ finding, standing, probability }) => [finding, heldKey({ standing, probability })]),
  );

export const heldKey = ({ standing, probability }: { standing: string; probability: number }): string =>
  `${standing} ${probability.toFixed(6)}`;

export const alertSaves = [
  saves(AlertsDrawn, async (tx, { object, unit, body }, { now }) => {
    const { week, persons, budget, carried, faint, correction } = body;
    await tx.run(sql`
      insert into risk_centre.alert_week (id, unit_id, week, persons, budget, carried, carried_hours, faint, correction, drawn_at)
      values (${object.id}, ${unit}, ${week}, ${persons}, ${JSON.stringify(budget)}::jsonb, ${carried.alerts}, ${carried.hours}, ${faint}, ${JSON.stringify(correction)}::jsonb, ${now})
      on conflict (node_id, id) do update set persons = excluded.persons, budget = excluded.budget, carried = excluded.carried, carried_hours = excluded.carried_hours,
        faint = excluded.faint, correction = excluded.correction, drawn_at = excluded.drawn_at`);
    await tx.run(sql`delete from risk_centre.alert where week_id = ${object.id} and standing <> 'sent'`);
    await tx.run(sql`
      insert into risk_centre.alert (id, unit_id, finding_id, week_id, week, office, standing, colour, asked, reason, stated, probability, loss_fen, floored, hours, at)
      select gen_random_uuid(), unit, finding, ${object.id}, ${week}, office, standing, colour, asked, reason, stated, probability, "lossFen", floored, hours, ${now}
        from jsonb_to_recordset(${JSON.stringify([...body.sent, ...body.held])}::jsonb) as each (unit uuid, finding uuid, office text, standing text, colour text, asked text,
             reason text, stated float8, probability float8, "lossFen" float8, floored boolean, hours float8)
      on conflict (node_id, week_id, finding_id) do nothing`);
  }),
];
