import type { AssetEvent, EnteredCard } from './assets-year.ts';
import type { Chance } from './chance.ts';
import type { CityCard } from './holdings.ts';
import type { Planting } from './planting.ts';

/** What the plantings of things share while the year is written. */
export interface AssetsDraft {
  readonly chance: Chance;
  readonly from: string;
  readonly events: AssetEvent[];
  readonly plantings: Planting[];
  /** Institutions whose ledgers nobody merges, moves or splits: of the city and of the county; `roomed` have their rooms and what stands in them on record. */
  readonly city: readonly string[];
  readonly county: readonly string[];
  readonly roomed: readonly string[];
  readonly peopleOf: ReadonlyMap<string, number>;
  readonly officesOf: (unit: string, people: number) => number;
  readonly holdings: readonly CityCard[];
  /** One of these units for which nothing else happens to things of these kinds. */
  readonly take: (units: readonly string[], ...of: readonly string[]) => string;
  /** One of these choices for which a unit is left, and that unit. */
  readonly takeOne: <Item extends string>(
    choices: readonly (readonly [item: Item, units: readonly string[]])[],
  ) => readonly [item: Item, unit: string];
  readonly nextNumber: () => string;
  readonly enter: (card: Omit<EnteredCard, 'kind' | 'number'>) => EnteredCard;
  /** The day so many days after the year began. */
  readonly on: (days: number) => string;
}
