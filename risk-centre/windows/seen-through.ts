import { sql, type Context, type Id, type Tx } from '@opengoa/kernel';
import type { z } from 'zod';
import type { SeenFinding, SeenLine, Seen } from './contract.ts';
import type { InspectionWindow } from './window.ts';
import { shownThrough } from './window-store.ts';

type Line = z.infer<typeof SeenLine>;
type Told = z.infer<typeof SeenFinding>;
type Listed = NonNullable<z.infer<typeof Seen>['list']>;

const iso = (at: Date | null) => (at === null ? null : at.toISOString());

const titleOf = (kit: string, { kits }: Pick<Context, 'kits'>) => kits.get(kit)?.kit.title ?? { zh: kit, en: kit };

interface LineRow extends Omit<Line, 'kitTitle' | 'raisedAt'> {
  readonly kit: string;
  readonly raised: Date;
}

/**
 * What a window shows today, newest first, and how many there are in all.
 * @param after the last finding of the page before
 */
export async function listThrough(
  tx: Tx,
  window: InspectionWindow,
  after: Id | null,
  context: Context,
): Promise<Listed> {
  const shown = shownThrough(window, context);
  const most = context.standards.numberOn('risk-centre.read-only-windows', context.today, [], { item: 'listed' });
  const rows = await tx.rows<LineRow>(sql`
    select f.id, f.number, f.kit, u.name as "unitName", f.subject_name as subject, f.level, f.state, f.outcome, f.raised_at as raised
      from (select * from risk_centre.finding where ${shown}) f join kernel.unit u on (u.node_id, u.id) = (f.node_id, f.unit_id)
     where ${after}::uuid is null or (f.raised_at, f.id) < (select b.raised_at, b.id from risk_centre.finding b where b.id = ${after} and ${shown})
     order by f.raised_at desc, f.id desc limit ${most + 1}`);
  const { total } = await tx.one<{ total: number }>(
    sql`select count(*)::int as total from risk_centre.finding where ${shown}`,
  );
  const page = rows.slice(0, most);
  return {
    rows: page.map(({ kit, raised, ...row }) => ({
      ...row,
      kitTitle: titleOf(kit, context),
      raisedAt: raised.toISOString(),
    })),
    total,
    after: rows.length > most ? page.at(-1)!.id : null,
  };
}

interface Row {
  readonly id: Id;
  readonly unit: Id;
  readonly unitName: string;
  readonly number: string;
  readonly kit: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly subject: string;
  readonly from: string;
  readonly to: string;
  readonly state: Told['state'];
  readonly level: Told['level'];
  readonly probability: number;
  readonly verdict: Told['verdict'];
  readonly raised: Date;
  readonly due: Date | null;
  readonly answer: string | null;
  readonly answered: Date | null;
  readonly papers: number;
  readonly outcome: Told['outcome'];
  readonly outcomeReason: string | null;
  readonly rectified: string | null;
  readonly closed: Date | null;
}

/**
 * One finding as the window shows it, with the unit it is of; null where the window does not show it, whether there is such a finding or not.
 * Left out against what a risk officer reads: who rectifies, papers themselves, cases of others, and every way on to other records.
 */
export async function findingThrough(
  tx: Tx,
  window: InspectionWindow,
  id: Id,
  context: Context,
): Promise<{ readonly unit: Id; readonly finding: Told } | null> {
  const shown = shownThrough(window, context);
  const row = await tx.maybe<Row>(sql`
    select f.id, f.unit_id as unit, u.name as "unitName", f.number, f.kit, f.subject_kind as "subjectKind", f.subject_id as "subjectId", f.subject_name as subject,
           f.period_from::text as "from", f.period_to::text as "to", f.state, f.level, f.probability, f.verdict, f.raised_at as raised, f.due_at as due, f.answer,
           f.answered_at as answered, coalesce(cardinality(f.papers), 0) as papers, f.outcome, f.outcome_reason as "outcomeReason", f.rectified, f.closed_at as closed
      from (select * from risk_centre.finding where ${shown}) f join kernel.unit u on (u.node_id, u.id) = (f.node_id, f.unit_id)
     where f.id = ${id}`);
  if (row === undefined) return null;
  const signals = await tx.rows<{ kit: string; at: Date; explanation: { zh: string; en: string } }>(sql`
    select kit, at, verdict->'explanation' as explanation from risk_centre.signal
     where finding_id in (select id from risk_centre.finding where id = ${id} and ${shown}) order by at, period_from limit 100`);
  const history = await tx.rows<{
    id: Id;
    number: string;
    kit: string;
    state: Told['state'];
    outcome: Told['outcome'];
    raised: Date;
  }>(sql`
    select id, number, kit, state, outcome, raised_at as raised from risk_centre.finding
     where subject_kind = ${row.subjectKind} and subject_id = ${row.subjectId} and id <> ${id} and ${shown} order by raised_at desc limit 20`);
  const kit = context.kits.get(row.kit)?.kit;
  const gone = { zh: row.kit, en: row.kit };
  const {
    unit,
    from,
    to,
    raised,
    due,
    answered,
    closed,
    kit: _kit,
    subjectKind: _kind,
    subjectId: _subject,
    ...told
  } = row;
  return {
    unit,
    finding: {
      ...told,
      kitTitle: kit?.title ?? gone,
      question: kit?.question ?? gone,
      remedy: kit?.remedy ?? gone,
      article: kit ? [kit.article.document, kit.article.number, kit.article.article].filter(Boolean).join(' ') : null,
      period: [from, to],
      native: { ...kit?.native },
      derived: { ...kit?.derived },
      signals: signals.map(({ kit: of, at, explanation }) => ({
        kitTitle: titleOf(of, context),
        at: at.toISOString(),
        explanation,
      })),
      raisedAt: raised.toISOString(),
      due: iso(due),
      answeredAt: iso(answered),
      closedAt: iso(closed),
      history: history.map(({ kit: of, raised: day, ...each }) => ({
        ...each,
        kitTitle: titleOf(of, context),
        raisedAt: day.toISOString(),
      })),
    },
  };
}
