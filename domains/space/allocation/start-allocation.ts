import { newId, refuse, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { allocationOf } from './allocation.ts';
import { keepQuestion } from './allocation-store.ts';
import { AllocationStarted, StartAllocation } from './contract.ts';
import { gatherQuestion } from './gather-question.ts';

/** Searched at once. */
const mostRooms = 5_000;

/** 开始统筹配置: a draft of which unit would have which office; a job looks for it, and nothing changes by it. */
export const startAllocation = verb('space.start-allocation', {
  title: { zh: '开始统筹配置', en: 'Start an allocation' },
  input: StartAllocation,
  who: ['space-clerk'],
  facts: [AllocationStarted],
  refusals: ['unit-outside', 'no-rooms-to-allocate', 'too-many-rooms', 'no-units-to-allocate'],
  result: z.strictObject({ allocation: z.uuid() }),
  load: async (tx, input, context) => ({ id: newId(), ...(await gatherQuestion(tx, input, context)) }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id, asked, rooms }, input, { organisation, standards, today }) {
    const named = [...input.needs, ...input.zones, ...input.near, ...input.near.map(({ other: unit }) => ({ unit }))];
    const outside = named.find(({ unit }) => !organisation.covers(input.unit, unit, true));
    if (outside) return refuse('unit-outside', { name: organisation.unit(outside.unit)?.name ?? outside.unit });
    if (rooms.length === 0) return refuse('no-rooms-to-allocate');
    if (rooms.length > mostRooms) return refuse('too-many-rooms', { rooms: rooms.length, most: mostRooms });
    if (asked.units.length === 0) return refuse('no-units-to-allocate');
    const place = organisation.place(input.unit);
    const surplusCap =
      input.surplusCap ?? standards.numberOn('space.allocation', today, place, { item: 'surplus-cap' });
    return {
      facts: [
        AllocationStarted.of({
          object: allocationOf({ id }),
          unit: input.unit,
          body: {
            title: input.title,
            surplusCap,
            seconds: input.seconds,
            units: [...asked.units],
            rooms: rooms.length,
          },
        }),
      ],
      result: { allocation: id },
    };
  },
  also: (tx, { id, asked, rooms }, { unit }) => keepQuestion(tx, { id, unit, asked, rooms }),
  queues: ({ id }) => ({ job: 'space.search-allocation', asked: { allocation: id, turn: 1 } }),
});
