import { newId, refuse, verb } from '@opengoa/kernel';
import { placeOf } from '../ledger/premises.ts';
import { PersonSeated, SeatPerson } from './contract.ts';
import { reckonRooms, roomsOfPeople } from './reckon-rooms.ts';
import { seatingOf, seatsOf } from './seating-store.ts';
import { foundPerson, lockedRoom, roomWords } from './which.ts';

/** 安排座位: somebody sits in a room from a day on. One office for one person; a second one only with its paper, or as a count has found it. */
export const seatPerson = verb('space.seat-person', {
  title: { zh: '安排座位', en: 'Seat a person' },
  input: SeatPerson,
  who: ['space-clerk'],
  on: 'space.room',
  facts: [PersonSeated],
  refusals: [
    'room-disposed',
    'person-unknown',
    'person-ambiguous',
    'time-not-yet',
    'sits-here-already',
    'second-needs-paper',
    'sits-elsewhere',
  ],
  async load(tx, { room: which, person: who, from }, { organisation }) {
    const room = await lockedRoom(tx, which);
    const person = await foundPerson(tx, who, (unit) => organisation.unitsBelow(unit));
    const seats = typeof person === 'string' ? [] : await seatsOf(tx, [person.id], from);
    const open = seats.filter(({ toExclusive }) => toExclusive === null);
    const elsewhere = open.find((seat) => seat.room !== room.id);
    return {
      id: newId(),
      room,
      person,
      here: open.some((seat) => seat.room === room.id),
      elsewhere: elsewhere ? await roomWords(tx, elsewhere.room) : null,
    };
  },
  at: ({ room }) => ({ unit: room.unit }),
  decide({ id, room, person, here, elsewhere }, { person: who, from, standing, paper, asFound }, { today }) {
    if (room.state === 'disposed') return refuse('room-disposed');
    const asked = typeof who === 'string' ? '' : who.name;
    if (person === 'unknown') return refuse('person-unknown', { person: asked }, { status: 404 });
    if (person === 'ambiguous') return refuse('person-ambiguous', { person: asked });
    if (from > today) return refuse('time-not-yet');
    if (here) return refuse('sits-here-already', { person: person.name });
    if (!asFound && standing === 'second-office' && paper === '') return refuse('second-needs-paper');
    if (!asFound && elsewhere !== null && standing !== 'second-office' && standing !== 'seconded')
      return refuse('sits-elsewhere', { person: person.name, room: elsewhere });
    return [
      PersonSeated.of({
        object: seatingOf({ id }),
        unit: room.unit,
        body: { room: room.id, person: person.id, from, standing, paper, asFound },
        facets: placeOf(room),
      }),
    ];
  },
  async also(tx, { room, person }, _input, context) {
    if (typeof person === 'string') return;
    await reckonRooms(tx, [...new Set([room.id, ...(await roomsOfPeople(tx, [person.id]))])], context);
  },
});
