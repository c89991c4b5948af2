import { createHash } from 'node:crypto';
import { refuse, stale, verb } from '@opengoa/kernel';
import { StatementSubmitted, SubmitStatement } from './contract.ts';
import { lookOver } from './look-over.ts';
import { endTasks, placeOf, statementMoves, statementOf, taskToReview } from './statement.ts';
import { type Cell, lockStatement, openTasks } from './statement-store.ts';

/** 签字报送: signed by name, with a digest of the cells, so that what is accepted later is what was signed. Audit notes are corrected or answered first. */
export const submitStatement = verb('energy.submit-statement', {
  title: { zh: '签字报送', en: 'Sign and submit' },
  input: SubmitStatement,
  who: ['energy-clerk'],
  on: 'energy.statement',
  facts: [StatementSubmitted],
  refusals: ['not-now', 'stale-version', 'statement-contradicts', 'checks-unanswered'],
  async load(tx, { statement: id }, context) {
    const statement = await lockStatement(tx, id);
    return { statement, ...(await lookOver(tx, statement, context)), tasks: await openTasks(tx, id) };
  },
  at: ({ statement }) => placeOf(statement),
  decide({ statement, cells, answers, notes, tasks }, { version, head, statistician }, context) {
    const closed = statementMoves.refusal(statement.state, 'energy.submit-statement');
    if (closed) return closed;
    if (version !== statement.version) return stale({ version: statement.version });
    const contradictions = notes.filter(({ outcome }) => outcome === 'block');
    if (contradictions.length > 0)
      return refuse('statement-contradicts', { count: contradictions.length, first: contradictions[0]!.said });
    const asked = notes.filter(({ outcome }) => outcome === 'warn');
    const open = asked.filter(
      ({ check, line }) => !answers.some((answer) => answer.rule === check && answer.line === line),
    );
    if (open.length > 0) return refuse('checks-unanswered', { count: open.length, first: open[0]!.said });
    const { month, dueDay } = statement;
    return [
      StatementSubmitted.of({
        object: statementOf(statement),
        unit: statement.unit,
        body: {
          month,
          head,
          statistician,
          sha256: digestOf(cells),
          late: dueDay < context.today,
          answered: asked.length,
        },
      }),
      ...endTasks(statement, tasks, context),
      ...taskToReview(statement, context),
    ];
  },
});

/** Of line, field, value and basis, in the order of the lines. */
export const digestOf = (cells: readonly Pick<Cell, 'line' | 'field' | 'value' | 'basis'>[]): string =>
  createHash('sha256')
    .update(JSON.stringify(cells.map(({ line, field, value, basis }) => [line, field, value, basis])))
    .digest('hex');
