import { stale, verb } from '@opengoa/kernel';
import { CallCancelled, CancelCall } from './contract.ts';
import { callMoves, callOf } from './emergency.ts';
import { lockCall } from './emergency-store.ts';

/** 取消调用: whoever called it does not need it any more. */
export const cancelCall = verb('assets.cancel-call', {
  title: { zh: '取消调用', en: 'Cancel the call' },
  input: CancelCall,
  who: ['assets-clerk', 'clerk', 'head'],
  on: 'assets.emergency-call',
  facts: [CallCancelled],
  refusals: ['not-now', 'stale-version'],
  load: (tx, { call }) => lockCall(tx, call),
  at: ({ unit }) => ({ unit }),
  decide({ id, unit, number, state, version: now }, { version, why }) {
    const closed = callMoves.refusal(state, 'assets.cancel-call');
    if (closed) return closed;
    if (version !== now) return stale({ version: now });
    return [CallCancelled.of({ object: callOf(id), unit, body: { number, why } })];
  },
});
