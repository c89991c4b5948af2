import { refuse, stale, verb } from '@opengoa/kernel';
import { ChangeRoom, RoomChanged } from './contract.ts';
import { given, placeOf, roomOf } from './premises.ts';
import { lockRoom, numbersTaken } from './room-store.ts';
import { idleStates, tenuresOf } from './tenure-store.ts';

/** 变更房间: its number, use, area; whose it is changes by allotment alone. */
export const changeRoom = verb('space.change-room', {
  title: { zh: '变更房间', en: 'Change a room' },
  input: ChangeRoom,
  who: ['space-clerk'],
  on: 'space.room',
  facts: [RoomChanged],
  refusals: ['stale-version', 'room-disposed', 'room-number-taken', 'inside-more-than-room', 'room-serves-house'],
  async load(tx, { room: id, number, use }) {
    const room = await lockRoom(tx, id);
    const [was, becomes] = await idleStates(tx, [room.use, use ?? room.use]);
    const kept = ((await tenuresOf(tx, [id])).at(-1)?.kind ?? 'kept') === 'kept';
    return {
      room,
      // What nobody was given stands idle as its use does.
      idle: room.state === 'vacant' || (room.state === was && kept),
      becomes: becomes!,
      taken: number === undefined ? null : await numbersTaken(tx, room.floor, [number], id),
    };
  },
  at: ({ room }) => ({ unit: room.unit }),
  decide({ room, idle, becomes, taken }, { room: _id, version, ...change }) {
    if (version !== room.version) return stale({ version: room.version });
    if (room.state === 'disposed') return refuse('room-disposed');
    if (taken !== null) return refuse('room-number-taken', { number: taken }, { status: 409 });
    if (change.state === 'vacant' && becomes !== 'vacant') return refuse('room-serves-house');
    const { number, name, use, areaM2, toiletM2, restM2, bound, zone, note } = room;
    const state = idle ? becomes : room.state;
    const body = { number, name, use, areaM2, toiletM2, restM2, bound, zone, state, note, ...given(change) };
    if (body.toiletM2 + body.restM2 > body.areaM2) return refuse('inside-more-than-room', { areaM2: body.areaM2 });
    return [
      RoomChanged.of({
        object: roomOf(room),
        unit: room.unit,
        body,
        facets: placeOf({ ...room, number: body.number }),
      }),
    ];
  },
});
