import { type Id, type Refusal, stale, type Tx } from '@opengoa/kernel';
import { type Stay, stayMoves, stayPlace, stayStateOf } from './stay.ts';
import { lockStay } from './stay-store.ts';

/** A stay, locked; by whoever keeps the home. */
export const onStay = {
  on: 'space.stay',
  who: ['space-clerk'],
  load: async <Input extends { stay: Id }>(tx: Tx, { stay: id }: Input) => ({ stay: await lockStay(tx, id) }),
  at: ({ stay }: { readonly stay: Stay }) => stayPlace(stay),
};

/** The act is open, and what was looked at is what there is. */
export const stayNotOpen = (stay: Stay, verb: string, version: number): Refusal | undefined =>
  stayMoves.refusal(stayStateOf(stay), verb) ??
  (version === stay.version ? undefined : stale({ version: stay.version }));
