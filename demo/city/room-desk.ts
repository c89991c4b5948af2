import type { Chance } from './chance.ts';
import type { CityPremises, CityRoom, CitySeat } from './premises.ts';
import { split } from './changes.ts';
import type { Planting } from './planting.ts';
import type { UnitsAndPeople } from './units-and-people.ts';

/** What the plantings about rooms draw from: each room and each person is taken once, so that one thing does not hide another. */
export interface RoomDesk {
  readonly chance: Chance;
  readonly premises: CityPremises;
  /** The first day of the year that is told of, and the day after its last. */
  readonly from: string;
  readonly toExclusive: string;
  readonly found: Planting[];
  /** A room in use that fits, with those who sit in it. */
  readonly takeRoom: (fits: (seats: readonly CitySeat[]) => boolean) => Taken | undefined;
  /** A room that people share, with the one of them that fits. */
  readonly takeSharing: (fits: (seat: CitySeat) => boolean) => CitySeat | undefined;
  /** Somebody who fits, whatever becomes of the room: what is planted about them lies elsewhere. */
  readonly takePerson: (fits: (seat: CitySeat) => boolean) => CitySeat | undefined;
  /** Rooms in use, in no order. */
  readonly used: readonly CityRoom[];
  /** A room that stands vacant, as the city has some. */
  readonly takeVacant: () => CityRoom | undefined;
  /** One more room in a building. */
  readonly open: (building: string, use: string, areaM2: number, vacant: boolean) => CityRoom;
  readonly building: () => string;
  readonly unitOf: (building: string) => string;
  /** What the standard gives a person of the city's offices, m²; nothing where nobody has said what the rank counts as. */
  readonly capOf: (seat: CitySeat) => number | undefined;
  readonly label: (kit: string, room: CityRoom, harm: boolean, what: string, size: string, also?: true) => void;
}
export interface Taken {
  readonly room: CityRoom;
  readonly seats: readonly CitySeat[];
}

/** 表1 of the standard of offices, for organs of a city: the ranks that sit in these buildings. */
const caps: Readonly<Record<string, number>> = {
  县处级正职: 24,
  乡科级正职: 9,
  四级主任科员: 9,
  一级科员: 9,
};
export const tenth = (value: number) => Math.round(value * 10) / 10;

export function roomDesk(
  chance: Chance,
  premises: CityPremises,
  { posts }: Pick<UnitsAndPeople, 'posts'>,
  { from, toExclusive }: { readonly from: string; readonly toExclusive: string },
): RoomDesk {
  const { rooms, seats, leavers } = premises;
  const ranks = new Map(posts.map(({ key, rank }) => [key, rank]));
  // The unit that is split in mid-year is left out: whose its rooms are then is another question.
  const buildings = premises.buildings.filter(({ unit }) => unit !== split.unit);
  const named = new Map(buildings.map((each) => [each.name, each]));
  const inside = Map.groupBy(seats, ({ room }) => room);
  const leaving = new Set(leavers.map(({ person }) => person));
  const used = [...inside.keys()].filter(
    (room) => named.has(room.building) && !inside.get(room)!.some(({ person }) => leaving.has(person)),
  );
  const occupied = chance.some(used, used.length);
  const empty = rooms.filter(({ vacant, building }) => vacant && named.has(building));
  const vacant = chance.some(empty, empty.length);
  const takeFirst = <T>(from: T[], fits: (each: T) => boolean): T | undefined => {
    const at = from.findIndex(fits);
    return at < 0 ? undefined : from.splice(at, 1)[0];
  };
  const sitting = used.flatMap((room) => inside.get(room)!);
  const people = chance.some(sitting, sitting.length);
  const taken = new Set<CitySeat>();
  const found: Planting[] = [];
  return {
    chance,
    premises,
    from,
    toExclusive,
    found,
    takeRoom(fits) {
      const room = takeFirst(occupied, (each) => fits(inside.get(each)!));
      return room && { room, seats: inside.get(room)! };
    },
    takeSharing(fits) {
      const able = (seat: CitySeat) => fits(seat) && !taken.has(seat);
      const room = takeFirst(occupied, (each) => inside.get(each)!.length > 1 && inside.get(each)!.some(able));
      return room && inside.get(room)!.find(able);
    },
    takePerson(fits) {
      const seat = takeFirst(people, (each) => fits(each) && seats.includes(each));
      if (seat) taken.add(seat);
      return seat;
    },
    used,
    takeVacant: () => vacant.pop(),
    open(building, use, areaM2, isVacant) {
      const { floors } = named.get(building)!;
      const floor = chance.whole(1, Math.max(2, Math.min(floors, 9)));
      const last = rooms
        .filter((each) => each.building === building && each.floor === floor)
        .reduce((most, each) => Math.max(most, Number(each.number) - floor * 100), 0);
      const number = `${floor}${String(last + 1).padStart(2, '0')}`;
      const room = {
        key: `${building} ${number}`,
        building,
        floor,
        number,
        use,
        areaM2: tenth(areaM2),
        bound: false,
        vacant: isVacant,
      };
      rooms.push(room);
      return room;
    },
    building: () => chance.one(buildings).name,
    unitOf: (building) => named.get(building)!.unit,
    capOf: ({ person }) => (person.also === undefined ? caps[ranks.get(person.post) ?? ''] : undefined),
    label: (kit, { key }, harm, what, size, also) =>
      found.push({
        kit: `space/${kit}`,
        about: { kind: 'room', key },
        harm,
        ...(also ? { also } : {}),
        what,
        size,
      }),
  };
}
