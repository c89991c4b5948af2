import { stale, verb } from '@opengoa/kernel';
import { CallRightEnded, EndCallRight } from './contract.ts';
import { rightMoves, rightOf } from './emergency.ts';
import { findRight } from './emergency-store.ts';

/** 停止调用权限: what was called by it stays called. */
export const endCallRight = verb('assets.end-call-right', {
  title: { zh: '停止权限', en: 'End the right' },
  input: EndCallRight,
  who: ['assets-clerk'],
  on: 'assets.call-right',
  facts: [CallRightEnded],
  refusals: ['not-now', 'stale-version'],
  load: (tx, { right }) => findRight(tx, right),
  at: ({ unit }) => ({ unit }),
  decide({ id, unit, state, version: now }, { version, why }) {
    const closed = rightMoves.refusal(state, 'assets.end-call-right');
    if (closed) return closed;
    if (version !== now) return stale({ version: now });
    return [CallRightEnded.of({ object: rightOf(id), unit, body: { why } })];
  },
});
