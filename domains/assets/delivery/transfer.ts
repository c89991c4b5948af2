import { type Id, type Offer, tableOfMoves } from '@opengoa/kernel';
import type { TransferState } from './contract.ts';
import { transferStates } from './words.zh.ts';

export const transferMoves = tableOfMoves<TransferState>('assets.transfer', transferStates, 'drawn', {
  drawn: { 'assets.sign-transfer': ['drawn', 'signed'], 'assets.cancel-transfer': 'cancelled' },
  signed: { 'assets.pack-transfer': 'packed', 'assets.cancel-transfer': 'cancelled' },
  packed: { 'assets.send-transfer': 'on-the-way', 'assets.cancel-transfer': 'cancelled' },
  'on-the-way': { 'assets.arrive-transfer': 'arrived', 'assets.receive-transfer': ['received', 'differs'] },
  arrived: { 'assets.receive-transfer': ['received', 'differs'] },
  differs: { 'assets.settle-shortfall': 'received' },
  received: {},
  cancelled: {},
});
export const transferOf = (id: Id) => ({ kind: 'assets.transfer', id });

const byReceiver = new Set(['assets.arrive-transfer', 'assets.receive-transfer']);

/** Each side does its own: the giver packs and sends, the receiver says that it came and counts; both sign. */
export function transferOffers({ unit, to, state, giverName, receiverName }: TransferSides): Offer[] {
  const open = transferMoves.from(state);
  const sign = (signed: string | null) =>
    signed === null ? open.filter((verb) => verb === 'assets.sign-transfer') : [];
  const rest = open.filter((verb) => verb !== 'assets.sign-transfer');
  return [
    { verbs: [...sign(giverName), ...rest.filter((verb) => !byReceiver.has(verb))], place: { unit } },
    { verbs: [...sign(receiverName), ...rest.filter((verb) => byReceiver.has(verb))], place: { unit: to } },
  ];
}

export interface TransferSides {
  readonly unit: Id;
  readonly to: Id;
  readonly state: TransferState;
  readonly giverName: string | null;
  readonly receiverName: string | null;
}
