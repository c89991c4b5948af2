import { type FactDraft, type Id, saves, sql, type Sql, type Tx } from '@opengoa/kernel';
import {
  type Basis,
  type CellField,
  CellFilled,
  type CellSource,
  CheckAnswered,
  StatementAccepted,
  StatementOpened,
  StatementRecalled,
  StatementRefilled,
  StatementReturned,
  StatementSubmitted,
  type TakenCell,
} from './contract.ts';
import { firstDay, type Statement } from './statement.ts';

const columns = sql`
  id, unit_id as unit, to_char(month, 'YYYY-MM') as month, state, form_day as "formDay", due_day as "dueDay", head, statistician,
  submitted_by as "submittedBy", submitted_name as "submittedName", submitted_at as "submittedAt", sha256, decided_name as "decidedName",
  decided_at as "decidedAt", opinion, version`;

export const findStatement = (tx: Tx, id: Id) =>
  tx.one<Statement>(sql`select ${columns} from energy.statement where id = ${id}`);
/** Locked by every act on it: cells change one after the other, and none while it is submitted. */
export const lockStatement = (tx: Tx, id: Id) =>
  tx.one<Statement>(sql`select ${columns} from energy.statement where id = ${id} for update`);
export const statementAt = (tx: Tx, unit: Id, month: string) =>
  tx.maybe<Statement>(
    sql`select ${columns} from energy.statement where unit_id = ${unit} and month = ${firstDay(month)}`,
  );

/** A cell as it is kept: amounts in thousandths, costs in fen. */
export interface Cell {
  readonly line: string;
  readonly field: CellField;
  readonly value: number | null;
  readonly taken: number | null;
  readonly corrected: boolean;
  readonly basis: Basis | null;
  readonly why: string | null;
  readonly source: CellSource;
}

export const cellsOf = (tx: Tx, statement: Id) =>
  tx.rows<Cell>(sql`
    select line, field, value, taken, corrected, basis, why, source from energy.statement_cell
     where statement_id = ${statement} order by line, field`);

export interface Answered {
  readonly rule: string;
  readonly line: string;
  readonly answer: string;
}
export const answersOf = (tx: Tx, statement: Id) =>
  tx.rows<Answered>(sql`select rule, line, answer from energy.statement_answer where statement_id = ${statement}`);

/** The open tasks of a statement: to submit it, or to review it. */
export const openTasks = (tx: Tx, statement: Id) =>
  tx.rows<{ id: Id }>(sql`select id from kernel.task where object_id = ${statement} and state = 'open'`);

/** Amounts are kept to a thousandth, costs are whole fen. */
export const kept = (field: CellField, value: number | null): number | null =>
  value === null ? null : Math.round(field === 'amount' ? value * 1_000 : value);
export const told = (field: CellField, value: number | null): number | null =>
  value === null ? null : field === 'amount' ? value / 1_000 : value;

/** Puts cells as they were taken; one that somebody corrected keeps the value and learns what the records say now. */
const putCells = (tx: Tx, { object, unit }: Pick<FactDraft, 'object' | 'unit'>, cells: readonly TakenCell[]) =>
  tx.run(sql`
    insert into energy.statement_cell as c (statement_id, unit_id, line, field, value, taken, basis, source)
    select ${object.id}::uuid, ${unit}::uuid, t.line, t.field, t.value, t.value, t.basis, t.source
      from unnest(${cells.map(({ line }) => line)}::text[], ${cells.map(({ field }) => field)}::text[],
                  ${cells.map(({ field, value }) => kept(field, value))}::bigint[], ${cells.map(({ basis }) => basis)}::text[],
                  ${cells.map(({ source }) => JSON.stringify(source))}::jsonb[]) as t (line, field, value, basis, source)
    on conflict (node_id, statement_id, line, field) do update
       set taken = excluded.taken, source = excluded.source, value = case when c.corrected then c.value else excluded.value end,
           basis = case when c.corrected then c.basis else excluded.basis end`);

const move = (tx: Tx, { object }: Pick<FactDraft, 'object'>, more: Sql) =>
  tx.run(sql`update energy.statement set ${more}, version = version + 1 where id = ${object.id}`);

export const statementSaves = [
  saves(StatementOpened, async (tx, fact, { now }) => {
    const { object, unit, body } = fact;
    await tx.run(sql`
      insert into energy.statement (id, unit_id, month, form_day, due_day, opened_at)
      values (${object.id}, ${unit}, ${firstDay(body.month)}, ${body.form}, ${body.dueDay}, ${now})`);
    await putCells(tx, fact, body.cells);
  }),
  saves(StatementRefilled, async (tx, fact) => {
    await putCells(tx, fact, fact.body.cells);
    await move(tx, fact, sql`state = state`);
  }),
  saves(CellFilled, async (tx, fact) => {
    const { line, field, is, basis } = fact.body;
    await tx.run(sql`
      update energy.statement_cell set value = ${kept(field, is)}, basis = ${basis}, corrected = true, why = ${fact.why ?? null}
       where statement_id = ${fact.object.id} and line = ${line} and field = ${field}`);
    // What was said of the old number says nothing of the new one.
    await tx.run(sql`delete from energy.statement_answer where statement_id = ${fact.object.id} and line = ${line}`);
    await move(tx, fact, sql`state = state`);
  }),
  saves(CheckAnswered, async (tx, fact) => {
    const { check, line, answer } = fact.body;
    await tx.run(sql`
      insert into energy.statement_answer (statement_id, unit_id, rule, line, answer)
      values (${fact.object.id}, ${fact.unit}, ${check}, ${line}, ${answer})
      on conflict (node_id, statement_id, rule, line) do update set answer = excluded.answer`);
    await move(tx, fact, sql`state = state`);
  }),
  saves(StatementSubmitted, (tx, fact, { actor, now }) =>
    move(
      tx,
      fact,
      sql`state = 'submitted', head = ${fact.body.head}, statistician = ${fact.body.statistician}, submitted_by = ${actor.person},
          submitted_name = ${actor.name}, submitted_at = ${now}, sha256 = ${fact.body.sha256}, decided_name = null, decided_at = null, opinion = null`,
    ),
  ),
  saves(StatementRecalled, (tx, fact) => move(tx, fact, sql`state = 'draft', submitted_at = null`)),
  saves(StatementReturned, (tx, fact, { actor, now }) =>
    move(
      tx,
      fact,
      sql`state = 'returned', decided_name = ${actor.name}, decided_at = ${now}, opinion = ${fact.body.opinion}`,
    ),
  ),
  saves(StatementAccepted, (tx, fact, { actor, now }) =>
    move(
      tx,
      fact,
      sql`state = 'accepted', decided_name = ${actor.name}, decided_at = ${now}, opinion = ${fact.body.opinion}`,
    ),
  ),
];
