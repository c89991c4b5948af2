import { refuse, stale, verb } from '@opengoa/kernel';
import { EndSeating, SeatingEnded } from './contract.ts';
import { reckonRooms, roomsOfPeople } from './reckon-rooms.ts';
import { lockSeating, seatingOf } from './seating-store.ts';

/** 腾退座位: from that day on nobody sits there. */
export const endSeating = verb('space.end-seating', {
  title: { zh: '腾退座位', en: 'Vacate a seat' },
  input: EndSeating,
  who: ['space-clerk'],
  on: 'space.seating',
  facts: [SeatingEnded],
  refusals: ['stale-version', 'seating-ended', 'time-not-yet', 'day-before-seating'],
  load: async (tx, { seating }) => ({ seating: await lockSeating(tx, seating) }),
  at: ({ seating }) => ({ unit: seating.unit }),
  decide({ seating }, { version, day, why }, { today }) {
    if (version !== seating.version) return stale({ version: seating.version });
    if (seating.toExclusive !== null) return refuse('seating-ended', { day: seating.toExclusive });
    if (day > today) return refuse('time-not-yet');
    if (day < seating.from) return refuse('day-before-seating', { day: seating.from });
    return [
      SeatingEnded.of({
        object: seatingOf(seating),
        unit: seating.unit,
        body: { room: seating.room, person: seating.person, day, why },
      }),
    ];
  },
  async also(tx, { seating }, _input, context) {
    await reckonRooms(tx, [...new Set([seating.room, ...(await roomsOfPeople(tx, [seating.person]))])], context);
  },
});
