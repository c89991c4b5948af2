import { newId, refuse, verb } from '@opengoa/kernel';
import { EnterLedgerSum, LedgerSumEntered } from './contract.ts';

/** 录入账面余额: what the finance ledger says of a class at a month’s end; entered again it stands anew. */
export const enterLedgerSum = verb('assets.enter-ledger-sum', {
  title: { zh: '录入账面余额', en: 'Enter a sum of the ledger' },
  input: EnterLedgerSum,
  who: ['assets-clerk', 'clerk'],
  facts: [LedgerSumEntered],
  refusals: ['unit-unknown', 'month-ahead'],
  load: () => Promise.resolve({ id: newId() }),
  loadMany: (_tx, inputs) => Promise.resolve(inputs.map(() => ({ id: newId() }))),
  at: (_known, { unit }) => ({ unit }),
  decide({ id }, { unit, ...body }, { organisation, today }) {
    if (!organisation.unit(unit)) return refuse('unit-unknown', {}, { status: 404 });
    if (body.monthEnd > today) return refuse('month-ahead', { day: body.monthEnd });
    return [LedgerSumEntered.of({ object: { kind: 'assets.ledger-sum', id }, unit, body })];
  },
});
