import { refuse, verb } from '@opengoa/kernel';
import { RecordRent, RentRecorded } from './contract.ts';
import { leaseMoves, leaseOf } from './lease.ts';
import { isReceiptEntered, lockLease } from './lease-store.ts';

/** 登记租金: income of what is let, paid into the treasury; or rent paid for what is rented in, which is a cost of the unit. */
export const recordRent = verb('space.record-rent', {
  title: { zh: '登记租金', en: 'Record rent' },
  input: RecordRent,
  who: ['space-clerk'],
  on: 'space.lease',
  facts: [RentRecorded],
  refusals: ['not-now', 'nothing-owed', 'rent-ahead', 'receipt-entered'],
  load: async (tx, { lease: id, receipt }) => ({
    lease: await lockLease(tx, id),
    entered: await isReceiptEntered(tx, id, receipt),
  }),
  at: ({ lease }) => ({ unit: lease.unit }),
  decide({ lease, entered }, { lease: _id, ...paid }, { today }) {
    const closed = leaseMoves.refusal(lease.state, 'space.record-rent');
    if (closed) return closed;
    if (lease.kind === 'lent-out') return refuse('nothing-owed');
    if (paid.day > today) return refuse('rent-ahead');
    if (entered) return refuse('receipt-entered', { receipt: paid.receipt }, { status: 409 });
    const { unit, kind } = lease;
    const { amountFen, day } = paid;
    const facets = kind === 'rented-in' ? { cost: [{ amountFen, unit, day, item: 'rent' }] } : {};
    return [RentRecorded.of({ object: leaseOf(lease), unit, body: { ...paid, kind }, facets })];
  },
});
