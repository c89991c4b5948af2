import type { Tx } from '@opengoa/kernel';
import { factsBefore } from '../facts-before.ts';
import { kindsOfPremises, type PastPremises, roomsFrom, usesNamed } from './rooms-from-facts.ts';
import { idleStates } from './tenure-store.ts';

/** Rooms and names of buildings as the Record had told of them before an instant; what was entered then or later is not there. */
export async function roomsAsKnown(tx: Tx, before: Date): Promise<PastPremises> {
  const facts = await factsBefore(tx, kindsOfPremises, before);
  const uses = usesNamed(facts);
  const idle = new Map((await idleStates(tx, uses)).map((state, at) => [uses[at]!, state]));
  return roomsFrom(facts, (use) => idle.get(use) ?? 'vacant');
}
