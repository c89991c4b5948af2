import { newId, notFound, verb } from '@opengoa/kernel';
import { BoughtEntered, EnterBought } from './contract.ts';
import { bodyMoves, bodyOf } from './offer.ts';
import { lockBody, lockCard } from './warehouse-store.ts';

/** 登记购置: a thing bought for an event or temporary body; it goes into the warehouse before that ends. */
export const enterBought = verb('assets.enter-bought', {
  title: { zh: '登记购置资产', en: 'Bought for it' },
  input: EnterBought,
  who: ['assets-clerk'],
  on: 'assets.body',
  facts: [BoughtEntered],
  refusals: ['not-found', 'not-now'],
  load: async (tx, { body, card }) => ({ id: newId(), body: await lockBody(tx, body), card: await lockCard(tx, card) }),
  at: ({ body, card }) => [{ unit: body.unit }, { unit: card.unit }],
  decide({ id, body, card }) {
    const closed = bodyMoves.refusal(body.state, 'assets.enter-bought');
    if (closed) return closed;
    if (card.unit !== body.unit) return notFound();
    return [
      BoughtEntered.of({
        object: { kind: 'assets.body-bought', id },
        unit: body.unit,
        facets: { asset: { kind: 'assets.card', id: card.id, state: card.state } },
        body: { body: bodyOf(body.id).id, card: card.id },
      }),
    ];
  },
});
