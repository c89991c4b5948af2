import { type Id, newId, refuse, sql, verb } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { nextNumber } from '../papers/next-number.ts';
import { fittedIn, fittedWords } from '../supplies/fitted.ts';
import { LendOffer, OfferLent } from './contract.ts';
import { loanOf, offerMoves } from './offer.ts';
import { lockOffer, tooMany } from './warehouse-store.ts';

/** 借出: whoever keeps the thing hands it to a unit until a day; to an event or temporary body only within its days. It stays in its owner’s ledger. */
export const lendOffer = verb('assets.lend-offer', {
  title: { zh: '借出', en: 'Lend' },
  input: LendOffer,
  who: ['assets-clerk'],
  on: 'assets.offer',
  facts: [OfferLent],
  refusals: [
    'not-now',
    'unit-unknown',
    'not-for-loan',
    'day-passed',
    'too-long-lent',
    'reservation-ended',
    'not-the-taker',
    'body-over',
    'not-your-body',
    'after-the-body',
    'more-than-there-are',
  ],
  result: z.strictObject({ loan: z.uuid(), number: z.string() }),
  async load(tx, { offer: id, reservation, body }, { today }) {
    const offer = await lockOffer(tx, id, today);
    const [reserved] =
      reservation === null
        ? []
        : await tx.rows<{ unit: Id; quantity: number; offer: Id; state: string; until: string }>(sql`
            select unit_id as unit, quantity, offer_id as offer, state, until_day::text as until from assets.claim
             where id = ${reservation} and kind = 'reservation' for update`);
    const [borrowing] =
      body === null
        ? []
        : await tx.rows<{ unit: Id; until: string; state: string }>(
            sql`select unit_id as unit, until_day::text as until, state from assets.body where id = ${body}`,
          );
    const fitted = fittedWords(await fittedIn(tx, [offer.card]), offer.card);
    return { id: newId(), offer, fitted, reserved, borrowing, number: await nextNumber(tx, 'pool-loan', 'GJ', today) };
  },
  at: ({ offer }) => ({ unit: offer.keeper }),
  decide({ id, offer, fitted, reserved, borrowing, number }, input, { organisation, standards, today }) {
    const { borrower, quantity, dueDay, purpose, body, reservation } = input;
    const closed = offerMoves.refusal(offer.state, 'assets.lend-offer');
    if (closed) return closed;
    if (!organisation.unit(borrower)) return refuse('unit-unknown', {}, { status: 404 });
    if (offer.may === 'transfer') return refuse('not-for-loan', {}, { status: 409 });
    if (dueDay < today) return refuse('day-passed', {}, { status: 422 });
    const days = standards.numberOn('assets.pool-days', today, organisation.place(offer.keeper), { item: 'lend' });
    if (dueDay > addDays(today, days)) return refuse('too-long-lent', { days }, { status: 422 });
    if (reservation !== null && (reserved?.offer !== offer.id || reserved.state !== 'held'))
      return refuse('reservation-ended', {}, { status: 409 });
    if (reserved && reserved.unit !== borrower) return refuse('not-the-taker', {}, { status: 409 });
    if (body !== null) {
      if (!borrowing || borrowing.unit !== borrower) return refuse('not-your-body', {}, { status: 422 });
      if (borrowing.state !== 'open') return refuse('body-over', {}, { status: 409 });
      if (dueDay > borrowing.until) return refuse('after-the-body', { day: borrowing.until }, { status: 422 });
    }
    // What was reserved for the borrower counts as taken, and is given back by this very act.
    const given = reserved && reserved.until >= today ? reserved.quantity : 0;
    const short = tooMany({ ...offer, free: offer.free + given }, quantity);
    if (short) return short;
    const { name, measure, condition } = offer;
    return {
      facts: [
        OfferLent.of({
          object: loanOf(id),
          unit: offer.keeper,
          facets: { asset: { kind: 'assets.card', id: offer.card, state: 'lent' } },
          body: {
            offer: offer.id,
            borrower,
            body,
            reservation,
            number,
            name,
            measure,
            quantity,
            dueDay,
            purpose,
            condition,
            // Of some pieces of a batch nobody knows in which of them it is.
            fitted: quantity === offer.quantity ? fitted : '',
          },
        }),
      ],
      result: { loan: id, number },
    };
  },
});
