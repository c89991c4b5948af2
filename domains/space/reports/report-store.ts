import { type FactDraft, type Id, saves, sql, type Sql, type Tx } from '@opengoa/kernel';
import { ReportAccepted, ReportOpened, ReportRedrawn, ReportReturned, ReportSubmitted } from './contract.ts';
import type { Report } from './report.ts';

const columns = sql`
  id, unit_id as unit, year, as_of::text as "asOf", due_day::text as "dueDay", state, forms, drawn_at as "drawnAt", head, statistician,
  submitted_by as "submittedBy", submitted_name as "submittedName", submitted_at as "submittedAt", sha256, decided_name as "decidedName",
  decided_at as "decidedAt", opinion, version`;

export const findReport = (tx: Tx, id: Id) => tx.one<Report>(sql`select ${columns} from space.report where id = ${id}`);
export const lockReport = (tx: Tx, id: Id) =>
  tx.one<Report>(sql`select ${columns} from space.report where id = ${id} for update`);
export const isReportThere = async (tx: Tx, unit: Id, year: number): Promise<boolean> =>
  (await tx.rows(sql`select 1 from space.report where unit_id = ${unit} and year = ${year}`)).length > 0;

const move = (tx: Tx, { object }: Pick<FactDraft, 'object'>, more: Sql) =>
  tx.run(sql`update space.report set ${more}, version = version + 1 where id = ${object.id}`);

export const reportSaves = [
  saves(ReportOpened, (tx, { object, unit, body }, { now }) =>
    tx.run(sql`
      insert into space.report (id, unit_id, year, as_of, due_day, forms, drawn_at)
      values (${object.id}, ${unit}, ${body.year}, ${body.asOf}, ${body.dueDay}, ${JSON.stringify(body.forms)}::jsonb, ${now})`),
  ),
  saves(ReportRedrawn, (tx, fact, { now }) =>
    move(tx, fact, sql`forms = ${JSON.stringify(fact.body.forms)}::jsonb, drawn_at = ${now}`),
  ),
  saves(ReportSubmitted, (tx, fact, { actor, now }) =>
    move(
      tx,
      fact,
      sql`state = 'submitted', head = ${fact.body.head}, statistician = ${fact.body.statistician}, submitted_by = ${actor.person},
          submitted_name = ${actor.name}, submitted_at = ${now}, sha256 = ${fact.body.sha256}, decided_name = null, decided_at = null, opinion = null`,
    ),
  ),
  saves(ReportAccepted, (tx, fact, { actor, now }) =>
    move(
      tx,
      fact,
      sql`state = 'accepted', decided_name = ${actor.name}, decided_at = ${now}, opinion = ${fact.body.opinion}`,
    ),
  ),
  saves(ReportReturned, (tx, fact, { actor, now }) =>
    move(
      tx,
      fact,
      sql`state = 'returned', decided_name = ${actor.name}, decided_at = ${now}, opinion = ${fact.body.opinion}`,
    ),
  ),
];

/** Whether whoever asks has a right for each of these units. */
export const areInScope = async (tx: Tx, units: readonly Id[]): Promise<boolean> =>
  (
    await tx.rows(
      sql`select 1 from unnest(${[...units]}::uuid[]) u (unit) where u.unit not in (select s.unit from kernel.scope_units() s (unit)) limit 1`,
    )
  ).length === 0;
