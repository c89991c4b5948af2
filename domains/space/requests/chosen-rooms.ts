import type { Id } from '@opengoa/kernel';
import type { LicenceRoom } from './licence.ts';

/** The rooms of a licence that an act is about: those named, or all that are still used. Null where one is not among them, or none is left. */
export function chosenRooms(rooms: readonly LicenceRoom[], asked: readonly Id[]) {
  const used = rooms.filter(({ backDay }) => backDay === null);
  const chosen = asked.length === 0 ? used : used.filter(({ room }) => asked.includes(room));
  if (chosen.length === 0 || (asked.length > 0 && chosen.length !== new Set(asked).size)) return null;
  return {
    rooms: chosen,
    lots: chosen.map(({ room, number, building, areaM2 }) => ({ room, number, building, areaM2 })),
  };
}
