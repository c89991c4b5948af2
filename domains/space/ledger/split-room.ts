import { newId, refuse, stale, verb } from '@opengoa/kernel';
import { RoomSplit, SplitRoom } from './contract.ts';
import { placeOf, roomOf } from './premises.ts';
import { lockRoom, numbersTaken, peopleIn } from './room-store.ts';

/** 拆分房间: one room becomes several of the same area together; the first part stays the room it was. */
export const splitRoom = verb('space.split-room', {
  title: { zh: '拆分房间', en: 'Split a room' },
  input: SplitRoom,
  who: ['space-clerk'],
  on: 'space.room',
  facts: [RoomSplit],
  refusals: ['stale-version', 'room-disposed', 'people-still-sit', 'room-number-taken', 'parts-not-the-room'],
  async load(tx, { room: id, parts }) {
    const room = await lockRoom(tx, id);
    const numbers = parts.map(({ number }) => number);
    const twice = numbers.find((number, at) => numbers.indexOf(number) !== at);
    return {
      ids: parts.map(() => newId()),
      room,
      people: await peopleIn(tx, [id]),
      taken: twice ?? (await numbersTaken(tx, room.floor, numbers, id)),
    };
  },
  at: ({ room }) => ({ unit: room.unit }),
  decide({ ids, room, people, taken }, { version, parts, why }) {
    if (version !== room.version) return stale({ version: room.version });
    if (room.state === 'disposed') return refuse('room-disposed');
    if (people > 0) return refuse('people-still-sit', { people });
    if (taken !== null) return refuse('room-number-taken', { number: taken }, { status: 409 });
    const sum = Math.round(parts.reduce((all, { areaM2 }) => all + areaM2 * 100, 0)) / 100;
    if (sum !== room.areaM2) return refuse('parts-not-the-room', { sum, areaM2: room.areaM2 });
    const [first, ...rest] = parts;
    return [
      RoomSplit.of({
        object: roomOf(room),
        unit: room.unit,
        body: { ...first!, into: rest.map((part, at) => ({ id: ids[at]!, ...part })), why },
        facets: placeOf({ ...room, number: first!.number }),
      }),
    ];
  },
});
