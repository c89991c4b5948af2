import type { Id } from '@opengoa/kernel';

/** What the search for an allocation works with. Areas are usable square metres, people are counted. */

/** How closed a room is, and what a unit needs. */
export const closeness = ['open', 'restricted', 'secret'] as const;
export type Closeness = (typeof closeness)[number];

export interface AskingUnit {
  readonly id: Id;
  readonly name: string;
  /** By its quota, or by its posts where none is set. */
  readonly needM2: number;
  readonly people: number;
  /** Rooms it may have: open ones; restricted or secret ones; secret ones only. */
  readonly zone: Closeness;
  /** Units it wishes to share a building with. */
  readonly near: readonly Id[];
}

export interface GivenRoom {
  readonly id: Id;
  readonly number: string;
  readonly areaM2: number;
  readonly floor: Id;
  readonly zone: Closeness;
  /** Whose it is today; null where nobody has it. */
  readonly today: Id | null;
  /** Stays with this unit whatever is better. */
  readonly fixed: Id | null;
}

export interface GivenFloor {
  readonly id: Id;
  readonly building: Id;
  readonly name: string;
}

/**
 * Weights of the search, in square metres that each is worth. They choose among plans that all keep the rules, and are no rule themselves.
 */
export interface AllocationWeights {
  /** A square metre that a unit lacks, or has above its cap. */
  readonly lackingM2: number;
  /** A unit on one more floor. */
  readonly floor: number;
  /** A person who moves. */
  readonly move: number;
  /** Two units that wish to be near each other and share no building. */
  readonly apart: number;
  /** Share of a floor’s area that is won where the whole floor stands empty: heating and guarding end. */
  readonly emptyFloor: number;
}

export const projectWeights: AllocationWeights = { lackingM2: 1_000, floor: 15, move: 0.5, apart: 60, emptyFloor: 0.2 };

export interface AllocationQuestion {
  readonly units: readonly AskingUnit[];
  readonly rooms: readonly GivenRoom[];
  readonly floors: readonly GivenFloor[];
  /** κ: a unit is given at most so many times its need. */
  readonly surplusCap: number;
  readonly weights: AllocationWeights;
  /** Floors that somebody uses who is not asked about: they never stand empty. */
  readonly occupied?: ReadonlySet<Id>;
}

/** Which unit has which room; rooms that nobody has are not in it. */
export type Placing = ReadonlyMap<Id, Id>;

/** May the unit have the room? A fixed room is its unit’s and nobody else’s. */
export function mayHave(unit: AskingUnit, room: GivenRoom): boolean {
  if (room.fixed !== null) return room.fixed === unit.id;
  return suits(unit.zone, room.zone);
}

export const suits = (need: Closeness, zone: Closeness): boolean =>
  need === 'open' ? zone === 'open' : closeness.indexOf(zone) >= closeness.indexOf(need);

/** People who would move into a room of this area: a unit sits as densely as it needs. */
export const peopleIn = ({ people, needM2 }: AskingUnit, areaM2: number): number =>
  needM2 > 0 ? (people * areaM2) / needM2 : 0;

export const todayOf = ({ rooms, units }: Pick<AllocationQuestion, 'rooms' | 'units'>): Placing => {
  const asked = new Set(units.map(({ id }) => id));
  return new Map(
    rooms.flatMap(({ id, today, fixed }) => {
      const unit = fixed ?? today;
      return unit !== null && asked.has(unit) ? [[id, unit] as const] : [];
    }),
  );
};

/** Each wish once, whoever said it. */
export function wishes(units: readonly AskingUnit[]): (readonly [string, string])[] {
  const known = new Set(units.map(({ id }) => id));
  const pairs = units.flatMap(({ id, near }) =>
    near
      .filter((other) => known.has(other) && other !== id)
      .map((other) => (id < other ? [id, other] : [other, id]) as [string, string]),
  );
  return [...new Map(pairs.map((pair) => [pair.join(' '), pair])).values()];
}

/** Floors that could stand empty. */
export const emptiable = ({ floors, occupied }: AllocationQuestion): AllocationQuestion['floors'] =>
  floors.filter(({ id }) => !occupied?.has(id));
