import { refuse, stale, verb } from '@opengoa/kernel';
import { RectificationVerified, VerifyRectification } from './contract.ts';
import { lockRectification } from './property-store.ts';
import { rectificationMoves, rectificationOf } from './service-contract.ts';

/** 复核整改: it is right, and closed; or it goes back to the company with the reason and, where one is given, a new day. */
export const verifyRectification = verb('space.verify-rectification', {
  title: { zh: '复核整改', en: 'Verify' },
  input: VerifyRectification,
  who: ['space-clerk', 'head'],
  on: 'space.service-rectification',
  facts: [RectificationVerified],
  refusals: ['not-now', 'stale-version', 'due-day-past', 'send-back-why'],
  load: (tx, { rectification }) => lockRectification(tx, rectification),
  at: ({ unit }) => ({ unit }),
  decide(known, { version, good, said, due }, { today }) {
    const closed = rectificationMoves.refusal(known.state, 'space.verify-rectification');
    if (closed) return closed;
    if (version !== known.version) return stale({ version: known.version });
    if (!good && said === '') return refuse('send-back-why');
    if (!good && due !== null && due < today) return refuse('due-day-past');
    const body = { good, said, due: good ? known.due : (due ?? known.due) };
    return [RectificationVerified.of({ object: rectificationOf(known), unit: known.unit, body })];
  },
});
