import { refuse, verb } from '@opengoa/kernel';
import { SignTransfer, TransferSigned } from './contract.ts';
import { transferMoves, transferOf } from './transfer.ts';
import { lockTransfer } from './transfer-store.ts';

/** 签字: one side after the other, by whoever answers for it; nothing moves before both have. */
export const signTransfer = verb('assets.sign-transfer', {
  title: { zh: '签字', en: 'Sign' },
  input: SignTransfer,
  who: ['head', 'leader', 'assets-clerk'],
  on: 'assets.transfer',
  facts: [TransferSigned],
  refusals: ['not-now', 'side-signed-before', 'signs-both-sides'],
  load: async (tx, { transfer }) => ({ transfer: await lockTransfer(tx, transfer) }),
  at: ({ transfer }, { side }) => ({ unit: side === 'giver' ? transfer.unit : transfer.to }),
  decide({ transfer }, { side }, { actor, organisation }) {
    const closed = transferMoves.refusal(transfer.state, 'assets.sign-transfer');
    if (closed) return closed;
    const [mine, other] =
      side === 'giver' ? [transfer.giverName, transfer.receiverName] : [transfer.receiverName, transfer.giverName];
    if (mine !== null) return refuse('side-signed-before', {}, { status: 409 });
    const { id, unit, to } = transfer;
    const signer = side === 'giver' ? transfer.receiverBy : transfer.giverBy;
    if (unit !== to && signer !== null && signer === actor.person)
      return refuse(
        'signs-both-sides',
        { name: other ?? '', unit: organisation.unit(side === 'giver' ? unit : to)?.name ?? '' },
        { status: 409 },
      );
    return [
      TransferSigned.of({
        object: transferOf(id),
        unit: side === 'giver' ? unit : to,
        body: { side, both: other !== null },
      }),
    ];
  },
});
