import { nearestHolders, refuse, TaskRaised, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { CardMoved } from '../cards/contract.ts';
import { PaperMade, TransferCards } from './contract.ts';
import { cardsRefusal, dayRefusal, paperFacts, paperRefusalCodes, paperToCome, unitsOf } from './make-paper.ts';
import { raiseOnDesk } from './paper-task.ts';

/** 调出: into another unit's ledger, by paper; ours until the other side has taken them. */
export const transferCards = verb('assets.transfer-cards', {
  title: { zh: '调拨', en: 'Transfer' },
  input: TransferCards,
  who: ['assets-clerk'],
  on: 'assets.card',
  facts: [PaperMade, CardMoved, TaskRaised],
  refusals: [...paperRefusalCodes, 'unit-closed', 'same-unit'],
  result: z.strictObject({ paper: z.uuid() }),
  load: (tx, input, context) => paperToCome(tx, 'transfer', input, context),
  at: unitsOf,
  decide(known, { to, document, day, note }, context) {
    const { id, number, cards } = known;
    const closed = cardsRefusal(cards, 'assets.transfer-cards') ?? dayRefusal(day, context.today);
    if (closed) return closed;
    const other = context.organisation.unit(to);
    if (!other || (other.validTo !== null && other.validTo <= context.today))
      return refuse('unit-closed', {}, { status: 409 });
    const { unit } = cards[0]!;
    if (unit === to) return refuse('same-unit');
    const about = { note, document, otherUnitName: other.name };
    const facts = [
      ...paperFacts(
        known,
        { kind: 'transfer', state: 'awaiting-signature', day, about, otherUnit: to },
        () => ({ handed: { to: null, unit: to, paper: id } }),
        context,
      ),
      ...raiseOnDesk(
        {
          id,
          unit,
          title: { zh: '接收调入资产', en: 'Take a transfer' },
          holders: nearestHolders(context.organisation, 'assets-clerk', to),
          summary: `${number} ${context.organisation.unit(unit)?.name ?? ''} 调入 ${cards.length} 项（${document}）`,
          verbs: ['assets.take-transfer', 'assets.refuse-transfer'],
        },
        context,
      ),
    ];
    return { facts, result: { paper: id } };
  },
});
