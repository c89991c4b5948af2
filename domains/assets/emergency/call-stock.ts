import { isRefusal, newId, notFound, refuse, verb } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { nextNumber } from '../papers/next-number.ts';
import { offerMoves } from '../warehouse/offer.ts';
import { lockOffer, tooMany } from '../warehouse/warehouse-store.ts';
import { CallStock, StockCalled } from './contract.ts';
import { callOf, rightFor } from './emergency.ts';
import { classOf, findEmergency, reservedOf, rightsTo } from './emergency-store.ts';

/** 应急调用: a unit with the right calls a thing out of a store while an emergency is declared over its keeper; reservations give way, loans do not. */
export const callStock = verb('assets.call-stock', {
  title: { zh: '应急调用', en: 'Call stock' },
  input: CallStock,
  who: ['assets-clerk', 'clerk', 'head'],
  facts: [StockCalled],
  refusals: [
    'not-found',
    'not-now',
    'not-for-loan',
    'no-emergency',
    'no-right-to-call',
    'more-than-right',
    'call-day-passed',
    'too-long-lent',
    'more-than-there-are',
  ],
  result: z.strictObject({ call: z.uuid(), number: z.string() }),
  object: ({ offer }) => offer,
  async load(tx, { offer: id, emergency }, { today }) {
    const offer = await lockOffer(tx, id, today);
    return {
      id: newId(),
      offer,
      class: await classOf(tx, id),
      emergency: await findEmergency(tx, emergency),
      rights: await rightsTo(tx, offer.store),
      reserved: await reservedOf(tx, id, today),
      number: await nextNumber(tx, 'emergency-call', 'YJD', today),
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ id, offer, class: code, emergency, rights, reserved, number }, input, { organisation, standards, today }) {
    const { unit, quantity, dueDay, place, contact } = input;
    if (offer.reach !== 'tree') return notFound();
    const closed = offerMoves.refusal(offer.state, 'assets.lend-offer');
    if (closed) return closed;
    if (offer.may === 'transfer') return refuse('not-for-loan', {}, { status: 409 });
    const lasts = standards.numberOn('assets.pool-days', today, organisation.place(emergency.unit), {
      item: 'emergency',
    });
    // An emergency that nobody ended is over by itself after its days.
    const declared = emergency.state === 'open' && addDays(emergency.fromDay, lasts) >= today;
    if (!declared || !organisation.covers(emergency.unit, offer.keeper, true))
      return refuse('no-emergency', {}, { status: 409 });
    const { measure, name, keeper } = offer;
    const mine = rights.filter(({ caller }) => organisation.covers(caller, unit, true));
    const right = rightFor(mine, { class: code, quantity, measure });
    if (isRefusal(right)) return right;
    if (dueDay < today) return refuse('call-day-passed');
    const days = standards.numberOn('assets.pool-days', today, organisation.place(keeper), { item: 'lend' });
    if (dueDay > addDays(today, days)) return refuse('too-long-lent', { days });
    const short = tooMany(
      { measure, free: offer.free + reserved.reduce((sum, each) => sum + each.quantity, 0) },
      quantity,
    );
    if (short) return short;
    const body = { keeper, emergency: emergency.id, offer: offer.id, right: right.id, number, name, measure };
    return {
      facts: [StockCalled.of({ object: callOf(id), unit, body: { ...body, quantity, dueDay, place, contact } })],
      result: { call: id, number },
    };
  },
});
