import { refuse, verb } from '@opengoa/kernel';
import { RoomAllotted } from '../ledger/contract.ts';
import { chosenRooms } from './chosen-rooms.ts';
import { RoomsTakenBack, TakeRoomsBack } from './contract.ts';
import { licenceRooms, lockLicence } from './licence-store.ts';
import { licenceOf } from './licence.ts';

/** 收回房间: all rooms of a licence or some of them are handed back, and stand vacant with whoever keeps the building. */
export const takeRoomsBack = verb('space.take-rooms-back', {
  title: { zh: '收回房间', en: 'Take rooms back' },
  input: TakeRoomsBack,
  who: ['space-clerk'],
  on: 'space.licence',
  facts: [RoomsTakenBack, RoomAllotted],
  refusals: ['room-not-on-licence', 'back-before-start', 'people-still-in'],
  load: async (tx, { licence }) => ({
    licence: await lockLicence(tx, licence),
    rooms: await licenceRooms(tx, licence),
  }),
  at: ({ licence, rooms }) => [
    { unit: licence.unit },
    ...[...new Set(rooms.map(({ keeper }) => keeper))].map((unit) => ({ unit })),
  ],
  decide({ licence, rooms }, { rooms: asked, day, note }, { today }) {
    const chosen = chosenRooms(rooms, asked);
    if (chosen === null) return refuse('room-not-on-licence');
    const latest = chosen.rooms
      .map(({ from }) => from)
      .toSorted()
      .at(-1)!;
    // Given by mistake and taken back on the same day was no period (giveRoom).
    if (day < latest || day > today) return refuse('back-before-start', { day: latest });
    const sat = chosen.rooms.find(({ people }) => people > 0);
    if (sat) return refuse('people-still-in', { room: sat.number, people: sat.people });
    return [
      RoomsTakenBack.of({
        object: licenceOf(licence),
        unit: licence.unit,
        body: { rooms: chosen.lots, day, note },
      }),
      ...chosen.rooms.map(({ room, keeper, unit, number }) =>
        RoomAllotted.of({
          object: { kind: 'space.room', id: room },
          unit: keeper,
          body: { was: unit, from: day, kind: 'kept', paper: `${licence.number} 腾退` },
          facets: { place: { kind: 'room', id: room, name: number } },
        }),
      ),
    ];
  },
});
