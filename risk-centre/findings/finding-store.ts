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
  FindingReopened,
  KitRun,
  RectificationReturned,
  SignalMerged,
} from '../contract.ts';
import type { z } from 'zod';
import type { KeptVerdict, Level } from '../contract.ts';
import type { Finding } from './finding.ts';
import type { Loss, ToldLoss } from './merge-signals.ts';
import type { Spoken } from './weigh-signals.ts';

const columns = sql`
  id, unit_id as unit, number, kit, subject_name as "subjectName", state, level, shadow, due_at as due, answered_at as answered, outcome,
  assigned_to as "assignedTo", escalations, escalated_unit_id as "escalatedUnit", version`;

/** The finding, locked: one decision per step, whoever comes second finds it decided. */
export const lockFinding = (tx: Tx, id: Id): Promise<Finding> =>
  tx.one<Finding>(sql`select ${columns} from risk_centre.finding where id = ${id} for update`);

/** The kits that spoke in a finding, the one that raised it first. */
export const kitsOf = async (tx: Tx, finding: Id): Promise<string[]> =>
  (
    await tx.rows<{ kit: string }>(
      sql`select kit from risk_centre.signal where finding_id = ${finding} group by kit order by min(at), kit`,
    )
  ).map(({ kit }) => kit);

/** A finding with what its signals said, to be merged with more of them. */
export interface LiveFinding {
  readonly id: Id;
  readonly unit: Id;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly about: readonly string[];
  readonly level: Level;
  readonly signals: readonly (ToldLoss & Spoken)[];
}

/** Where new signals may belong: the live findings of a risk that are about the same subjects or things, locked, oldest first. */
export async function lockLiveOnes(
  tx: Tx,
  { risk, shadow }: { readonly risk: string; readonly shadow: boolean },
  flagged: readonly { readonly subject: { kind: string; id: string }; readonly about: readonly string[] }[],
): Promise<LiveFinding[]> {
  const rows = await tx.rows<Omit<LiveFinding, 'subject' | 'signals'> & { kind: string; subject: string }>(sql`
    select id, unit_id as unit, subject_kind as kind, subject_id as subject, about, level from risk_centre.finding
     where coalesce(risk, kit) = ${risk} and shadow = ${shadow} and state not in ('dismissed', 'closed')
       and ((subject_kind, subject_id) in (select * from unnest(${flagged.map(({ subject }) => subject.kind)}::text[], ${flagged.map(({ subject }) => subject.id)}::text[]))
            or about && ${[...new Set(flagged.flatMap(({ about }) => about))]}::text[])
     order by id for update`);
  const signals = Map.groupBy(
    await tx.rows<{ finding: Id; from: string; to: string; loss: Loss | null } & Spoken>(sql`
      select finding_id as finding, period_from as from, period_to as to, verdict->'loss' as loss, kit, verdict->>'evidenceClass' as "evidenceClass",
             coalesce((verdict->>'llr')::float8, 0) as llr
        from risk_centre.signal where finding_id = any (${rows.map(({ id }) => id)}::uuid[]) order by at, period_from`),
    ({ finding }) => finding,
  );
  return rows.map(({ kind, subject, ...row }) => ({
    ...row,
    subject: { kind, id: subject },
    signals: (signals.get(row.id) ?? []).map(({ from, to, finding: _finding, ...said }) => ({
      period: [from, to],
      ...said,
    })),
  }));
}

/** Which records this kit has already spoken of, by `ruleKey`: in findings that are handled and in those that are over. */
export async function recordsSpokenOf(
  tx: Tx,
  { kit, shadow }: { readonly kit: string; readonly shadow: boolean },
  subjects: readonly { kind: string; id: string }[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const rows = await tx.rows<{ kind: string; subject: string; rule: string; seen: string[] }>(sql`
    select f.subject_kind as kind, f.subject_id as subject, s.rule, s.seen
      from risk_centre.signal s join risk_centre.finding f on (f.node_id, f.id) = (s.node_id, s.finding_id)
     where s.kit = ${kit} and f.shadow = ${shadow}
       and (f.subject_kind, f.subject_id) in (select * from unnest(${subjects.map(({ kind }) => kind)}::text[], ${subjects.map(({ id }) => id)}::text[]))`);
  const byRule = Map.groupBy(rows, ({ kind, subject, rule }) => ruleKey({ kind, id: subject }, rule));
  return new Map([...byRule].map(([key, ofRule]) => [key, new Set(ofRule.flatMap(({ seen }) => seen))]));
}

export const ruleKey = (subject: { kind: string; id: string }, rule: string): string =>
  `${subjectKey(subject)} ${rule}`;

/** The records a verdict rests on, each once. */
export const recordsOf = ({ evidence }: { readonly evidence: readonly { table: string; key: string }[] }): string[] => [
  ...new Set(evidence.map(({ table, key }) => `${table} ${key}`)),
];

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

const jsonOf = (value: object | null) => (value === null ? null : JSON.stringify(value));

export const findingSaves = [
  saves(FindingRaised, async (tx, { id: signal, object, unit, body }, { now }) => {
    const { verdict, subject, period } = body;
    const loss = verdict['loss'] as { low: number; mid: number; high: number; unit: string } | undefined;
    await tx.run(sql`
      insert into risk_centre.finding (id, unit_id, number, kit, kit_version, subject_kind, subject_id, subject_name, period_from, period_to, state, level,
        probability, stated, correction, loss_low, loss_mid, loss_high, loss_unit, risk, about, shadow, verdict, opens, raised_at, due_at, answer_due_at, reopens, round, search)
      values (${object.id}, ${unit}, ${body.number}, ${verdict.kit}, ${verdict.version}, ${subject.kind}, ${subject.id}, ${subject.name}, ${period[0]}, ${period[1]},
        'raised', ${body.level}, ${body.probability}, ${body.stated ?? null}, ${jsonOf(body.correction)}::jsonb, ${loss?.low ?? null}, ${loss?.mid ?? null}, ${loss?.high ?? null}, ${loss?.unit ?? null}, ${body.risk}, ${body.about}::text[],
        ${body.shadow},         ${JSON.stringify(verdict)}::jsonb, ${body.opens}, ${now}, ${body.due}, ${body.shadow ? null : body.due}, ${body.reopens?.finding ?? null}, ${body.reopens?.round ?? 1}, ${searchPieces(body.number, subject.name)}::text[])`);
    await keepSignal(tx, { signal, finding: object.id, unit, at: now, period, verdict });
  }),
  saves(SignalMerged, async (tx, { id: signal, object, unit, body }, { now }) => {
    const { loss } = body;
    await moved(
      tx,
      object.id,
      // What was stated before anybody decided is what verdicts correct. The kit that raised it goes on explaining it; what another kit saw stands among the signals.
      sql`verdict = case when kit = ${body.verdict.kit} then ${JSON.stringify(body.verdict)}::jsonb else verdict end,
          about = (select coalesce(array_agg(distinct each), '{}') from unnest(about || ${body.about}::text[]) each), level = ${body.level}, probability = ${body.probability}, correction = ${jsonOf(body.correction)}::jsonb,
          stated = case when outcome is null then ${body.stated ?? null}::float8 else stated end,
          period_from = least(period_from, ${body.period[0]}::date), period_to = greatest(period_to, ${body.period[1]}::date),
          loss_low = ${loss?.low ?? null}, loss_mid = ${loss?.mid ?? null}, loss_high = ${loss?.high ?? null}, loss_unit = ${loss?.unit ?? null}`,
    );
    await keepSignal(tx, { signal, finding: object.id, unit, at: now, period: body.period, verdict: body.verdict });
  }),
  saves(KitRun, (tx, { id, unit, body }, { now }) =>
    tx.run(sql`
      insert into risk_centre.run (id, unit_id, kit, kit_version, period_from, period_to, at, looked, flagged, clear, insufficient, not_applicable, at_once, peers)
      values (${id}, ${unit}, ${body.kit}, ${body.version}, ${body.period[0]}, ${body.period[1]}, ${now}, ${body.looked}, ${body.flagged}, ${body.clear},
        ${body.insufficient}, ${body.notApplicable}, ${body.atOnce}, ${JSON.stringify(body.peers)}::jsonb)`),
  ),
  saves(FindingExplained, (tx, { object, body }, { now }) =>
    moved(
      tx,
      object.id,
      sql`state = 'explained', answer = ${body.answer}, papers = ${body.papers}::uuid[], answered_at = ${now}, due_at = ${body.due}`,
    ),
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
      sql`state = 'dismissed', outcome = ${body.outcome}, cause = ${body.cause}, outcome_reason = ${body.reason}, decided_at = ${now}, due_at = null, closed_at = ${now}`,
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
  saves(FindingReopened, (tx, { object }, { now }) => moved(tx, object.id, sql`reopened_at = ${now}`)),
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
  }: {
    signal: Id;
    finding: Id;
    unit: Id;
    at: Date;
    period: readonly [string, string];
    verdict: z.infer<typeof KeptVerdict>;
  },
) =>
  tx.run(sql`
    insert into risk_centre.signal (id, unit_id, finding_id, at, period_from, period_to, verdict, seen)
    values (${signal}, ${unit}, ${finding}, ${at}, ${period[0]}, ${period[1]}, ${JSON.stringify(verdict)}::jsonb, ${recordsOf(verdict)}::text[])`);
