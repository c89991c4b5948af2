import { stale, verb } from '@opengoa/kernel';
import { CancelTransfer, TransferCancelled } from './contract.ts';
import { transferMoves, transferOf } from './transfer.ts';
import { lockTransfer } from './transfer-store.ts';

/** 取消调拨: as long as nothing was sent; the match it came from waits for other papers. */
export const cancelTransfer = verb('assets.cancel-transfer', {
  title: { zh: '取消调拨', en: 'Cancel' },
  input: CancelTransfer,
  who: ['assets-clerk'],
  on: 'assets.transfer',
  facts: [TransferCancelled],
  refusals: ['not-now', 'stale-version'],
  load: async (tx, { transfer }) => ({ transfer: await lockTransfer(tx, transfer) }),
  at: ({ transfer }) => ({ unit: transfer.unit }),
  decide({ transfer }, { version, why }) {
    const closed = transferMoves.refusal(transfer.state, 'assets.cancel-transfer');
    if (closed) return closed;
    if (version !== transfer.version) return stale({ version: transfer.version });
    const { id, unit, match } = transfer;
    return [TransferCancelled.of({ object: transferOf(id), unit, body: { why, match } })];
  },
});
