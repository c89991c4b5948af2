import { stale, verb } from '@opengoa/kernel';
import { AnswerRectification, RectificationAnswered } from './contract.ts';
import { lockRectification } from './property-store.ts';
import { rectificationMoves, rectificationOf } from './service-contract.ts';

/** 登记整改答复: what the company says it has done, entered by who keeps the contract. */
export const answerRectification = verb('space.answer-rectification', {
  title: { zh: '登记整改答复', en: 'Enter the answer' },
  input: AnswerRectification,
  who: ['space-clerk'],
  on: 'space.service-rectification',
  facts: [RectificationAnswered],
  refusals: ['not-now', 'stale-version'],
  load: (tx, { rectification }) => lockRectification(tx, rectification),
  at: ({ unit }) => ({ unit }),
  decide(known, { version, answer }) {
    const closed = rectificationMoves.refusal(known.state, 'space.answer-rectification');
    if (closed) return closed;
    if (version !== known.version) return stale({ version: known.version });
    return [RectificationAnswered.of({ object: rectificationOf(known), unit: known.unit, body: { answer } })];
  },
});
