import { refuse, verb } from '@opengoa/kernel';
import { lockLine, selfCheckOf } from './check-store.ts';
import { DisputeHolding, HoldingDisputed } from './contract.ts';

/** 提出异议: what the card says of a thing in my name is not so, with the reason. */
export const disputeHolding = verb('assets.dispute-holding', {
  title: { zh: '有异议', en: 'Dispute a line' },
  input: DisputeHolding,
  who: ['self'],
  on: 'assets.self-check-line',
  facts: [HoldingDisputed],
  refusals: ['check-closed', 'line-answered'],
  load: (tx, { line }) => lockLine(tx, line),
  at: ({ unit, person }) => ({ unit, person }),
  decide({ unit, check, state, checkState }, { line, reason, said }) {
    if (checkState === 'closed') return refuse('check-closed', {}, { status: 409 });
    if (state === 'disputed' || state === 'settled') return refuse('line-answered', {}, { status: 409 });
    return [HoldingDisputed.of({ object: selfCheckOf(check), unit, body: { line, reason, said } })];
  },
});
