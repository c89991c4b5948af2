import { refuse, sql, stale, verb } from '@opengoa/kernel';
import { MergeRooms, RoomsMerged } from './contract.ts';
import { placeOf, roomOf } from './premises.ts';
import { lockRoom, peopleIn, roomsWhere } from './room-store.ts';

/** 合并房间: rooms of one floor and one unit become one; the others are no more, what they were stays told. */
export const mergeRooms = verb('space.merge-rooms', {
  title: { zh: '合并房间', en: 'Merge rooms' },
  input: MergeRooms,
  who: ['space-clerk'],
  on: 'space.room',
  facts: [RoomsMerged],
  refusals: ['stale-version', 'room-disposed', 'rooms-not-beside', 'people-still-sit'],
  async load(tx, { room: id, others }) {
    return {
      room: await lockRoom(tx, id),
      others: await roomsWhere(tx, sql`id = any (${others}::uuid[]) and id <> ${id}`),
      people: await peopleIn(tx, others),
    };
  },
  at: ({ room }) => ({ unit: room.unit }),
  decide({ room, others, people }, { version, others: asked, why }) {
    if (version !== room.version) return stale({ version: room.version });
    if ([room, ...others].some(({ state }) => state === 'disposed')) return refuse('room-disposed');
    if (
      others.length !== new Set(asked).size ||
      others.some(({ floor, unit }) => floor !== room.floor || unit !== room.unit)
    )
      return refuse('rooms-not-beside');
    if (people > 0) return refuse('people-still-sit', { people });
    const areaM2 = Math.round([room, ...others].reduce((all, each) => all + each.areaM2 * 100, 0)) / 100;
    return [
      RoomsMerged.of({
        object: roomOf(room),
        unit: room.unit,
        body: { areaM2, others: others.map(({ id }) => id), why },
        facets: placeOf(room),
      }),
    ];
  },
});
