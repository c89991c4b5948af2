import { searchPieces, saves, sql, type Id, type Tx } from '@opengoa/kernel';
import {
  FindingAssigned,
  FindingClosed,
  FindingConfirmed,
  FindingDismissed,
  FindingEscalated,
  FindingExplained,
  FindingRaised,
  FindingRectified,
  KitRun,
  RectificationReturned,
  SignalMerged,
} from '../contract.ts';
import type { Level } from '../contract.ts';
import type { Finding } from './finding.ts';
import type { Loss, ToldLoss } from './merge-signals.ts';

const columns = sql`
  id, unit_id as unit, number, kit, subject_name as "subjectName", state, level, shadow, due_at as due, answered_at as answered, outcome,
  assigned_to as "assignedTo", escalations, escalated_unit_id as "escalatedUnit", version`;

/** The finding, locked: one decision per step, whoever comes second finds it decided. */
export const lockFinding = (tx: Tx, id: Id): Promise<Finding> =>
  tx.one<Finding>(sql`select ${columns} from risk_centre.finding where id = ${id} for update`);

/** A finding with what its signals said, to be merged with more of them. */
export interface LiveFinding {
  readonly id: Id;
  readonly level: Level;
  readonly probability: number;
  readonly signals: readonly ToldLoss[];
}

/** The live findings of this kit on these subjects, locked, by `subjectKey`. */
export async function lockLiveOnes(
  tx: Tx,
  kit: string,
  subjects: readonly { kind: string; id: string }[],
): Promise<Map<string, LiveFinding>> {
  const rows = await tx.rows<{ id: Id; kind: string; subject: string; level: Level; probability: number }>(sql`
    select id, subject_kind as kind, subject_id as subject, level, probability from risk_centre.finding
     where kit = ${kit} and state not in ('dismissed', 'closed')
       and (subject_kind, subject_id) in (select * from unnest(${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ id }) => id)}::text[]))
     order by id for update`);
  const signals = Map.groupBy(
    await tx.rows<{ finding: Id; from: string; to: string; loss: Loss | null }>(sql`
      select finding_id as finding, period_from as from, period_to as to, verdict->'loss' as loss from risk_centre.signal
       where finding_id = any (${rows.map(({ id }) => id)}::uuid[]) order by at, period_from`),
    ({ finding }) => finding,
  );
  return new Map(
    rows.map(({ kind, subject, ...row }) => [
      subjectKey({ kind, id: subject }),
      { ...row, signals: (signals.get(row.id) ?? []).map(({ from, to, loss }) => ({ period: [from, to], loss })) },
    ]),
  );
}

export const subjectKey = ({ kind, id }: { kind: string; id: string }): string => `${kind} ${id}`;

/** The next number of the year; the row stays locked until the act ends, so there is no gap and no double. */
export async function nextNumber(tx: Tx, year: number, count: number): Promise<number> {
  const row = await tx.one<{ last: number }>(sql`
    insert into risk_centre.finding_number (year, last) values (${year}, ${count})
    on conflict (node_id, year) do update set last = risk_centre.finding_number.last + ${count} returning last`);
  return row.last - count + 1;
}

const moved = (tx: Tx, id: Id, set: ReturnType<typeof sql>) =>
  tx.run(sql`update risk_centre.finding set ${set}, version = version + 1 where id = ${id}`);

export const findingSaves = [
  saves(FindingRaised, async (tx, { id: signal, object, unit, body }, { now }) => {
    const { verdict, subject, period } = body;
    const loss = verdict['loss'] as { low: number; mid: number; high: number; unit: string } | undefined;
    await tx.run(sql`
      insert into risk_centre.finding (id, unit_id, number, kit, kit_version, subject_kind, subject_id, subject_name, period_from, period_to, state, level,
        probability, loss_low, loss_mid, loss_high, loss_unit, shadow, verdict, opens, raised_at, due_at, search)
      values (${object.id}, ${unit}, ${body.number}, ${verdict.kit}, ${verdict.version}, ${subject.kind}, ${subject.id}, ${subject.name}, ${period[0]}, ${period[1]},
        'raised', ${body.level}, ${body.probability}, ${loss?.low ?? null}, ${loss?.mid ?? null}, ${loss?.high ?? null}, ${loss?.unit ?? null}, ${body.shadow},
        ${JSON.stringify(verdict)}::jsonb, ${body.opens}, ${now}, ${body.due}, ${searchPieces(body.number, subject.name)}::text[])`);
    await keepSignal(tx, { signal, finding: object.id, unit, at: now, period, verdict });
  }),
  saves(SignalMerged, async (tx, { id: signal, object, unit, body }, { now }) => {
    const { loss } = body;
    await moved(
      tx,
      object.id,
      sql`verdict = ${JSON.stringify(body.verdict)}::jsonb, level = ${body.level}, probability = ${body.probability},
          period_from = least(period_from, ${body.period[0]}::date), period_to = greatest(period_to, ${body.period[1]}::date),
          loss_low = ${loss?.low ?? null}, loss_mid = ${loss?.mid ?? null}, loss_high = ${loss?.high ?? null}, loss_unit = ${loss?.unit ?? null}`,
    );
    await keepSignal(tx, { signal, finding: object.id, unit, at: now, period: body.period, verdict: body.verdict });
  }),
  saves(KitRun, (tx, { id, unit, body }, { now }) =>
    tx.run(sql`
      insert into risk_centre.run (id, unit_id, kit, kit_version, period_from, period_to, at, looked, flagged, clear, insufficient, not_applicable)
      values (${id}, ${unit}, ${body.kit}, ${body.version}, ${body.period[0]}, ${body.period[1]}, ${now}, ${body.looked}, ${body.flagged}, ${body.clear},
        ${body.insufficient}, ${body.notApplicable})`),
  ),
  saves(FindingExplained, (tx, { object, body }, { now }) =>
    moved(tx, object.id, sql`state = 'explained', answer = ${body.answer}, answered_at = ${now}, due_at = ${body.due}`),
  ),
  saves(FindingConfirmed, (tx, { object, body }, { now }) =>
    moved(
      tx,
      object.id,
      sql`state = 'confirmed', outcome = ${body.outcome}, outcome_reason = ${body.reason}, decided_at = ${now}, due_at = ${body.due}`,
    ),
  ),
  saves(FindingDismissed, (tx, { object, body }, { now }) =>
    moved(
      tx,
      object.id,
      sql`state = 'dismissed', outcome = ${body.outcome}, outcome_reason = ${body.reason}, decided_at = ${now}, due_at = null, closed_at = ${now}`,
    ),
  ),
  saves(FindingAssigned, (tx, { object, body }) =>
    moved(tx, object.id, sql`state = 'assigned', assigned_to = ${body.to}, due_at = ${body.due}`),
  ),
  saves(FindingRectified, (tx, { object, body }) =>
    moved(tx, object.id, sql`state = 'rectified', rectified = ${body.done}, due_at = ${body.due}`),
  ),
  saves(RectificationReturned, (tx, { object, body }) =>
    moved(tx, object.id, sql`state = 'assigned', due_at = ${body.due}`),
  ),
  saves(FindingClosed, (tx, { object }, { now }) =>
    moved(tx, object.id, sql`state = 'closed', closed_at = ${now}, due_at = null`),
  ),
  saves(FindingEscalated, (tx, { object, body }) =>
    moved(tx, object.id, sql`escalations = ${body.times}, escalated_unit_id = ${body.to}, due_at = ${body.due}`),
  ),
];

const keepSignal = (
  tx: Tx,
  {
    signal,
    finding,
    unit,
    at,
    period,
    verdict,
  }: { signal: Id; finding: Id; unit: Id; at: Date; period: readonly [string, string]; verdict: unknown },
) =>
  tx.run(sql`
    insert into risk_centre.signal (id, unit_id, finding_id, at, period_from, period_to, verdict)
    values (${signal}, ${unit}, ${finding}, ${at}, ${period[0]}, ${period[1]}, ${JSON.stringify(verdict)}::jsonb)`);
