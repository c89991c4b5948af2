import { seeded } from '@opengoa/kernel/seeded';
import { type FreeRoom, type TriedRoom, tryCaps } from '../../domains/space/what-if/try-caps.ts';
import { atMost, told, type Figure } from '../figure.ts';
import { median } from '../median.ts';

const mostSeconds = 2;
const people = 10_000;

/** A draft of the office standard on the rooms of ten thousand people in forty buildings: who would be over, and which moves settle it. */
export const whatIf: Figure = {
  name: 'what-if',
  title: `Draft standard of offices over ${people.toLocaleString('en')} people`,
  async measure({ short }) {
    const seconds: number[] = [];
    const lines = [];
    for (let seed = 1; seed <= (short ? 3 : 10); seed += 1) {
      const { rooms, vacant } = city(seed);
      const begin = performance.now();
      const tried = tryCaps(rooms, vacant, 0.5, 0.6);
      seconds.push((performance.now() - begin) / 1000);
      if (seed <= 3)
        lines.push(
          told(`city ${seed}: ${tried.draft.rooms} rooms over, ${tried.moves.length} moves`, `${tried.unsettled} left`),
        );
    }
    return [
      atMost(`slowest of ${seconds.length} cities`, Math.max(...seconds), mostSeconds, 's'),
      told('median', `${(median(seconds) * 1000).toFixed(0)} ms`),
      ...lines,
    ];
  },
};

/** Rooms of one to four people; a fifth larger than today’s caps, and a draft that takes one square metre from everybody. */
function city(seed: number): { readonly rooms: TriedRoom[]; readonly vacant: FreeRoom[] } {
  const random = seeded(seed);
  const rooms: TriedRoom[] = [];
  for (let seated = 0; seated < people;) {
    const caps = Array.from({ length: 1 + Math.floor(4 * random()) }, () =>
      random() < 0.75 ? 9 : random() < 0.6 ? 18 : 24,
    );
    const may = caps.reduce((sum, cap) => sum + cap, 0);
    rooms.push({
      id: `room-${rooms.length}`,
      building: `building-${rooms.length % 40}`,
      zone: random() < 0.9 ? 'open' : 'restricted',
      areaM2: Math.round(may * (0.7 + 0.4 * random()) * 10) / 10,
      bound: random() < 0.05,
      occupants: caps.map((cap, at) => ({ person: `${rooms.length}-${at}`, capM2: cap, draftM2: cap - 1 })),
    });
    seated += caps.length;
  }
  const vacant = Array.from({ length: 600 }, (_, at) => ({
    id: `vacant-${at}`,
    building: `building-${at % 40}`,
    zone: 'open',
    areaM2: Math.round((8 + 40 * random()) * 10) / 10,
  }));
  return { rooms, vacant };
}
