import type { LooksAgain } from '@opengoa/kernel';
import { z } from 'zod';
import { FuelRecorded, TripReturned } from '../contract.ts';
import { TripBooked } from '../old-books/trip-contract.ts';
import { RepairApproved, RepairPaid, RepairQuoted } from '../costs/contract.ts';

const OfVehicle = z.looseObject({ vehicle: z.uuid() });

/** A fill that was entered: the vehicle is looked at, with its other fills. */
export const afterFill: LooksAgain = {
  of: [FuelRecorded.name],
  at: ({ body }) => OfVehicle.safeParse(body).data?.vehicle ?? null,
};

/** A trip that came back, or was brought in from an old register. What its terminal sends later is looked at by night. */
export const afterReturn: LooksAgain = { of: [TripReturned.name, TripBooked.name], at: ({ objectId }) => objectId };

/** The vehicle of a trip that came back: its days off, and its nights now that its terminal is awake again. */
export const vehicleAfterReturn: LooksAgain = {
  of: [TripReturned.name],
  at: ({ body }) => OfVehicle.safeParse(body).data?.vehicle ?? null,
};

/** A repair whose sum is known or has changed. */
export const afterRepair: LooksAgain = {
  of: [RepairQuoted.name, RepairApproved.name, RepairPaid.name],
  at: ({ objectId }) => objectId,
};

/** Every day of a stretch on which a vehicle was out: what two kits say of one of them is about one trip. */
export function vehicleDays(vehicle: string, days: readonly string[]): string[] {
  return days.map((day) => `vehicle-day ${vehicle} ${day}`);
}
