import { refuse, stale, verb } from '@opengoa/kernel';
import { allocationMoves, allocationOf, plannedOf, questionOf } from './allocation.ts';
import { lockAllocation, roomsOfAllocation } from './allocation-store.ts';
import { AllocationEdited, EditAllocation } from './contract.ts';
import { judgePlacing } from './judge-placing.ts';

/**
 * 调整方案: a room to another unit, or to nobody. What is closed to a unit, or stays with another, is refused with the reason; who is short or above the
 * cap after it is told by the plan at once.
 */
export const editAllocation = verb('space.edit-allocation', {
  title: { zh: '调整方案', en: 'Change the plan' },
  input: EditAllocation,
  who: ['space-clerk'],
  on: 'space.allocation',
  facts: [AllocationEdited],
  refusals: ['not-now', 'stale-version', 'room-not-in-plan', 'unit-not-in-plan', 'room-closed-to-unit'],
  load: async (tx, { allocation: id }) => ({
    allocation: await lockAllocation(tx, id),
    rooms: await roomsOfAllocation(tx, id),
  }),
  at: ({ allocation }) => ({ unit: allocation.unit }),
  decide({ allocation, rooms }, { version, room: id, unit: to }) {
    const closed = allocationMoves.refusal(allocation.state, 'space.edit-allocation');
    if (closed) return closed;
    if (version !== allocation.version) return stale({ version: allocation.version });
    const room = rooms.find((each) => each.room === id);
    if (!room) return refuse('room-not-in-plan', {}, { status: 404 });
    if (to !== null && !allocation.question.units.some((unit) => unit.id === to))
      return refuse('unit-not-in-plan', {}, { status: 404 });
    const placing = new Map(plannedOf(rooms));
    if (to === null) placing.delete(id);
    else placing.set(id, to);
    const broken = judgePlacing(questionOf(allocation, rooms), placing).broken.find((each) => each.room === id);
    if (broken) return refuse('room-closed-to-unit', { why: broken.words.zh });
    const body = { room: id, number: room.number, was: room.plan, to };
    return [AllocationEdited.of({ object: allocationOf(allocation), unit: allocation.unit, body })];
  },
});
