import { refuse, stale, verb } from '@opengoa/kernel';
import { CellFilled, FillCell } from './contract.ts';
import { placeOf, statementMoves, statementOf } from './statement.ts';
import { cellsOf, kept, lockStatement, told } from './statement-store.ts';

/** 更正填报值: another number than the records give, or one they do not have, with the reason and how it came to be known. */
export const fillCell = verb('energy.fill-cell', {
  title: { zh: '更正', en: 'Fill in' },
  input: FillCell,
  who: ['energy-clerk'],
  on: 'energy.statement',
  facts: [CellFilled],
  refusals: ['not-now', 'stale-version', 'no-such-cell', 'cost-in-whole-fen'],
  load: async (tx, { statement: id }) => ({ statement: await lockStatement(tx, id), cells: await cellsOf(tx, id) }),
  at: ({ statement }) => placeOf(statement),
  decide({ statement, cells }, { version, line, field, value, basis, why }) {
    const closed = statementMoves.refusal(statement.state, 'energy.fill-cell');
    if (closed) return closed;
    if (version !== statement.version) return stale({ version: statement.version });
    const cell = cells.find((each) => each.line === line && each.field === field);
    if (!cell) return refuse('no-such-cell');
    if (field === 'cost' && value !== null && !Number.isInteger(value)) return refuse('cost-in-whole-fen');
    const body = { line, field, was: told(field, cell.value), is: told(field, kept(field, value)), basis };
    return [CellFilled.of({ object: statementOf(statement), unit: statement.unit, body, why })];
  },
});
