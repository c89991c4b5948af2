import { refuse, stale, verb } from '@opengoa/kernel';
import { allocationMoves, allocationOf } from './allocation.ts';
import { lockAllocation } from './allocation-store.ts';
import { AllocationResearched, SearchAgain } from './contract.ts';

/** A search that has not answered so long after its time is lost with the program that ran it. */
const lateSeconds = 60;

/** 再次求解: longer, or with what was placed by hand as it is. One that got lost on the way is begun anew by it too. */
export const searchAgain = verb('space.search-again', {
  title: { zh: '再次求解', en: 'Search again' },
  input: SearchAgain,
  who: ['space-clerk'],
  on: 'space.allocation',
  facts: [AllocationResearched],
  refusals: ['not-now', 'stale-version', 'still-searching'],
  load: async (tx, { allocation: id }) => ({ allocation: await lockAllocation(tx, id) }),
  at: ({ allocation }) => ({ unit: allocation.unit }),
  decide({ allocation }, { version, seconds, keepByHand }, { now }) {
    const closed = allocationMoves.refusal(allocation.state, 'space.search-again');
    if (closed) return closed;
    if (version !== allocation.version) return stale({ version: allocation.version });
    const lost = allocation.askedAt.getTime() / 1000 + allocation.seconds * 1.5 + lateSeconds;
    const left = Math.ceil(lost - now.getTime() / 1000);
    if (allocation.state !== 'found' && left > 0) return refuse('still-searching', { seconds: left });
    const body = { turn: allocation.turns + 1, seconds, keepByHand };
    return [AllocationResearched.of({ object: allocationOf(allocation), unit: allocation.unit, body })];
  },
  queues: ({ allocation }) => ({
    job: 'space.search-allocation',
    asked: { allocation: allocation.id, turn: allocation.turns + 1 },
  }),
});
