import type { Calendar } from '@opengoa/kernel/calendar';
import { cityAndPlantings } from '../city/plan-city.ts';
import { nameOfUnit } from '../city/units-and-people.ts';
import type { Planting } from '../city/planting.ts';

/**
 * What counts as one question of a kit: a trip, a vehicle's month, a vehicle, a meter, a building, a line of a unit's reports, a room, a lease, a
 * thing, a unit or one kind of things of it.
 */
export type Counted =
  | 'trip'
  | 'vehicle-month'
  | 'vehicle'
  | 'meter'
  | 'building'
  | 'unit-line'
  | 'room'
  | 'lease'
  | 'card'
  | 'unit'
  | 'unit-class';

export const countedBy: Readonly<Record<string, Counted>> = {
  'vehicles/used-outside-approval': 'trip',
  'vehicles/trip-without-track': 'trip',
  'vehicles/fuel-over-standard': 'vehicle-month',
  'vehicles/refuel-over-tank': 'vehicle-month',
  'vehicles/refuel-days': 'vehicle-month',
  'vehicles/parked-away-overnight': 'vehicle-month',
  'vehicles/over-speed': 'vehicle-month',
  'vehicles/no-parking': 'vehicle-month',
  'vehicles/holiday-use': 'vehicle',
  'vehicles/repair-split': 'vehicle',
  'energy/use-over-baseline': 'meter',
  'energy/off-hours-load': 'building',
  'energy/reading-reset': 'meter',
  'energy/unit-outside-its-meters': 'unit-line',
  'energy/report-head-share': 'unit-line',
  'energy/report-scaled': 'unit-line',
  'energy/report-unit-slip': 'unit-line',
  'assets/over-standard-equipment': 'unit',
  'assets/bought-while-idle': 'unit-class',
  'assets/early-disposal': 'card',
  'assets/scrap-then-rebuy': 'unit-class',
  'assets/never-seen-at-stocktake': 'card',
  'assets/duplicate-card': 'card',
  'assets/split-purchase': 'unit-class',
  'space/over-standard-room': 'room',
  'space/two-offices': 'room',
  'space/retired-not-vacated': 'room',
  'space/in-use-but-declared-empty': 'room',
  'space/vacant-but-using-energy': 'room',
  'space/leased-without-income': 'lease',
  'space/rented-in-beside-vacant': 'lease',
};

/** A question of a kit by what it is about, as the key and the findings both call it. */
export function questionOf(kit: string, about: Planting['about']): string {
  if (about.kind === 'trip') return `${about.plate} ${about.departedAt}`;
  if (about.kind === 'vehicle') return countedBy[kit] === 'vehicle' ? about.plate : `${about.plate} ${about.month}`;
  if (about.kind === 'line') return `${nameOfUnit(about.unit)} ${about.line}`;
  if (about.kind === 'card') return about.number;
  if (about.kind === 'unit') return nameOfUnit(about.unit);
  if (about.kind === 'unit-class') return `${nameOfUnit(about.unit)} ${about.of}`;
  return about.kind === 'meter' || about.kind === 'room' ? about.key : about.name;
}

/**
 * The answer key of a city, made anew from its seed and its day: no file, no row and no kit holds it.
 * Only the score reads it; `demo/load-demo.ts` may not import it (demo.test.ts).
 */
export const answerKey = (seed: number, today: string, calendar: Calendar, share = 1): readonly Planting[] =>
  cityAndPlantings(seed, today, calendar, share).plantings;
