import { verb } from '@opengoa/kernel';
import { RecallStatement, StatementRecalled } from './contract.ts';
import { endTasks, placeOf, statementMoves, statementOf, taskToFill } from './statement.ts';
import { lockStatement, openTasks } from './statement-store.ts';

/** 撤回: before anybody above has decided. */
export const recallStatement = verb('energy.recall-statement', {
  title: { zh: '撤回', en: 'Recall' },
  input: RecallStatement,
  who: ['energy-clerk'],
  on: 'energy.statement',
  facts: [StatementRecalled],
  refusals: ['not-now'],
  load: async (tx, { statement: id }) => ({ statement: await lockStatement(tx, id), tasks: await openTasks(tx, id) }),
  at: ({ statement }) => placeOf(statement),
  decide({ statement, tasks }, { why }, context) {
    const closed = statementMoves.refusal(statement.state, 'energy.recall-statement');
    if (closed) return closed;
    const { month, unit } = statement;
    return [
      StatementRecalled.of({ object: statementOf(statement), unit, body: { month }, why }),
      ...endTasks(statement, tasks, context),
      ...taskToFill(statement, context),
    ];
  },
});
