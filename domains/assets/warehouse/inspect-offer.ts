import { refuse, stale, verb } from '@opengoa/kernel';
import { InspectOffer, OfferInspected } from './contract.ts';
import { offerMoves, offerOf } from './offer.ts';
import { lockOffer } from './warehouse-store.ts';

/** 入仓验收: whoever keeps the store looks at the thing, with photos and what its repair would cost; only then is it in store. A thing in store is looked at again the same way. */
export const inspectOffer = verb('assets.inspect-offer', {
  title: { zh: '入仓验收', en: 'Inspect' },
  input: InspectOffer,
  who: ['assets-clerk'],
  on: 'assets.offer',
  facts: [OfferInspected],
  refusals: ['not-now', 'stale-version', 'still-claimed', 'unusable-not-stored', 'say-why-turned-away'],
  load: async (tx, { offer }, { today }) => ({ offer: await lockOffer(tx, offer, today) }),
  at: ({ offer }) => ({ unit: offer.keeper }),
  decide({ offer }, { offer: _id, version, ...found }) {
    const closed = offerMoves.refusal(offer.state, 'assets.inspect-offer');
    if (closed) return closed;
    if (version !== offer.version) return stale({ version: offer.version });
    if (found.passed && found.condition === 'unusable') return refuse('unusable-not-stored', {}, { status: 422 });
    if (!found.passed && found.said === '') return refuse('say-why-turned-away', {}, { status: 422 });
    if (!found.passed && offer.free < offer.quantity)
      return refuse('still-claimed', { held: offer.quantity - offer.free, measure: offer.measure }, { status: 409 });
    return [
      OfferInspected.of({
        object: offerOf(offer.id),
        unit: offer.unit,
        facets: { asset: { kind: 'assets.card', id: offer.card, state: found.passed ? 'pooled' : 'turned-away' } },
        body: { ...found, keeper: offer.keeper },
      }),
    ];
  },
});
