import { refuse, stale, verb } from '@opengoa/kernel';
import { AnswerCheck, CheckAnswered } from './contract.ts';
import { lookOver } from './look-over.ts';
import { placeOf, statementMoves, statementOf } from './statement.ts';
import { lockStatement } from './statement-store.ts';

/** 说明审核提示: the number is right, and why. What contradicts itself is corrected, not explained. */
export const answerCheck = verb('energy.answer-check', {
  title: { zh: '说明', en: 'Answer' },
  input: AnswerCheck,
  who: ['energy-clerk'],
  on: 'energy.statement',
  facts: [CheckAnswered],
  refusals: ['not-now', 'stale-version', 'check-not-asked'],
  async load(tx, { statement: id }, context) {
    const statement = await lockStatement(tx, id);
    return { statement, ...(await lookOver(tx, statement, context)) };
  },
  at: ({ statement }) => placeOf(statement),
  decide({ statement, notes }, { version, check, line, why }) {
    const closed = statementMoves.refusal(statement.state, 'energy.answer-check');
    if (closed) return closed;
    if (version !== statement.version) return stale({ version: statement.version });
    const asked = notes.some((note) => note.check === check && note.line === line && note.outcome !== 'block');
    if (!asked) return refuse('check-not-asked', {}, { status: 409 });
    return [
      CheckAnswered.of({ object: statementOf(statement), unit: statement.unit, body: { check, line, answer: why } }),
    ];
  },
});
