import type { Id, Words } from '@opengoa/kernel';
import type { Body, Category, Licence, Use } from '../contract.ts';
import type { Point } from '../methods/haversine.ts';

/** What the proposal of a day works with, and what it says. Times are minutes since 1970, a stretch is [from, to). */

export type Stretch = readonly [fromMinute: number, toMinute: number];

export interface PlanRequest {
  readonly id: Id;
  readonly number: string;
  readonly unit: Id;
  readonly people: number;
  readonly from: string;
  readonly to: string;
  /** Where it begins and, as its kilometres are there and back, ends; null where nobody gave the place coordinates. */
  readonly start: Point | null;
  readonly use: Use;
  readonly at: Stretch;
  /** There and back. */
  readonly distanceKm: number;
}

export interface PlanVehicle {
  readonly id: Id;
  readonly plate: string;
  readonly model: string;
  readonly unit: Id;
  readonly serves: Id;
  /** Passengers besides the driver; 0 when no seats are on record. */
  readonly seats: number;
  readonly category: Category;
  readonly body: Body;
  readonly odometerKm: number;
  /** Why it cannot go at all that day: under repair, sealed, service due. */
  readonly idle: Words | null;
  readonly taken: readonly Stretch[];
  /** Where it is parked; null where nobody gave that place coordinates. */
  readonly parking: Point | null;
  /** Where its trips of that day, dispatched already, begin and end. */
  readonly stands: readonly { readonly at: Stretch; readonly start: Point | null }[];
}

export interface PlanDriver {
  readonly id: Id;
  readonly name: string;
  readonly licence: Licence;
  /** Last day of the licence, as a minute: the end of that day. */
  readonly licenceUntil: number;
  /** When the roster has the driver away. */
  readonly away: readonly Stretch[];
  readonly taken: readonly Stretch[];
}

export interface PlanRules {
  /** Pause of a vehicle between two trips. */
  readonly pauseMinutes: number;
  readonly driverHours: number;
  /** How far apart trips of one ride may begin, and end. */
  readonly sharedApartMinutes: number;
  /** A way by road over the straight line. */
  readonly roadOverLine: number;
}

export interface PlanQuestion {
  readonly requests: readonly PlanRequest[];
  readonly vehicles: readonly PlanVehicle[];
  readonly drivers: readonly PlanDriver[];
  readonly rules: PlanRules;
  /** May the vehicle carry people of this unit? */
  serves(vehicle: PlanVehicle, unit: Id): boolean;
}

/** Kilometres driven with nobody on board, in whole kilometres; null where a place has no coordinates: not known, never 0. */
export interface Empty {
  /** From the parking place, or from where the trip before ended. */
  readonly beforeKm: number | null;
  readonly from: 'parking' | 'trip';
  /** Back to the parking place after the last trip of the day; undefined while another follows. */
  readonly afterKm?: number | null;
}

/** One ride: a vehicle, a driver, and one trip or several that go together; the first has the longest way. */
export interface PlanLine {
  readonly trips: readonly PlanRequest[];
  readonly vehicle: PlanVehicle;
  readonly driver: PlanDriver;
  readonly at: Stretch;
  readonly empty: Empty;
  readonly reasons: readonly Words[];
}

export interface DayPlan {
  readonly lines: readonly PlanLine[];
  readonly unassigned: readonly { readonly request: PlanRequest; readonly why: Words }[];
  readonly vehiclesUsed: number;
  /** Kilometres that need not be driven, since trips share a ride. */
  readonly savedKm: number;
  /** Sum of the empty kilometres that are known, and how many ways are not known. */
  readonly emptyKm: number;
  readonly emptyUnknown: number;
  /** Share by which the best possible plan could still be better; 0 when it is proved to be the best. Null when no bound was found. */
  readonly gap: number | null;
  /** The time limit ended the search. */
  readonly cutShort: boolean;
  readonly seconds: number;
}

export const meets = (a: Stretch, b: Stretch, pause = 0): boolean => a[0] < b[1] + pause && b[0] < a[1] + pause;

export const lengthOf = ([from, to]: Stretch): number => to - from;
