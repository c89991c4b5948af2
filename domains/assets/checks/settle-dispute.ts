import { refuse, verb } from '@opengoa/kernel';
import { lockLine, selfCheckOf } from './check-store.ts';
import { DisputeSettled, SettleDispute } from './contract.ts';

/** 处理异议: what was done about it; the card itself is changed by its own papers. */
export const settleDispute = verb('assets.settle-dispute', {
  title: { zh: '处理异议', en: 'Settle a dispute' },
  input: SettleDispute,
  who: ['assets-clerk'],
  on: 'assets.self-check-line',
  facts: [DisputeSettled],
  refusals: ['not-disputed'],
  load: (tx, { line }) => lockLine(tx, line),
  at: ({ unit }) => ({ unit }),
  decide({ unit, check, state }, { line, how, words }) {
    if (state !== 'disputed') return refuse('not-disputed', {}, { status: 409 });
    return [DisputeSettled.of({ object: selfCheckOf(check), unit, body: { line, how, words } })];
  },
});
