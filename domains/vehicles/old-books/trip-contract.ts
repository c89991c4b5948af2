import { factType, id, instant, text } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { Use } from '../contract.ts';
import { approvalsOfOld, bookedFactWords } from './words.zh.ts';

/** Trips of the old registers, made before the office kept them here. Inputs and facts. */

const known = <Shape extends z.ZodType>(shape: Shape) => shape.nullable().default(null);
const odometerKm = z.int().min(0).max(2_000_000);
const fen = z.int().min(0).max(100_000_000);

/** What the register says of the approval: that there was one, that there was none, or nothing. */
export const ApprovalOfOld = z.enum(Object.keys(approvalsOfOld) as [keyof typeof approvalsOfOld]);
export type ApprovalOfOld = z.infer<typeof ApprovalOfOld>;

/** A trip as a register tells of it; null is what it does not tell. */
const Told = {
  plate: text(20),
  departedAt: instant,
  returnedAt: instant,
  /** The time it was approved for. */
  startsAt: known(instant),
  endsAt: known(instant),
  purpose: text(200),
  use: Use.default('general-affairs'),
  fromPlace: text(100),
  toPlace: text(100),
  askerName: text(50),
  people: z.int().min(1).max(60),
  /** As planned, there and back. */
  distanceKm: known(z.int().min(1).max(10_000)),
  /** As driven; the difference of the odometer where nothing is said. */
  drivenKm: known(z.int().min(0).max(100_000)),
  odometerOutKm: known(odometerKm),
  odometerInKm: known(odometerKm),
  crossCity: known(z.boolean()),
  driverName: known(text(50)),
  approval: ApprovalOfOld.default('unknown'),
  approvedName: known(text(50)),
  approvedAt: known(instant),
  /** Its number in the register. */
  paper: known(text(60)),
  /** The duty it was for, where the vehicle would have been sealed. */
  duty: known(text(200)),
  why: known(text(500)),
  fuelFen: known(fen),
  tollFen: known(fen),
  parkingFen: known(fen),
  stars: known(z.int().min(1).max(5)),
};
export const PastTrip = z.strictObject({ unit: id, ...Told, corrects: id.optional() });
export type PastTrip = z.infer<typeof PastTrip>;

export const mostAtOnce = 500;
/** `source`: which register or file tells of them. */
export const BookTrips = z.strictObject({ source: text(300), trips: z.array(PastTrip).min(1).max(mostAtOnce) });
export type BookTrips = z.infer<typeof BookTrips>;

export const TripBooked = factType('vehicles.TripBooked', {
  title: bookedFactWords['vehicles.TripBooked'],
  body: z.strictObject({
    ...Told,
    number: z.string(),
    source: z.string(),
    vehicle: id,
    /** Whom the names mean, where the directory and the list of drivers leave no doubt. */
    asker: id.nullable(),
    driver: id.nullable(),
    driverPerson: id.nullable(),
    drivenKm: z.int().min(0),
    /** The register tells of no distance; it is the difference of the readings. */
    kmFromOdometer: z.boolean(),
  }),
});
export type BookedBody = z.infer<typeof TripBooked.body>;

export const StrikeTrip = z.strictObject({ trip: id, why: text(300) });
export const TripStruck = factType('vehicles.TripStruck', {
  title: bookedFactWords['vehicles.TripStruck'],
  body: z.strictObject({ vehicle: id, why: z.string() }),
});
