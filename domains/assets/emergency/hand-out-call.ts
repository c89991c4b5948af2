import { newId, stale, verb } from '@opengoa/kernel';
import { nextNumber } from '../papers/next-number.ts';
import { OfferLent, ReservationEnded } from '../warehouse/contract.ts';
import { claimOf, loanOf } from '../warehouse/offer.ts';
import { lockOffer, tooMany } from '../warehouse/warehouse-store.ts';
import { CallHandedOut, HandOutCall } from './contract.ts';
import { callMoves, callOf, yielding } from './emergency.ts';
import { lockCall, reservedOf } from './emergency-store.ts';

/** 应急出库: the keeper hands out what was called. It becomes a loan with its day; reservations that stand in the way end by the same act. */
export const handOutCall = verb('assets.hand-out-call', {
  title: { zh: '应急出库', en: 'Hand out' },
  input: HandOutCall,
  who: ['assets-clerk'],
  on: 'assets.emergency-call',
  facts: [CallHandedOut, OfferLent, ReservationEnded],
  refusals: ['not-now', 'stale-version', 'more-than-there-are'],
  async load(tx, { call: id }, { today }) {
    const call = await lockCall(tx, id);
    return {
      loan: newId(),
      call,
      offer: await lockOffer(tx, call.offer, today),
      reserved: await reservedOf(tx, call.offer, today),
      number: await nextNumber(tx, 'pool-loan', 'GJ', today),
    };
  },
  at: ({ call }) => ({ unit: call.keeper }),
  decide({ loan, call, offer, reserved, number }, { version }) {
    const closed = callMoves.refusal(call.state, 'assets.hand-out-call');
    if (closed) return closed;
    if (version !== call.version) return stale({ version: call.version });
    // The call itself is spoken for already.
    const free = offer.free + call.quantity;
    const gone = yielding(free, call.quantity, reserved);
    const short = tooMany(
      { measure: offer.measure, free: free + gone.reduce((sum, { quantity }) => sum + quantity, 0) },
      call.quantity,
    );
    if (short) return short;
    const { name, measure, condition } = offer;
    return [
      ...gone.map(({ id, unit }) =>
        ReservationEnded.of({ object: claimOf(id), unit, body: { why: `应急调用 ${call.number} 优先` } }),
      ),
      CallHandedOut.of({
        object: callOf(call.id),
        unit: call.keeper,
        body: { number: call.number, loan, yielded: gone.length },
      }),
      OfferLent.of({
        object: loanOf(loan),
        unit: call.keeper,
        facets: { asset: { kind: 'assets.card', id: offer.card, state: 'lent' } },
        body: {
          offer: offer.id,
          borrower: call.unit,
          body: null,
          reservation: null,
          number,
          name,
          measure,
          quantity: call.quantity,
          dueDay: call.dueDay,
          purpose: `应急调用 ${call.number}：${call.emergency}`.slice(0, 200),
          condition,
        },
      }),
    ];
  },
});
