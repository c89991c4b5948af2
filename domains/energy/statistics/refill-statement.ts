import { stale, verb } from '@opengoa/kernel';
import { RefillStatement, StatementRefilled } from './contract.ts';
import { formOn } from './form.ts';
import { gatherRecords } from './gather-records.ts';
import { firstDay, placeOf, statementMoves, statementOf } from './statement.ts';
import { lockStatement } from './statement-store.ts';
import { takeCells } from './take-cells.ts';

/** 重新取数: after late readings or a new price. What somebody corrected stays, and is shown beside what the records say now. */
export const refillStatement = verb('energy.refill-statement', {
  title: { zh: '重新取数', en: 'Take from the records again' },
  input: RefillStatement,
  who: ['energy-clerk'],
  on: 'energy.statement',
  facts: [StatementRefilled],
  refusals: ['not-now', 'stale-version'],
  async load(tx, { statement: id }, context) {
    const statement = await lockStatement(tx, id);
    const { organisation, standards } = context;
    const form = formOn(firstDay(statement.month), organisation.place(statement.unit), standards);
    const cells = form ? takeCells(form, await gatherRecords(tx, statement.unit, statement.month, context)) : [];
    return { statement, cells };
  },
  at: ({ statement }) => placeOf(statement),
  decide({ statement, cells }, { version }) {
    const closed = statementMoves.refusal(statement.state, 'energy.refill-statement');
    if (closed) return closed;
    if (version !== statement.version) return stale({ version: statement.version });
    return [StatementRefilled.of({ object: statementOf(statement), unit: statement.unit, body: { cells } })];
  },
});
