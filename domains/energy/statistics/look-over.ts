import type { Context, Id, Tx } from '@opengoa/kernel';
import { type Audited, auditStatement, type Figures, type Note, type Sheet } from './audit-statement.ts';
import { type Form, formOn } from './form.ts';
import { gatherRecords } from './gather-records.ts';
import { firstDay, monthBefore, type Statement, yearBefore } from './statement.ts';
import { type Answered, answersOf, type Cell, cellsOf, statementAt, told } from './statement-store.ts';
import { takeCells } from './take-cells.ts';

export interface LookedOver {
  readonly form: Form;
  readonly cells: readonly Cell[];
  readonly answers: readonly Answered[];
  readonly notes: readonly Note[];
}

/** A statement's cells, and what the audit rules ask of them now. */
export async function lookOver(tx: Tx, statement: Statement, context: Context): Promise<LookedOver> {
  const { standards, organisation, today } = context;
  const place = organisation.place(statement.unit);
  const form = formOn(firstDay(statement.month), place, standards);
  if (!form) throw new Error(`no form on ${statement.month}`);
  const cells = await cellsOf(tx, statement.id);
  const amounts = cells.filter(({ field }) => field === 'amount');
  const audited: Audited = {
    lines: form.lines,
    now: sheetOf(cells),
    lastYear: await otherMonth(tx, statement.unit, yearBefore(statement.month), form, context),
    before: await reported(tx, statement.unit, monthBefore(statement.month)),
    read: new Map(
      amounts.flatMap(({ line, taken, source }) =>
        taken !== null && isMetered(source.formula) ? [[line, told('amount', taken)!] as const] : [],
      ),
    ),
    readShare: new Map(
      amounts.flatMap(({ line, source }) => {
        const shares = source.parts.flatMap(({ share }) => (share === null ? [] : [share]));
        return shares.length === 0 ? [] : [[line, Math.min(...shares)] as const];
      }),
    ),
  };
  const notes = auditStatement(audited, (check, line) => {
    const found = standards.valueOn('energy.statistics-checks', today, place, { check, line });
    return found.found ? found : undefined;
  });
  return { form, cells, answers: await answersOf(tx, statement.id), notes };
}

const isMetered = (formula: string): boolean => formula === 'one-meter' || formula === 'sum-of-meters';

export function sheetOf(cells: readonly Pick<Cell, 'line' | 'field' | 'value'>[]): Sheet {
  const sheet = new Map<string, Figures>();
  for (const { line, field, value } of cells) {
    const { amount = null, costFen = null } = sheet.get(line) ?? {};
    sheet.set(
      line,
      field === 'amount' ? { amount: told('amount', value), costFen } : { amount, costFen: told('cost', value) },
    );
  }
  return sheet;
}

/** What was reported of a month; nothing where no statement was submitted. */
async function reported(tx: Tx, unit: Id, month: string): Promise<Sheet> {
  const other = await statementAt(tx, unit, month);
  return other && other.state !== 'draft' ? sheetOf(await cellsOf(tx, other.id)) : new Map();
}

/** What was reported of a month, and else what was read: a unit's first year has something to be held against too. */
async function otherMonth(tx: Tx, unit: Id, month: string, form: Form, context: Context): Promise<Sheet> {
  const said = await reported(tx, unit, month);
  if (said.size > 0) return said;
  const taken = takeCells(form, await gatherRecords(tx, unit, month, context));
  const metered = taken.filter(({ source }) => isMetered(source.formula) || source.formula === 'sum-of-fills');
  return new Map(metered.map(({ line, value }): [string, Figures] => [line, { amount: value, costFen: null }]));
}
