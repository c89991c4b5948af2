import { type Id, refuse, sql, verb } from '@opengoa/kernel';
import { DifferenceEnded, EndDifference } from './contract.ts';

/** 说明或调平: why cards and ledger differ, or by what they agree again. */
export const endDifference = verb('assets.end-difference', {
  title: { zh: '说明或调平', en: 'Explain or settle' },
  input: EndDifference,
  who: ['assets-clerk', 'clerk'],
  on: 'assets.difference',
  facts: [DifferenceEnded],
  refusals: ['difference-ended'],
  load: (tx, { difference }) =>
    tx.one<{ id: Id; unit: Id; state: string }>(
      sql`select id, unit_id as unit, state from assets.difference where id = ${difference} for update`,
    ),
  at: ({ unit }) => ({ unit }),
  decide({ id, unit, state: before }, { state, words }) {
    if (before !== 'open') return refuse('difference-ended', {}, { status: 409 });
    return [DifferenceEnded.of({ object: { kind: 'assets.difference', id }, unit, body: { state, words } })];
  },
});
