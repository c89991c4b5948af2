import { type Id, saves, sql, type Tx } from '@opengoa/kernel';
import { type ExpenseKind, ExpenseRecorded, ExpenseStruck } from './contract.ts';

export interface Expense {
  readonly id: Id;
  readonly unit: Id;
  readonly building: Id;
  readonly kind: ExpenseKind;
  readonly from: string;
  readonly amountFen: number;
  readonly struck: string | null;
}
export const expenseOf = ({ id }: Pick<Expense, 'id'>) => ({ kind: 'space.expense', id });
/** The word of the budget for what was paid. */
export const budgetItem = (kind: ExpenseKind): string =>
  kind === 'heating' ? 'heat' : kind === 'equipment' ? 'repair' : kind;

const columns = sql`id, unit_id as unit, building_id as building, kind, from_day as "from", amount_fen as "amountFen", struck`;
export const lockExpense = (tx: Tx, id: Id) =>
  tx.one<Expense>(sql`select ${columns} from space.expense where id = ${id} for update`);
export const sameReceipt = (tx: Tx, building: Id, kind: ExpenseKind, receipt: string) =>
  tx.maybe<Expense>(sql`
    select ${columns} from space.expense where building_id = ${building} and kind = ${kind} and receipt = ${receipt} and struck is null limit 1`);

export const expenseSaves = [
  saves(ExpenseRecorded, (tx, { object, unit, body }, { actor }) =>
    tx.run(sql`
      insert into space.expense (id, unit_id, building_id, kind, from_day, to_day, amount_fen, payee, receipt, note, entered_name)
      values (${object.id}, ${unit}, ${body.building}, ${body.kind}, ${body.from}, ${body.to}, ${body.amountFen}, ${body.payee}, ${body.receipt}, ${body.note},
              ${actor.name})`),
  ),
  saves(ExpenseStruck, (tx, { object, body }) =>
    tx.run(sql`update space.expense set struck = ${body.why} where id = ${object.id}`),
  ),
];
