import { verb } from '@opengoa/kernel';
import { ArriveTransfer, TransferArrived } from './contract.ts';
import { transferMoves, transferOf } from './transfer.ts';
import { lockTransfer } from './transfer-store.ts';

/** 到达: said by whoever takes the parcel, with the phone on its label. */
export const arriveTransfer = verb('assets.arrive-transfer', {
  title: { zh: '已到达', en: 'Arrived' },
  input: ArriveTransfer,
  who: ['assets-clerk', 'clerk'],
  on: 'assets.transfer',
  facts: [TransferArrived],
  refusals: ['not-now'],
  load: async (tx, { transfer }) => ({ transfer: await lockTransfer(tx, transfer) }),
  at: ({ transfer }) => ({ unit: transfer.to }),
  decide: ({ transfer }) =>
    transferMoves.refusal(transfer.state, 'assets.arrive-transfer') ?? [
      TransferArrived.of({ object: transferOf(transfer.id), unit: transfer.to, body: {} }),
    ],
});
