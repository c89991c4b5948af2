import { refuse, verb } from '@opengoa/kernel';
import { HomeRentRecorded, RecordHomeRent } from './contract.ts';
import { onStay } from './on-stay.ts';
import { stayMoves, stayOf, stayStateOf } from './stay.ts';
import { isHomeReceiptEntered, lockStay } from './stay-store.ts';

/** 登记租金: as it was received, with its receipt; it settles the oldest month first. */
export const recordHomeRent = verb('space.record-home-rent', {
  ...onStay,
  title: { zh: '登记租金', en: 'Record rent' },
  input: RecordHomeRent,
  facts: [HomeRentRecorded],
  refusals: ['not-now', 'home-without-rent', 'rent-ahead', 'receipt-entered'],
  load: async (tx, { stay: id, receipt }) => ({
    stay: await lockStay(tx, id),
    entered: await isHomeReceiptEntered(tx, id, receipt),
  }),
  decide({ stay, entered }, { stay: _id, ...paid }, { today }) {
    const closed = stayMoves.refusal(stayStateOf(stay), 'space.record-home-rent');
    if (closed) return closed;
    if (stay.rentFen === 0) return refuse('home-without-rent');
    if (paid.day > today) return refuse('rent-ahead');
    if (entered) return refuse('receipt-entered', { receipt: paid.receipt }, { status: 409 });
    return [HomeRentRecorded.of({ object: stayOf(stay), unit: stay.unit, body: paid })];
  },
});
