import { newId, notFound, refuse, verb } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { OfferReserved, ReserveOffer } from './contract.ts';
import { claimOf, covers, offerMoves } from './offer.ts';
import { lockOffer, tooMany } from './warehouse-store.ts';

const who = ['assets-clerk', 'clerk'] as const;

/** 预约: a unit of the tree keeps a thing for itself until a day; after that day it is free again without anybody’s doing. */
export const reserveOffer = verb('assets.reserve-offer', {
  title: { zh: '预约', en: 'Reserve' },
  input: ReserveOffer,
  who,
  facts: [OfferReserved],
  refusals: ['not-found', 'not-now', 'day-passed', 'too-long-held', 'more-than-there-are'],
  result: z.strictObject({ reservation: z.uuid() }),
  object: ({ offer }) => offer,
  load: async (tx, { offer }, { today }) => ({ id: newId(), offer: await lockOffer(tx, offer, today) }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id, offer }, { unit, quantity, untilDay, purpose }, { actor, organisation, standards, today }) {
    const shown = offer.state === 'in-store' && offer.reach === 'tree';
    if (!shown && !covers(actor, organisation, who, offer.unit) && !covers(actor, organisation, who, offer.keeper))
      return notFound();
    const closed = offerMoves.refusal(offer.state, 'assets.reserve-offer');
    if (closed) return closed;
    if (untilDay < today) return refuse('day-passed', {}, { status: 422 });
    const days = standards.numberOn('assets.pool-days', today, organisation.place(unit), { item: 'reserve' });
    if (untilDay > addDays(today, days)) return refuse('too-long-held', { days }, { status: 422 });
    const short = tooMany(offer, quantity);
    if (short) return short;
    return {
      facts: [
        OfferReserved.of({
          object: claimOf(id),
          unit,
          body: { keeper: offer.keeper, offer: offer.id, quantity, untilDay, purpose },
        }),
      ],
      result: { reservation: id },
    };
  },
});
