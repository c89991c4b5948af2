import { concernsOwn, refuse, verb } from '@opengoa/kernel';
import { AcceptStatement, StatementAccepted } from './contract.ts';
import { endTasks, placeOf, statementMoves, statementOf } from './statement.ts';
import { lockStatement, openTasks } from './statement-store.ts';

/** 审核通过: from above, and by nobody of the unit itself. From then on it counts as the unit's report. */
export const acceptStatement = verb('energy.accept-statement', {
  title: { zh: '审核通过', en: 'Accept' },
  input: AcceptStatement,
  who: ['energy-clerk', 'superior'],
  on: 'energy.statement',
  facts: [StatementAccepted],
  refusals: ['not-now', 'own-statement'],
  object: ({ statement }) => statement,
  load: async (tx, { statement: id }) => ({ statement: await lockStatement(tx, id), tasks: await openTasks(tx, id) }),
  at: ({ statement }) => placeOf(statement),
  decide({ statement, tasks }, { opinion }, context) {
    const closed = statementMoves.refusal(statement.state, 'energy.accept-statement');
    if (closed) return closed;
    if (concernsOwn(statement, context)) return refuse('own-statement', {}, { status: 403 });
    const { month, unit, sha256 } = statement;
    return [
      StatementAccepted.of({ object: statementOf(statement), unit, body: { month, opinion, sha256: sha256 ?? '' } }),
      ...endTasks(statement, tasks, context),
    ];
  },
});
