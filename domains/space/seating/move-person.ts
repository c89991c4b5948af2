import { newId, refuse, stale, verb } from '@opengoa/kernel';
import { placeOf } from '../ledger/premises.ts';
import { lockRoom } from '../ledger/room-store.ts';
import { MovePerson, PersonMoved } from './contract.ts';
import { reckonRooms, roomsOfPeople } from './reckon-rooms.ts';
import { lockSeating, namesOf, seatingOf, seatsOf } from './seating-store.ts';

/** 调整座位: from one room to another in one act; days before stay with the former room. */
export const movePerson = verb('space.move-person', {
  title: { zh: '调整座位', en: 'Move a person' },
  input: MovePerson,
  who: ['space-clerk'],
  on: 'space.seating',
  facts: [PersonMoved],
  refusals: [
    'stale-version',
    'seating-ended',
    'same-room',
    'room-disposed',
    'time-not-yet',
    'day-before-seating',
    'second-needs-paper',
    'sits-here-already',
  ],
  async load(tx, { seating: id, to }, { today }) {
    const seating = await lockSeating(tx, id);
    const seats = await seatsOf(tx, [seating.person], today);
    return {
      id: newId(),
      seating,
      room: await lockRoom(tx, to),
      name: (await namesOf(tx, [seating.person])).get(seating.person) ?? '',
      there: seats.some((seat) => seat.room === to),
    };
  },
  at: ({ seating, room }) => [{ unit: seating.unit }, { unit: room.unit }],
  decide({ id, seating, room, name, there }, { version, from, standing, paper }, { today }) {
    if (version !== seating.version) return stale({ version: seating.version });
    if (seating.toExclusive !== null) return refuse('seating-ended', { day: seating.toExclusive });
    if (room.id === seating.room) return refuse('same-room');
    if (room.state === 'disposed') return refuse('room-disposed');
    if (from > today) return refuse('time-not-yet');
    if (from < seating.from) return refuse('day-before-seating', { day: seating.from });
    if (standing === 'second-office' && paper === '') return refuse('second-needs-paper');
    if (there) return refuse('sits-here-already', { person: name });
    return [
      PersonMoved.of({
        object: seatingOf({ id }),
        unit: room.unit,
        body: {
          room: room.id,
          person: seating.person,
          from,
          standing,
          paper,
          was: seating.id,
          wasRoom: seating.room,
        },
        facets: placeOf(room),
      }),
    ];
  },
  async also(tx, { seating, room }, _input, context) {
    const rooms = await roomsOfPeople(tx, [seating.person]);
    await reckonRooms(tx, [...new Set([seating.room, room.id, ...rooms])], context);
  },
});
