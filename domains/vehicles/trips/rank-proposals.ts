import type { Words } from '@opengoa/kernel';
import { type Driver, mayDrive, passengerSeats, suits, type Vehicle } from '../fleet/vehicle.ts';
import { categories } from '../words.zh.ts';
import { hoursOf, type Trip } from './trip.ts';

export interface DriverDay extends Driver {
  /** Hours already given to this driver on the day. */
  readonly hours: number;
}

export interface Proposal {
  readonly vehicle: Vehicle;
  readonly driver: DriverDay;
  readonly reasons: readonly Words[];
}

/**
 * Vehicles that could go, best first, each with the driver who has driven least that day.
 * Order: a category kept for this use, then the fewest empty seats, then the fewest kilometres on the clock, so that wear is shared.
 * @param vehicles those free and large enough
 * @param drivers those free, with their hours on the day
 */
export function rankProposals(
  trip: Pick<Trip, 'plan'>,
  vehicles: readonly Vehicle[],
  drivers: readonly DriverDay[],
): Proposal[] {
  const { people, use } = trip.plan;
  const rested = drivers.toSorted((a, b) => a.hours - b.hours || a.name.localeCompare(b.name));
  return vehicles
    .map((vehicle) => ({ vehicle, empty: passengerSeats(vehicle) - people, fits: suits(vehicle.category, use) }))
    .toSorted(
      (a, b) => Number(b.fits) - Number(a.fits) || a.empty - b.empty || a.vehicle.odometerKm - b.vehicle.odometerKm,
    )
    .flatMap(({ vehicle, empty, fits }) => {
      const driver = rested.find(({ licence }) => mayDrive(licence, vehicle.body));
      return driver
        ? [{ vehicle, driver, reasons: reasonsFor(vehicle, driver, { empty, fits, hours: hoursOf(trip.plan) }) }]
        : [];
    });
}

function reasonsFor(vehicle: Vehicle, driver: DriverDay, at: { empty: number; fits: boolean; hours: number }): Words[] {
  const category = categories[vehicle.category];
  const hours = Math.round((driver.hours + at.hours) * 10) / 10;
  return [
    at.empty === 0
      ? { zh: '座位正好', en: 'Seats just right' }
      : { zh: `余 ${at.empty} 座`, en: `${at.empty} seats to spare` },
    at.fits
      ? { zh: `${category.zh}，合用途`, en: `${category.en}, kept for this use` }
      : { zh: `${category.zh}，非专用`, en: `${category.en}, not kept for this use` },
    { zh: `${driver.name}当日共 ${hours} 小时`, en: `${driver.name}: ${hours} h that day` },
  ];
}
