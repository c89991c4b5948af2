import { type Id, newId, refuse, sql, stale, verb } from '@opengoa/kernel';
import { lockCards } from '../cards/card-store.ts';
import { nextNumbers } from '../papers/next-number.ts';
import { fittedIn, fittedWords } from '../supplies/fitted.ts';
import { heldFor, lockOffer, tooMany } from '../warehouse/warehouse-store.ts';
import { SendTransfer, TransferSent } from './contract.ts';
import { transferMoves, transferOf } from './transfer.ts';
import { linesOf, lockTransfer } from './transfer-store.ts';

/** 发出: what the way costs is the giver’s; pieces of a batch leave it under a card of their own. The things stand in the giver’s ledger until they are counted. */
export const sendTransfer = verb('assets.send-transfer', {
  title: { zh: '发出', en: 'Send' },
  input: SendTransfer,
  who: ['assets-clerk'],
  on: 'assets.transfer',
  facts: [TransferSent],
  refusals: ['not-now', 'stale-version', 'more-than-there-are'],
  async load(tx, { transfer: id }, { today }) {
    const transfer = await lockTransfer(tx, id);
    const lines = await linesOf(tx, id);
    const cards = new Map(
      (
        await lockCards(
          tx,
          lines.map(({ card }) => card),
        )
      ).map((card) => [card.id, card]),
    );
    const offers = new Map<Id, Awaited<ReturnType<typeof lockOffer>>>();
    for (const { id: offer } of await tx.rows<{ id: Id }>(sql`
      select id from assets.offer where card_id = any (${lines.map(({ card }) => card)}::uuid[]) and state = 'in-store' order by id`)) {
      const row = await lockOffer(tx, offer, today);
      offers.set(row.card, { ...row, free: row.free + (await heldFor(tx, offer, transfer.to)) });
    }
    const split = lines.filter(({ card, quantity }) => quantity < cards.get(card)!.quantity);
    const fitted = await fittedIn(tx, [...cards.keys()]);
    return {
      transfer,
      lines,
      cards,
      offers,
      fitted,
      numbers: await nextNumbers(tx, 'card', 'ZC', today, split.length, 6),
    };
  },
  at: ({ transfer }) => ({ unit: transfer.unit }),
  decide({ transfer, lines, cards, offers, fitted, numbers }, { version, carrier, transportFen }, { today }) {
    const closed = transferMoves.refusal(transfer.state, 'assets.send-transfer');
    if (closed) return closed;
    if (version !== transfer.version) return stale({ version: transfer.version });
    const left = [...numbers];
    for (const { card, name, quantity } of lines) {
      const offer = offers.get(card);
      // Of a match the pieces are held for it already.
      const short = offer && transfer.match === null ? tooMany(offer, quantity) : undefined;
      if (short) return short;
      if (quantity > cards.get(card)!.quantity)
        return refuse('more-than-there-are', { free: cards.get(card)!.quantity, measure: name }, { status: 409 });
    }
    const sent = lines.map(({ id: line, card, quantity, valueFen }) => {
      const whole = quantity === cards.get(card)!.quantity;
      return {
        line,
        card,
        sent: whole ? card : newId(),
        split: whole ? null : { number: left.shift()!, quantity, valueFen },
        offer: offers.get(card)?.id ?? null,
        quantity,
        // Of a batch that is split, components stay with what stays.
        fitted: whole ? fittedWords(fitted, card) : '',
      };
    });
    const { id, unit, to, match } = transfer;
    return [
      TransferSent.of({
        object: transferOf(id),
        unit,
        facets:
          transportFen > 0 ? { cost: [{ amountFen: transportFen, unit, day: today, item: 'asset-transport' }] } : {},
        body: { to, carrier, transportFen, match, lines: sent },
      }),
    ];
  },
});
