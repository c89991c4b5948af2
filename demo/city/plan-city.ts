import type { Calendar } from '@opengoa/kernel/calendar';
import { addDays } from '@opengoa/kernel/calendar';
import { type EnergyYear, energyYear } from './energy-year.ts';
import { type CityVehicle, fleetOf } from './fleet.ts';
import { type CityCard, holdingsOf } from './holdings.ts';
import type { AssetsYear } from './assets-year.ts';
import { plantAssets } from './plant-assets.ts';
import { plantEnergy } from './plant-energy.ts';
import { plantMoney } from './plant-money.ts';
import { plantParking } from './plant-parking.ts';
import { plantReports } from './plant-reports.ts';
import { plantRooms } from './plant-rooms.ts';
import { plantSpeeds } from './plant-speeds.ts';
import { type CityPremises, premisesOf } from './premises.ts';
import { plantTrips } from './plant-trips.ts';
import type { Planting } from './planting.ts';
import type { ReportOfYear } from './reports.ts';
import { thingsIn } from './things-in-rooms.ts';
import { type UnitsAndPeople, unitsAndPeople } from './units-and-people.ts';
import { fuelOf, ordinaryYear, type Year } from './year.ts';

export interface CityPlan {
  readonly seed: number;
  /** The year that is told of: 366 days that end yesterday. */
  readonly from: string;
  readonly toExclusive: string;
  readonly people: UnitsAndPeople;
  readonly vehicles: readonly CityVehicle[];
  readonly year: Year;
  readonly energy: EnergyYear;
  readonly reports: readonly ReportOfYear[];
  readonly premises: CityPremises;
  readonly holdings: readonly CityCard[];
  readonly things: AssetsYear;
}

/** The seed of the city that `npm start` opens. */
export const usualSeed = 2026;

/**
 * What happened in the city in the year before `today`, and what of it was planted. The loader takes the first half, whoever scores the second: they
 * are the same city because they are the same seed, and the second is written nowhere.
 * @param share how much of the fleets and their people, from 0 to 1: a test has no time for all; buildings and meters are always all there
 */
export function cityAndPlantings(
  seed: number,
  today: string,
  calendar: Calendar,
  share = 1,
): { readonly plan: CityPlan; readonly plantings: readonly Planting[] } {
  const [from, toExclusive] = [addDays(today, -366), today];
  const people = unitsAndPeople(seed, share);
  const vehicles = fleetOf(seed, people, share);
  const year = ordinaryYear(seed, { from, toExclusive }, vehicles, people, calendar);
  const onTheRoad = plantTrips(seed, year, calendar);
  fuelOf(seed, year);
  const ofMoney = plantMoney(seed, year, calendar);
  const ofSpeed = plantSpeeds(seed, year);
  const ofParking = plantParking(seed, year, calendar);
  const energy = energyYear(seed, { from, toExclusive }, calendar);
  const ofMeters = plantEnergy(seed, energy);
  const { reports, plantings: ofReports } = plantReports(seed, energy, ofMeters);
  const premises = premisesOf(seed, energy.buildings, people, from);
  const ofRooms = plantRooms(seed, premises, people, energy);
  const unitOf = (building: string) => energy.buildings.find(({ name }) => name === building)!.unit;
  const holdings = [...holdingsOf(seed, premises, unitOf, from), ...thingsIn(seed, premises, unitOf, from)];
  const { events: things, plantings: ofThings } = plantAssets(seed, people, holdings, from);
  const plan = { seed, from, toExclusive, people, vehicles, year, energy, reports, premises, holdings, things };
  const ofOffices = [...ofRooms, ...ofThings];
  return {
    plan,
    plantings: [...onTheRoad, ...ofMoney, ...ofSpeed, ...ofParking, ...ofMeters, ...ofReports, ...ofOffices],
  };
}

/** The city alone. */
export const planCity = (seed: number, today: string, calendar: Calendar, share = 1): CityPlan =>
  cityAndPlantings(seed, today, calendar, share).plan;
