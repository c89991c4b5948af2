import { refuse, stale, verb } from '@opengoa/kernel';
import { ShortfallSettled, SettleShortfall } from './contract.ts';
import { transferMoves, transferOf } from './transfer.ts';
import { linesOf, lockTransfer } from './transfer-store.ts';

/** 差异处理: the giver says what became of what did not come: found, and idle with it; or lost, and to be disposed of by its own papers. */
export const settleShortfall = verb('assets.settle-shortfall', {
  title: { zh: '差异处理', en: 'Settle the difference' },
  input: SettleShortfall,
  who: ['assets-clerk'],
  on: 'assets.transfer',
  facts: [ShortfallSettled],
  refusals: ['not-now', 'stale-version', 'no-difference'],
  load: async (tx, { transfer }) => ({
    transfer: await lockTransfer(tx, transfer),
    lines: await linesOf(tx, transfer),
  }),
  at: ({ transfer }) => ({ unit: transfer.unit }),
  decide({ transfer, lines }, { version, as, said }) {
    const closed = transferMoves.refusal(transfer.state, 'assets.settle-shortfall');
    if (closed) return closed;
    if (version !== transfer.version) return stale({ version: transfer.version });
    const cards = lines.flatMap(({ missingCard }) => missingCard ?? []);
    if (cards.length === 0) return refuse('no-difference', {}, { status: 409 });
    return [ShortfallSettled.of({ object: transferOf(transfer.id), unit: transfer.unit, body: { as, said, cards } })];
  },
});
