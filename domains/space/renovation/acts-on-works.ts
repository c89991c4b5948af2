import { type Context, refuse, type Refusal, stale, type Tx } from '@opengoa/kernel';
import { openTasksOf } from '../decision-task.ts';
import { type Renovation, renovationMoves } from './renovation.ts';
import { lockRenovation, roomsOfWorks } from './renovation-store.ts';

/** What the acts on one piece of works have in common. */
export const actsOnWorks = {
  on: 'space.renovation',
  load: async <Input extends { renovation: string }>(tx: Tx, { renovation: id }: Input) => ({
    works: await lockRenovation(tx, id),
    rooms: await roomsOfWorks(tx, id),
    tasks: await openTasksOf(tx, id),
  }),
  at: ({ works }: { works: Renovation }) => ({ unit: works.unit }),
};

/** Not in this state, or on another version than the one that was looked at. */
export function cannotNow(works: Renovation, verb: string, version: number): Refusal | undefined {
  const closed = renovationMoves.refusal(works.state, verb);
  if (closed) return closed;
  return version === works.version ? undefined : stale({ version: works.version });
}

/** Whoever proposed it does not decide it. */
export const cannotDecide = (works: Renovation, verb: string, version: number, { actor }: Context) =>
  cannotNow(works, verb, version) ??
  (works.askedBy !== null && works.askedBy === actor.person ? refuse('works-by-yourself') : undefined);
