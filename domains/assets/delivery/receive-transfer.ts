import { newId, refuse, stale, verb } from '@opengoa/kernel';
import { lockCards, numbersTaken } from '../cards/card-store.ts';
import { nextNumbers } from '../papers/next-number.ts';
import { ComponentsWentAlong } from '../supplies/contract.ts';
import { fittedIn, leaving, wentAlong } from '../supplies/fitted.ts';
import { shareOf } from '../warehouse/offer-card.ts';
import { ReceiveTransfer, TransferReceived } from './contract.ts';
import { transferMoves, transferOf } from './transfer.ts';
import { linesOf, lockTransfer } from './transfer-store.ts';

/**
 * 清点接收: the receiver counts; what came enters its ledger with its value, its years and what is fitted into it, and is charged on from there. What did not come stays in the
 * giver’s ledger, as a card of its own, until the giver says what became of it.
 */
export const receiveTransfer = verb('assets.receive-transfer', {
  title: { zh: '清点接收', en: 'Receive' },
  input: ReceiveTransfer,
  who: ['assets-clerk'],
  on: 'assets.transfer',
  facts: [ComponentsWentAlong, TransferReceived],
  refusals: ['not-now', 'stale-version', 'count-every-line', 'more-than-sent'],
  async load(tx, { transfer: id }, { today }) {
    const transfer = await lockTransfer(tx, id);
    const lines = await linesOf(tx, id);
    const sent = lines.flatMap(({ sentCard }) => sentCard ?? []);
    const cards = new Map(sent.length === 0 ? [] : (await lockCards(tx, sent)).map((card) => [card.id, card]));
    const taken = await numbersTaken(
      tx,
      [...cards.values()].map(({ number }) => ({ unit: transfer.to, number })),
    );
    const fitted = await fittedIn(tx, sent);
    return {
      transfer,
      lines,
      cards,
      taken,
      fitted,
      numbers: await nextNumbers(tx, 'card', 'ZC', today, 2 * lines.length, 6),
    };
  },
  at: ({ transfer }) => ({ unit: transfer.to }),
  decide({ transfer, lines, cards, taken, fitted, numbers }, { version, lines: counted, said }, context) {
    const closed = transferMoves.refusal(transfer.state, 'assets.receive-transfer');
    if (closed) return closed;
    if (version !== transfer.version) return stale({ version: transfer.version });
    const byLine = new Map(counted.map((each) => [each.line, each]));
    if (counted.length > 0 && lines.some(({ id }) => !byLine.has(id)))
      return refuse('count-every-line', {}, { status: 422 });
    if (lines.some(({ id, quantity }) => (byLine.get(id)?.received ?? 0) > quantity))
      return refuse('more-than-sent', {}, { status: 422 });
    const left = [...numbers];
    const { id, unit, to, match } = transfer;
    const received = lines.map((line) => {
      const count = byLine.get(line.id);
      const card = cards.get(line.sentCard!)!;
      const came = count?.received ?? line.quantity;
      const lost = line.quantity - came;
      const lostFen = shareOf(line.valueFen, lost, line.quantity);
      return {
        line: line.id,
        card: card.id,
        number: taken.has(`${to} ${card.number}`) ? left.shift()! : card.number,
        sent: line.quantity,
        received: came,
        valueFen: line.valueFen - lostFen,
        condition: count?.condition ?? line.condition,
        said: count?.said ?? '',
        missing:
          lost === 0
            ? null
            : came === 0
              ? { card: card.id, number: card.number, quantity: lost, valueFen: lostFen }
              : { card: newId(), number: left.shift()!, quantity: lost, valueFen: lostFen },
      };
    });
    const differs = received.some(({ missing }) => missing !== null);
    const came = new Set(received.flatMap((line) => (line.received > 0 ? [line.card] : [])));
    const along = leaving(fitted, to, context).filter(({ card }) => came.has(card));
    return [
      // First: the taker sees the giver’s cupboard while the things are on their way, and not after.
      ...wentAlong(transferOf(id), { unit: to, number: transfer.number, along }),
      TransferReceived.of({
        object: transferOf(id),
        unit: to,
        body: { from: unit, match, said, differs, lines: received },
      }),
    ];
  },
});
