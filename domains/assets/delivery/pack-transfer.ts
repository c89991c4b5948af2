import { stale, verb } from '@opengoa/kernel';
import { PackTransfer, TransferPacked } from './contract.ts';
import { transferMoves, transferOf } from './transfer.ts';
import { lockTransfer } from './transfer-store.ts';

/** 打包: the things are put together and bear the label of the transfer. */
export const packTransfer = verb('assets.pack-transfer', {
  title: { zh: '打包完成', en: 'Packed' },
  input: PackTransfer,
  who: ['assets-clerk'],
  on: 'assets.transfer',
  facts: [TransferPacked],
  refusals: ['not-now', 'stale-version'],
  load: async (tx, { transfer }) => ({ transfer: await lockTransfer(tx, transfer) }),
  at: ({ transfer }) => ({ unit: transfer.unit }),
  decide({ transfer }, { version }) {
    const closed = transferMoves.refusal(transfer.state, 'assets.pack-transfer');
    if (closed) return closed;
    if (version !== transfer.version) return stale({ version: transfer.version });
    return [TransferPacked.of({ object: transferOf(transfer.id), unit: transfer.unit, body: {} })];
  },
});
