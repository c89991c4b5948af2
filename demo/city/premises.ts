import { addDays } from '@opengoa/kernel/calendar';
import { type Chance, chanceOf } from './chance.ts';
import type { CityBuilding } from './energy-year.ts';
import type { CityPerson, CityPost, UnitsAndPeople } from './units-and-people.ts';

/** Where the city's offices work: their buildings, floor by floor, and who sits in which room. Made for the people there are; nothing wrong on purpose. */

export interface CityRoom {
  /** `综合楼 305`: how the room is called in the whole city. */
  readonly key: string;
  readonly building: string;
  readonly floor: number;
  readonly number: string;
  /** How the space office calls its use. */
  use: string;
  areaM2: number;
  bound: boolean;
  /** Nobody has it in use. */
  vacant: boolean;
}

export interface CitySeat {
  readonly person: CityPerson;
  room: CityRoom;
  readonly from: string;
  standing: 'ordinary' | 'second-office' | 'seconded';
  paper: string;
}

/** Who leaves a post, and on which day. */
export interface CityLeaver {
  readonly person: CityPerson;
  readonly post: string;
  readonly day: string;
  /** The day on which the seats end; null where nobody ended them. */
  readonly vacated: string | null;
  /** The post that is taken up elsewhere on that day; who has none leaves the service. */
  readonly joins?: string;
}

/** A lease of the city: rooms that others have, or premises that a unit rents. */
export interface CityLease {
  /** Who has the rooms, or the premises that are rented: unique in the city. */
  readonly name: string;
  readonly kind: 'rented-out' | 'lent-out' | 'rented-in';
  /** Of rooms that are let, the office that keeps them; of premises rented, the unit that works there. */
  readonly unit: string;
  readonly rooms: readonly CityRoom[];
  readonly areaM2: number;
  readonly from: string;
  /** The last day. */
  readonly to: string;
  readonly every: 'month' | 'quarter' | 'half-year' | 'year';
  readonly rentFen: number;
  readonly purpose: string;
  readonly paper: string;
  /** Payments that were entered. */
  readonly paid: readonly { readonly day: string; readonly fen: number }[];
  readonly ended?: { readonly day: string; readonly why: string };
}

export interface CityPremises {
  readonly buildings: readonly CityBuilding[];
  readonly rooms: CityRoom[];
  readonly seats: CitySeat[];
  readonly leavers: CityLeaver[];
  /** Rooms that others have, and premises that units rent. */
  readonly leases: CityLease[];
  /** Meters of the energy office that stand in one room, from which day on. */
  readonly meters: { readonly key: string; readonly room: CityRoom; readonly from: string }[];
  /** Cards of things in rooms that nobody sits in. */
  readonly things: { readonly room: CityRoom; readonly count: number; readonly state: 'in-use' | 'idle' }[];
}

/** The largest usable area of one person here, in square metres, by rank of the post: as the city lays rooms out, a little under the limit. */
const laidOut = (rank: string, chance: Chance): number =>
  rank === '县处级正职' ? chance.between(20, 23.8) : chance.between(7.4, 8.9);
const tenth = (value: number) => Math.round(value * 10) / 10;

const serviceRooms = [
  'service-meeting',
  'service-archive',
  'service-reception',
  'service-meeting',
  'service-print',
] as const;

/** Buildings whose rooms and people are on record here; the others have not come in yet. */
const registeredBuildings = 14;

/** Rooms and seats of the offices that have a building of their own. */
export function premisesOf(
  seed: number,
  buildings: readonly CityBuilding[],
  { people, posts, askers }: Pick<UnitsAndPeople, 'people' | 'posts' | 'askers'>,
  from: string,
): CityPremises {
  const chance = chanceOf(seed, 'premises');
  const ranks = new Map(posts.map((post: CityPost) => [post.key, post.rank]));
  const byUnit = Map.groupBy(people, ({ unit }) => unit);
  const rooms: CityRoom[] = [];
  const seats: CitySeat[] = [];
  const leavers: CityPremises['leavers'] = [];
  const offices = buildings.filter(({ use }) => use === 'office').slice(0, registeredBuildings);
  for (const building of offices) {
    const inside = byUnit.get(building.unit) ?? [];
    const floors = Math.max(2, Math.min(building.floors, 9));
    const own: CityRoom[] = [];
    const open = (use: string, areaM2: number): CityRoom => {
      const floor = 1 + (own.length % floors);
      const onFloor = own.filter((each) => each.floor === floor).length + 1;
      const number = `${floor}${String(onFloor).padStart(2, '0')}`;
      const key = `${building.name} ${number}`;
      const room = {
        key,
        building: building.name,
        floor,
        number,
        use,
        areaM2: tenth(areaM2),
        bound: false,
        vacant: false,
      };
      own.push(room);
      return room;
    };
    const sit = (person: CityPerson, room: CityRoom) =>
      seats.push({ person, room, from: addDays(from, -chance.whole(30, 900)), standing: 'ordinary', paper: '' });
    const waiting = [...inside];
    while (waiting.length > 0) {
      const rank = ranks.get(waiting[0]!.post) ?? '';
      const together =
        rank === '县处级正职' || rank === '乡科级正职' ? 1 : Math.min(waiting.length, chance.whole(2, 4));
      const some = waiting.splice(0, together);
      const room = open(
        'office',
        some.reduce((sum, { post }) => sum + laidOut(ranks.get(post) ?? '', chance), 0),
      );
      for (const person of some) sit(person, room);
    }
    for (const use of serviceRooms) open(use, chance.between(18, 60));
    for (let n = 0; n < 2 + Math.round(inside.length / 25); n += 1)
      open('office', chance.between(14, 26)).vacant = true;
    rooms.push(...own);
    // Somebody retires in most years, and clears the room within the weeks after.
    const busy = new Set([...askers.values()].flat());
    const able = inside.filter((each) => ranks.get(each.post) === '一级科员' && !each.also && !busy.has(each));
    for (const person of chance.some(able, Math.round(inside.length / 30))) {
      const day = addDays(from, chance.whole(30, 300));
      leavers.push({ person, post: person.post, day, vacated: addDays(day, chance.whole(1, 20)) });
    }
  }
  return { buildings: offices, rooms, seats, leavers, leases: [], meters: [], things: [] };
}
