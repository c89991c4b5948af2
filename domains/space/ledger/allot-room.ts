import { refuse, stale, verb } from '@opengoa/kernel';
import { findBuilding } from './building-store.ts';
import { AllotRoom, RoomAllotted } from './contract.ts';
import { placeOf, roomOf } from './premises.ts';
import { lockRoom, peopleIn } from './room-store.ts';
import { tenuresOf } from './tenure-store.ts';

/**
 * 分配房间: from a day on a room is a unit's, by which paper; it serves history and single rooms, what a unit applies for goes its own way. Days before
 * stay with whoever had it. The right is needed at both.
 */
export const allotRoom = verb('space.allot-room', {
  title: { zh: '分配房间', en: 'Allot a room' },
  input: AllotRoom,
  who: ['space-clerk'],
  on: 'space.room',
  facts: [RoomAllotted],
  refusals: [
    'stale-version',
    'room-disposed',
    'unit-unknown',
    'unit-ended',
    'time-not-yet',
    'allot-before-last',
    'kept-by-keeper',
    'allotted-already',
    'people-still-sit',
  ],
  async load(tx, { room: id }) {
    const room = await lockRoom(tx, id);
    return {
      room,
      keeper: (await findBuilding(tx, room.building)).unit,
      last: (await tenuresOf(tx, [id])).at(-1),
      people: await peopleIn(tx, [id]),
    };
  },
  at: ({ room }, { unit }) => [{ unit: room.unit }, { unit }],
  decide({ room, keeper, last, people }, { version, unit: to, from, kind, paper }, { organisation, today }) {
    if (version !== room.version) return stale({ version: room.version });
    if (room.state === 'disposed') return refuse('room-disposed');
    const unit = organisation.unit(to);
    if (!unit) return refuse('unit-unknown', {}, { status: 404 });
    if (unit.validTo !== null && unit.validTo <= from)
      return refuse('unit-ended', { name: unit.name, day: unit.validTo });
    if (from > today) return refuse('time-not-yet');
    if (last !== undefined && from < last.from) return refuse('allot-before-last', { day: last.from });
    if (kind === 'kept' && to !== keeper)
      return refuse('kept-by-keeper', { unit: organisation.unit(keeper)?.name ?? '' });
    if (last?.toExclusive === null && to === last.unit && kind === last.kind)
      return refuse('allotted-already', { unit: unit.name });
    if (to !== room.unit && people > 0) return refuse('people-still-sit', { people });
    return [
      RoomAllotted.of({
        object: roomOf(room),
        unit: to,
        body: { was: room.unit, from, kind, paper },
        facets: placeOf(room),
      }),
    ];
  },
});
