import { type Id, newId, notFound, refuse, Refused, sql, verb } from '@opengoa/kernel';
import { z } from 'zod';
import type { Card } from '../cards/card.ts';
import { lockCards } from '../cards/card-store.ts';
import { cardStates } from '../cards/words.zh.ts';
import { depreciated } from '../depreciation/straight-line.ts';
import { nextNumber } from '../papers/next-number.ts';
import { shareOf } from '../warehouse/offer-card.ts';
import { heldFor, lockOffer } from '../warehouse/warehouse-store.ts';
import { DrawTransfer, TransferDrawn } from './contract.ts';
import { transferOf } from './transfer.ts';

const transferable = ['in-stock', 'in-use', 'idle', 'pooled'];
interface Matched {
  readonly giver: Id;
  readonly unit: Id;
  readonly card: Id;
  readonly quantity: number;
  readonly state: string;
}

/** 开具调拨单: by whoever keeps the giver’s ledger; of a match, or of any things. It says the values and what was charged of them until that day. */
export const drawTransfer = verb('assets.draw-transfer', {
  title: { zh: '开具调拨单', en: 'Draw up a transfer' },
  input: DrawTransfer,
  who: ['assets-clerk'],
  facts: [TransferDrawn],
  refusals: [
    'not-found',
    'match-not-approved',
    'transferred-before',
    'lines-missing',
    'transfer-within-unit',
    'unit-unknown',
    'kept-elsewhere',
    'card-on-its-way',
    'card-not-transferable',
    'more-than-there-are',
  ],
  result: z.strictObject({ transfer: z.uuid(), number: z.string() }),
  async load(tx, { match, lines, to }, { today }) {
    const [matched] =
      match === null
        ? []
        : await tx.rows<Matched>(sql`
            select m.giver_id as giver, m.unit_id as unit, o.card_id as card, m.quantity, m.state from assets.match m
              join assets.offer o on (o.node_id, o.id) = (m.node_id, m.offer_id) where m.id = ${match} for update of m`);
    if (match !== null && !matched) throw new Refused(notFound());
    const wanted = matched ? [{ card: matched.card, quantity: matched.quantity }] : lines;
    const cards =
      wanted.length === 0
        ? []
        : await lockCards(
            tx,
            wanted.map(({ card }) => card),
          );
    const free = new Map<Id, number>();
    if (!matched)
      for (const { id } of await tx.rows<{ id: Id }>(sql`
        select id from assets.offer where card_id = any (${wanted.map(({ card }) => card)}::uuid[]) and state = 'in-store' order by id`)) {
        const offer = await lockOffer(tx, id, today);
        free.set(offer.card, offer.free + (await heldFor(tx, id, to ?? null)));
      }
    return { id: newId(), matched, wanted, cards, free, number: await nextNumber(tx, 'transfer', 'DB', today) };
  },
  at: ({ matched, cards }, { unit }, { actor }) =>
    [...new Set([matched?.giver ?? cards[0]?.unit ?? unit ?? actor.unit ?? '', ...cards.map((card) => card.unit)])].map(
      (each) => ({ unit: each }),
    ),
  decide({ id, matched, wanted, cards, free, number }, { match, to: other, why, document }, { organisation, today }) {
    if (matched?.state === 'done') return refuse('transferred-before', {}, { status: 409 });
    if (matched && matched.state !== 'approved') return refuse('match-not-approved', {}, { status: 409 });
    const [first] = cards;
    if (!first) return refuse('lines-missing', {}, { status: 422 });
    const to = matched?.unit ?? other ?? '';
    if (!organisation.unit(to)) return refuse('unit-unknown', {}, { status: 404 });
    const from = first.unit;
    if (to === from) return refuse('transfer-within-unit', {}, { status: 422 });
    if (cards.some(({ unit }) => unit !== from)) return notFound();
    const byId = new Map(cards.map((card) => [card.id, card]));
    for (const { card: which, quantity } of wanted) {
      const card = byId.get(which)!;
      const { name, measure } = card;
      if (card.facetKind !== null) return refuse('kept-elsewhere', {}, { status: 409 });
      if (card.handedPaper !== null || card.handedTo !== null || card.handedUnit !== null)
        return refuse('card-on-its-way', { name }, { status: 409 });
      if (!transferable.includes(card.state))
        return refuse('card-not-transferable', { name, state: cardStates[card.state] }, { status: 409 });
      const there = Math.min(card.quantity, free.get(which) ?? card.quantity);
      if (quantity > there)
        return refuse('more-than-there-are', { free: Math.max(0, there), measure }, { status: 409 });
    }
    const lines = wanted.map(({ card: which, quantity }) => {
      const card = byId.get(which)!;
      const { name, model, measure, condition } = card;
      const valueFen = shareOf(card.valueFen, quantity, card.quantity);
      const accumulatedFen = chargedOf(card, valueFen, today);
      const line = { id: newId(), card: which, number: card.number, name, model, measure, quantity };
      return { ...line, valueFen, accumulatedFen, condition };
    });
    return {
      facts: [
        TransferDrawn.of({ object: transferOf(id), unit: from, body: { number, to, match, why, document, lines } }),
      ],
      result: { transfer: id, number },
    };
  },
});

/** 累计折旧 of so much of the card’s value, up to and with this month: it goes along, and the receiver charges on from there. */
const chargedOf = ({ valueKind, lifeYears, bookedOn, acquiredOn }: Card, valueFen: number, today: string): number =>
  depreciated({ valueFen, valueKind, lifeYears, since: bookedOn ?? acquiredOn }, today).accumulatedFen;
