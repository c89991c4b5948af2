import { verb } from '@opengoa/kernel';
import { allocationMoves, allocationOf } from './allocation.ts';
import { keepPlacing, lockAllocation, roomsOfAllocation } from './allocation-store.ts';
import { AllocationFound, KeepAllocation } from './contract.ts';

/** What the job found. Dropped meanwhile, or searched anew: then it is nobody's any more. */
export const keepAllocation = verb('space.keep-allocation', {
  title: { zh: '保存求解结果', en: 'Keep what was found' },
  input: KeepAllocation,
  who: ['job'],
  internal: true,
  facts: [AllocationFound],
  refusals: ['not-now'],
  load: async (tx, { allocation: id }) => ({
    allocation: await lockAllocation(tx, id),
    rooms: await roomsOfAllocation(tx, id),
  }),
  at: ({ allocation }) => ({ unit: allocation.unit }),
  decide({ allocation, rooms }, { turn, found, placing }) {
    const closed = allocationMoves.refusal(allocation.state, 'space.keep-allocation');
    if (closed) return closed;
    if (turn !== allocation.turns) return [];
    const to = new Map(placing.map(({ room, unit }) => [room, unit]));
    const changing = rooms.filter(({ room, today }) => (to.get(room) ?? null) !== today).length;
    return [
      AllocationFound.of({ object: allocationOf(allocation), unit: allocation.unit, body: { turn, found, changing } }),
    ];
  },
  async also(tx, { allocation }, { turn, placing }) {
    if (turn === allocation.turns) await keepPlacing(tx, allocation.id, placing);
  },
});
