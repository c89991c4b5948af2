import { addDays } from '@opengoa/kernel/calendar';
import type { AssetsDraft } from './assets-draft.ts';
import type { AssetEvent, AssetsYear, EnteredCard } from './assets-year.ts';
import { chanceOf } from './chance.ts';
import { merged, moved, split } from './changes.ts';
import type { CityCard } from './holdings.ts';
import { plantCards } from './plant-cards.ts';
import { plantDisposals } from './plant-disposals.ts';
import { plantEquipment } from './plant-equipment.ts';
import { plantPurchases } from './plant-purchases.ts';
import { plantStocktakes } from './plant-stocktakes.ts';
import type { Planting } from './planting.ts';
import type { UnitsAndPeople } from './units-and-people.ts';

/** The year of the city's things: what is ordinary, what is planted, and what only looks like it. Pure. */
export function plantAssets(
  seed: number,
  { units, people }: Pick<UnitsAndPeople, 'units' | 'people'>,
  holdings: readonly CityCard[],
  from: string,
): { readonly events: AssetsYear; readonly plantings: readonly Planting[] } {
  const chance = chanceOf(seed, 'plant-assets');
  const changing = new Set<string>([merged.unit, merged.into, moved.unit, moved.to, split.unit, split.afterwards]);
  const roomed = new Set(holdings.map(({ unit }) => unit));
  const parents = new Map(units.map(({ key, parent }) => [key, parent]));
  const institutions = units.filter(({ kind }) => kind === 'institution').map(({ key }) => key);
  const still = institutions.filter((key) => !changing.has(key));
  const peopleOf = new Map(
    institutions.map((key) => [key, people.filter(({ unit }) => unit === key || parents.get(unit) === key).length]),
  );
  const events: AssetEvent[] = [];
  const taken = new Set<string>();
  let numbers = holdings.length;
  const nextNumber = () => {
    numbers += 1;
    return `LJ-ZC-${String(numbers).padStart(6, '0')}`;
  };
  const leftOf = (among: readonly string[], of: readonly string[]) =>
    among.filter((unit) => of.every((each) => !taken.has(`${unit} ${limitOf(each)}`)));
  const take = (among: readonly string[], ...of: readonly string[]) => {
    const left = leftOf(among, of);
    if (left.length === 0) throw new Error(`demo: no unit is left for ${of.join(', ')}`);
    const unit = chance.one(left);
    for (const each of of) taken.add(`${unit} ${limitOf(each)}`);
    return unit;
  };
  /** Rooms with desks in them; where no room is on record, one for three people. */
  const officesOf = (unit: string, count: number) => {
    const rooms = new Set(
      holdings.filter((card) => card.unit === unit && card.user !== null).map(({ room }) => room.key),
    );
    return rooms.size || Math.ceil(count / 3);
  };
  const draft: AssetsDraft = {
    chance,
    from,
    events,
    plantings: [],
    city: still.filter((key) => parents.get(key) === '市' && !roomed.has(key)),
    county: still.filter((key) => parents.get(key) === '县' && !roomed.has(key)),
    roomed: still.filter((key) => roomed.has(key)),
    peopleOf,
    officesOf,
    holdings,
    take,
    takeOne(choices) {
      const [item, among] = chance.one(choices.filter(([of, units]) => leftOf(units, [of]).length > 0));
      return [item, take(among, item)];
    },
    nextNumber,
    enter(card) {
      const entered: EnteredCard = { kind: 'card', number: nextNumber(), ...card };
      events.push(entered);
      return entered;
    },
    on: (days) => addDays(from, days),
  };
  for (const unit of institutions) {
    const count = peopleOf.get(unit)!;
    events.push({
      kind: 'headcount',
      day: from,
      unit,
      people: count,
      establishment: count + Math.round(count * chance.between(0.02, 0.12)),
      offices: officesOf(unit, count),
    });
  }
  plantCards(draft);
  plantStocktakes(draft);
  // Whoever has the smallest choice of units chooses first.
  plantEquipment(draft);
  plantPurchases(draft);
  plantDisposals(draft);
  const order = new Map(events.map((event, at) => [event, at]));
  const sorted = events.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : order.get(a)! - order.get(b)!));
  return { events: sorted, plantings: draft.plantings };
}

/** Printers share one limit: a unit of few people may have one of them. */
const limitOf = (item: string): string => (item.startsWith('printer-') ? 'printers' : item);
