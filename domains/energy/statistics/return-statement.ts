import { concernsOwn, refuse, verb } from '@opengoa/kernel';
import { ReturnStatement, StatementReturned } from './contract.ts';
import { endTasks, placeOf, statementMoves, statementOf, taskToFill } from './statement.ts';
import { lockStatement, openTasks } from './statement-store.ts';

/** 退回: from above, with what is to be mended. */
export const returnStatement = verb('energy.return-statement', {
  title: { zh: '退回', en: 'Return' },
  input: ReturnStatement,
  who: ['energy-clerk', 'superior'],
  on: 'energy.statement',
  facts: [StatementReturned],
  refusals: ['not-now', 'own-statement'],
  object: ({ statement }) => statement,
  load: async (tx, { statement: id }) => ({ statement: await lockStatement(tx, id), tasks: await openTasks(tx, id) }),
  at: ({ statement }) => placeOf(statement),
  decide({ statement, tasks }, { opinion }, context) {
    const closed = statementMoves.refusal(statement.state, 'energy.return-statement');
    if (closed) return closed;
    if (concernsOwn(statement, context)) return refuse('own-statement', {}, { status: 403 });
    const { month, unit } = statement;
    return [
      StatementReturned.of({ object: statementOf(statement), unit, body: { month, opinion }, why: opinion }),
      ...endTasks(statement, tasks, context),
      ...taskToFill(statement, context),
    ];
  },
});
