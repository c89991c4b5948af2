import type { Town } from '../town.ts';
import type { Place, Places, Relation } from './places.ts';

/** What one room's doors are tried with: for every door the input that means the thing of a place. */
export interface Things {
  readonly inputs: Readonly<Record<string, (place: Place) => Readonly<Record<string, unknown>>>>;
  /** Ids by which a thing of a place would be recognised in an answer. */
  readonly ids: ReadonlyMap<string, Relation>;
}

/** Things of one kind, one at each place. */
export type Each<Thing> = Readonly<Record<Relation, Thing>>;

/** Makes one thing at each place, one place after the other. */
export async function atEach<Thing>(places: Places, make: (place: Place) => Promise<Thing>): Promise<Each<Thing>> {
  const made: [string, Thing][] = [];
  for (const place of Object.values(places)) made.push([place.relation, await make(place)]);
  return Object.fromEntries(made) as unknown as Each<Thing>;
}

/** Somebody of a place with one right exactly there, for making its things. */
export const local = (town: Town, place: Place, role: string, person: string, name: string) =>
  town.at.with([{ role, unit: place.unit, below: false }], { unit: place.unit, person, name });

/** Every id in these things, by its place. */
export function idsOf(...all: readonly Each<unknown>[]): Map<string, Relation> {
  const found = new Map<string, Relation>();
  const note = (value: unknown, relation: Relation): void => {
    if (typeof value === 'string') found.set(value, relation);
    else if (typeof value === 'object' && value !== null) for (const each of Object.values(value)) note(each, relation);
  };
  for (const each of all) for (const [relation, value] of Object.entries(each)) note(value, relation as Relation);
  return found;
}
