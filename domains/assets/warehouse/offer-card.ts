import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { cardStates } from '../cards/words.zh.ts';
import { nextNumber } from '../papers/next-number.ts';
import { CardOffered, OfferCard } from './contract.ts';
import { offerOf } from './offer.ts';
import { findStore, lockCard } from './warehouse-store.ts';

const offerable = ['in-stock', 'idle', 'in-use'];

/**
 * 申请入仓: a unit gives a thing, or some pieces of a batch, into a store. It is seen by others only once it was inspected; a central store is kept by the
 * unit whose store it is, in every other the thing stays with its owner.
 */
export const offerCard = verb('assets.offer-card', {
  title: { zh: '申请入仓', en: 'Offer to the warehouse' },
  input: OfferCard,
  who: ['assets-clerk'],
  facts: [CardOffered],
  refusals: [
    'kept-elsewhere',
    'offered-before',
    'not-to-be-offered',
    'more-than-there-are',
    'store-closed',
    'store-not-in-reach',
    'reason-not-in-scope',
    'day-passed',
  ],
  result: z.strictObject({ offer: z.uuid(), number: z.string() }),
  async load(tx, { card: id, store }, { today }) {
    const card = await lockCard(tx, id);
    const before = await tx.rows(
      sql`select 1 from assets.offer where card_id = ${id} and state in ('offered', 'in-store')`,
    );
    return {
      id: newId(),
      card,
      before: before.length > 0,
      store: await findStore(tx, store),
      number: await nextNumber(tx, 'offer', 'GC', today),
    };
  },
  at: ({ card }) => ({ unit: card.unit }),
  decide({ id, card, before, store, number }, input, { standards, organisation, today }) {
    if (card.facet !== null) return refuse('kept-elsewhere', {}, { status: 409 });
    if (before) return refuse('offered-before', {}, { status: 409 });
    if (!offerable.includes(card.state))
      return refuse('not-to-be-offered', { state: cardStates[card.state] }, { status: 409 });
    if (input.quantity > card.quantity)
      return refuse('more-than-there-are', { free: card.quantity, measure: card.measure }, { status: 409 });
    if (store.state !== 'open') return refuse('store-closed', {}, { status: 409 });
    const keeper = store.kind === 'central' ? store.unit : card.unit;
    if (keeper !== card.unit && input.reach !== 'tree') return refuse('store-not-in-reach', {}, { status: 422 });
    const scope = standards.valueOn('assets.pool-scope', today, organisation.place(card.unit), {
      reason: input.reason,
    });
    if (!scope.found || scope.value !== true) return refuse('reason-not-in-scope', {}, { status: 422 });
    if (input.untilDay !== null && input.untilDay < today) return refuse('day-passed', {}, { status: 422 });
    const { card: _card, ...told } = input;
    return {
      facts: [
        CardOffered.of({
          object: offerOf(id),
          unit: card.unit,
          facets: { asset: { kind: 'assets.card', id: card.id, state: 'pooled' } },
          body: {
            ...told,
            card: card.id,
            whole: input.quantity === card.quantity,
            keeper,
            number,
            name: card.name,
            class: card.class,
            model: card.model,
            brand: card.brand,
            measure: card.measure,
            item: card.item,
            valueFen: shareOf(card.valueFen, input.quantity, card.quantity),
            acquiredOn: card.acquiredOn,
            lifeYears: card.lifeYears,
            condition: card.condition,
          },
        }),
      ],
      result: { offer: id, number },
    };
  },
});

/** Value of so many of a batch, in whole fen; all of them together are worth the whole. */
export const shareOf = (valueFen: number, part: number, whole: number): number => Math.round((valueFen * part) / whole);
