import { concernsOwn, refuse, verb } from '@opengoa/kernel';
import { ReopenStatement, StatementReopened } from './contract.ts';
import { openTo, placeOf, statementOf, taskToFill } from './statement.ts';
import { lockStatement } from './statement-store.ts';
import { statementStates } from './words.zh.ts';

/**
 * 重新打开: an accepted statement that turns out to be wrong goes back to the unit, by whoever may accept it and never by the unit itself. What was
 * accepted is kept as a revision.
 */
export const reopenStatement = verb('energy.reopen-statement', {
  title: { zh: '重新打开', en: 'Reopen' },
  input: ReopenStatement,
  who: ['energy-clerk', 'superior'],
  on: 'energy.statement',
  facts: [StatementReopened],
  refusals: ['not-now', 'own-statement'],
  object: ({ statement }) => statement,
  load: async (tx, { statement: id }) => ({ statement: await lockStatement(tx, id) }),
  at: ({ statement }) => placeOf(statement),
  decide({ statement }, { why }, context) {
    const { state } = statement;
    if (state !== 'accepted')
      return refuse('not-now', { state: statementStates[state] }, { status: 409, possible: [...openTo(state)] });
    if (concernsOwn(statement, context)) return refuse('own-statement', {}, { status: 403 });
    const { month, unit, sha256 } = statement;
    return [
      StatementReopened.of({ object: statementOf(statement), unit, body: { month, sha256: sha256 ?? '' }, why }),
      ...taskToFill(statement, context),
    ];
  },
});
