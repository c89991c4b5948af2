import { z } from 'zod';
import { ApprovalOfOld } from './old-books/trip-contract.ts';
import { Category, Described, TripPlan, TripState, VehicleState, Warning } from './contract.ts';

/** What the room's reads answer. Screens take the types of it from the contract made of these. */

const id = z.uuid();
const version = z.int().min(1);
const day = z.iso.date();
const moment = z.iso.datetime();
const words = z.strictObject({ zh: z.string(), en: z.string() });

export const TripAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  number: z.string(),
  state: TripState,
  version,
  plan: TripPlan,
  asker: id.nullable(),
  askerName: z.string(),
  requestedAt: moment,
  vehicle: id.nullable(),
  plate: z.string().nullable(),
  driverName: z.string().nullable(),
  /** The trip whose ride it shares; its kilometres are counted there. */
  ridesWith: id.nullable(),
  departedAt: moment.nullable(),
  odometerOutKm: z.int().nullable(),
  returnedAt: moment.nullable(),
  odometerInKm: z.int().nullable(),
  drivenKm: z.int().nullable(),
  why: z.string().nullable(),
  fuelFen: z.int().nullable(),
  tollFen: z.int().nullable(),
  parkingFen: z.int().nullable(),
  costFen: z.int().nullable(),
  stars: z.int().nullable(),
  ratingWords: z.string().nullable(),
  /** Brought in from an old register: when, by whom, out of which, its number and its approval there. */
  booked: z
    .strictObject({
      at: moment,
      by: z.string(),
      source: z.string(),
      paper: z.string().nullable(),
      approval: ApprovalOfOld,
      approvedName: z.string().nullable(),
      approvedAt: moment.nullable(),
    })
    .nullable(),
  /** What this reader may do with the open case, and the steps a return may name. */
  acts: z.array(z.string()),
  returnTo: z.array(z.string()),
  /** Who holds it now, and until when. */
  waiting: z.array(z.strictObject({ title: words, holders: z.array(z.string()), due: moment.nullable() })),
});
export type TripAnswer = z.infer<typeof TripAnswer>;

/** Beside the form, before anything is sent. */
export const BeforeRequest = z.strictObject({
  /** Own last trips, one for each place, to begin from. */
  last: z.array(TripPlan),
  from: z.string().nullable(),
  /** Vehicles free then with seats enough, of all that serve this unit; null until the time is known. */
  vehicles: z.strictObject({ free: z.int(), all: z.int() }).nullable(),
  /** From settled trips of this unit: the middle cost of a kilometre, times the distance; null without history. */
  costFen: z.int().nullable(),
  costFrom: z.int(),
  steps: z.array(z.strictObject({ title: words, holders: z.array(z.string()), will: z.enum(['yes', 'no', 'maybe']) })),
  /** Middle time from asking to approval in this unit; null without history. */
  usualMinutes: z.int().nullable(),
});

const proposal = z.strictObject({
  vehicle: id,
  plate: z.string(),
  model: z.string(),
  seats: z.int(),
  driver: id,
  driverName: z.string(),
  reasons: z.array(words),
  /** Holidays of the trip on which it is sealed: it goes only with a duty said. */
  sealed: z.array(day),
});
export const Proposals = z.strictObject({
  trip: id,
  unit: id,
  number: z.string(),
  state: TripState,
  plan: TripPlan,
  proposals: z.array(proposal),
  /** Every other vehicle in the dispatcher's scope, and why it cannot go. */
  others: z.array(z.strictObject({ vehicle: id, why: words })),
  /** Trips already given a vehicle that go to the same place then, with seats left. */
  sameWay: z.array(
    z.strictObject({
      trip: id,
      number: z.string(),
      plate: z.string(),
      seatsLeft: z.int(),
      startsAt: moment,
      savesKm: z.int(),
    }),
  ),
});

const bar = z.strictObject({
  trip: id.nullable(),
  number: z.string().nullable(),
  state: TripState.nullable(),
  to: z.string().nullable(),
  people: z.int().nullable(),
  driverName: z.string().nullable(),
  /** Numbers of the trips that share the ride, as far as the reader may see them; and how many there are. */
  riders: z.array(z.string()),
  riderCount: z.int(),
  startsAt: moment,
  endsAt: moment,
});
export const Board = z.strictObject({
  day,
  rows: z.array(
    z.strictObject({
      vehicle: id,
      plate: z.string(),
      model: z.string(),
      category: Category,
      state: VehicleState,
      seats: z.int().nullable(),
      serves: id,
      /** Items of the service book that are due. */
      services: z.array(z.string()),
      bars: z.array(bar),
    }),
  ),
  /** Approved, waiting for a vehicle, on whatever day; the next first. */
  tray: z.array(
    z.strictObject({
      trip: id,
      number: z.string(),
      unit: id,
      unitName: z.string(),
      askerName: z.string(),
      plan: TripPlan,
    }),
  ),
});

export const VehicleAnswer = z.strictObject({
  ...Described.shape,
  id,
  unit: id,
  unitName: z.string(),
  serves: id,
  servesName: z.string(),
  plate: z.string(),
  state: VehicleState,
  odometerKm: z.int(),
  outOn: id.nullable(),
  warnings: z.array(Warning),
  version,
  year: z.int(),
  /** Where it is kept by its own word; null where its unit's yard is meant. */
  home: z.string().nullable(),
  /** Of the year so far: kilometres of its trips, what trips and fuel cost, days it was out, working days. */
  drivenKm: z.int(),
  costFen: z.int(),
  usedDays: z.int(),
  workdays: z.int(),
});

export const Figures = z.strictObject({
  year: z.int(),
  vehicles: z.int(),
  vehiclesWithNotes: z.int(),
  trips: z.partialRecord(TripState, z.int()),
  drivenKm: z.int(),
  tripCostFen: z.int(),
  fuelCostFen: z.int(),
  stars: z.number().nullable(),
});
export type Figures = z.infer<typeof Figures>;
