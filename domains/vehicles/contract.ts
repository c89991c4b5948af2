import { day, factType, id, instant, oneOf, text, version } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { bookedFactWords } from './old-books/words.zh.ts';
import { papers, papersTold } from './papers/contract.ts';
import {
  bodies,
  carriers,
  categories,
  conditions,
  disposals,
  driverStates,
  type FactName,
  factWords,
  licences,
  powers,
  tripStates,
  uses,
  vehicleStates,
} from './words.zh.ts';

/** Names, inputs and facts of the vehicles room; no behaviour. */

const note = text(500);
const odometerKm = z.int().min(0).max(2_000_000);
const costFen = z.int().min(0).max(100_000_000);

export const Category = oneOf(categories);
export const Body = oneOf(bodies);
export const Power = oneOf(powers);
export const Condition = oneOf(conditions);
export const VehicleState = oneOf(vehicleStates);
export const Disposal = oneOf(disposals);
export const Licence = oneOf(licences);
export const DriverState = oneOf(driverStates);
export const Use = oneOf(uses);
export const TripState = oneOf(tripStates);
export const Carrier = oneOf(carriers);
export type Category = z.infer<typeof Category>;
export type Body = z.infer<typeof Body>;
export type Power = z.infer<typeof Power>;
export type Condition = z.infer<typeof Condition>;
export type VehicleState = z.infer<typeof VehicleState>;
export type Licence = z.infer<typeof Licence>;
export type DriverState = z.infer<typeof DriverState>;
export type Use = z.infer<typeof Use>;
export type TripState = z.infer<typeof TripState>;
export type Carrier = z.infer<typeof Carrier>;

// ---- Trips -----------------------------------------------------------------------------------------------------------------------

/** What a trip is for, from where to where, when, with how many. `distanceKm` is there and back. */
export const TripPlan = z.strictObject({
  purpose: text(200),
  use: Use,
  from: text(100),
  to: text(100),
  startsAt: instant,
  endsAt: instant,
  people: z.int().min(1).max(60),
  distanceKm: z.int().min(1).max(10_000),
  /** Leaves the administrative area of the city. */
  crossCity: z.boolean(),
  note: note.optional(),
});
export type TripPlan = z.infer<typeof TripPlan>;

const opinion = z.string().trim().max(500);
/** `for`: a colleague of the same unit for whom it is filled in (帮办代办); the trip is theirs. */
export const RequestTrip = TripPlan.extend({ for: id.optional() });
export const ReviseTrip = TripPlan.extend({ trip: id, version });
export const ApproveTrip = z.strictObject({ trip: id, opinion: opinion.default('') });
export const RefuseTrip = z.strictObject({ trip: id, opinion: note });
export const SendTripBack = z.strictObject({ trip: id, opinion: note, step: text(100).optional() });
export const AddTripSigner = z.strictObject({
  trip: id,
  persons: z.array(id).min(1).max(20),
  when: z.enum(['before', 'after']).default('before'),
  opinion: opinion.default(''),
});
export const HandTripOver = z.strictObject({ trip: id, to: id, opinion: opinion.default('') });
export const WithdrawTrip = z.strictObject({ trip: id, why: opinion.default('') });
export const UrgeTrip = z.strictObject({ trip: id });
/**
 * `duty`: why a vehicle that is sealed on a holiday goes all the same (值班、应急). `with`: a dispatched trip whose ride it shares, with the same
 * vehicle and driver.
 */
export const DispatchTrip = z.strictObject({
  trip: id,
  vehicle: id,
  driver: id,
  duty: note.optional(),
  with: id.optional(),
});
export type DispatchTrip = z.infer<typeof DispatchTrip>;
export const DepartTrip = z.strictObject({ trip: id, odometerKm, at: instant.optional(), files: papers });
export const ReturnTrip = z.strictObject({
  trip: id,
  odometerKm,
  at: instant.optional(),
  why: note.optional(),
  files: papers,
});
/** Fuel paid on the way, not by the vehicle's card: what the card pays is recorded once, by `record-fuel`. */
export const SettleTrip = z.strictObject({ trip: id, fuelFen: costFen, tollFen: costFen, parkingFen: costFen });
export const RateTrip = z.strictObject({ trip: id, stars: z.int().min(1).max(5), words: note.optional() });
export const CancelTrip = z.strictObject({ trip: id, why: note });

const fact = <Shape extends z.ZodRawShape>(name: FactName, shape: Shape, personal: readonly string[] = []) =>
  factType(`vehicles.${name}`, { title: factWords[`vehicles.${name}`], body: z.strictObject(shape), personal });

export const TripRequested = fact('TripRequested', {
  ...TripPlan.shape,
  number: z.string(),
  /** Whose trip it is, where a colleague filled it in. */
  asker: z.strictObject({ person: id, name: z.string() }).optional(),
});
export const TripRevised = fact('TripRevised', TripPlan.shape);
export const TripApproved = fact('TripApproved', { opinion });
export const TripRefused = fact('TripRefused', { opinion });
export const TripSentBack = fact('TripSentBack', { opinion });
export const TripWithdrawn = fact('TripWithdrawn', { opinion });
export const TripDispatched = fact('TripDispatched', {
  vehicle: id,
  plate: z.string(),
  driver: id,
  driverPerson: id,
  driverName: z.string(),
  startsAt: instant,
  endsAt: instant,
  duty: note.optional(),
  ridesWith: id.optional(),
});
/** Of a trip that rides with another: its kilometres are driven and told there. */
export const TripDeparted = fact('TripDeparted', {
  vehicle: id,
  odometerKm,
  ridesWith: id.optional(),
  files: papersTold,
});
export const TripReturned = fact('TripReturned', {
  vehicle: id,
  odometerKm,
  drivenKm: z.int().min(0),
  plannedKm: z.int(),
  why: note.optional(),
  ridesWith: id.optional(),
  files: papersTold,
});
export const TripSettled = fact('TripSettled', {
  vehicle: id,
  fuelFen: costFen,
  tollFen: costFen,
  parkingFen: costFen,
  costFen,
});
export const TripRated = fact('TripRated', { stars: z.int(), words: note.optional() });
export const TripCancelled = fact('TripCancelled', { why: note });

// ---- Fleet -----------------------------------------------------------------------------------------------------------------------

/** What the ledger says of a vehicle. */
export const Described = z.strictObject({
  make: text(60),
  model: text(60),
  modelYear: z.int().min(1950).max(2100).nullable(),
  category: Category,
  body: Body,
  power: Power,
  /** Which limit of 第七条 is claimed. */
  condition: Condition,
  /** Persons carried, the driver included, as the licence says. */
  seats: z.int().min(1).max(100).nullable(),
  displacementL: z.number().min(0).max(20).nullable(),
  /** Purchase price without purchase tax. */
  priceFen: z.int().min(0).max(2_000_000_000).nullable(),
  tankLitres: z.number().min(0).max(2_000).nullable(),
  batteryKwh: z.number().min(0).max(2_000).nullable(),
  inServiceDay: day.nullable(),
  /** The section that uses it by the old register, in its own words. */
  usedBy: z.string().trim().max(120),
});

const blank = {
  modelYear: null,
  condition: 'ordinary',
  seats: null,
  displacementL: null,
  priceFen: null,
  tankLitres: null,
  batteryKwh: null,
  inServiceDay: null,
  usedBy: '',
} as const;

export const RegisterVehicle = Described.extend({
  unit: id,
  /** The unit whose people it carries, with all below; the institution when left out. */
  serves: id.optional(),
  plate: text(20),
  odometerKm: odometerKm.default(0),
  /** The approved purchase it was bought by. */
  purchase: id.optional(),
  modelYear: Described.shape.modelYear.default(blank.modelYear),
  condition: Condition.default(blank.condition),
  seats: Described.shape.seats.default(blank.seats),
  displacementL: Described.shape.displacementL.default(blank.displacementL),
  priceFen: Described.shape.priceFen.default(blank.priceFen),
  tankLitres: Described.shape.tankLitres.default(blank.tankLitres),
  batteryKwh: Described.shape.batteryKwh.default(blank.batteryKwh),
  inServiceDay: Described.shape.inServiceDay.default(blank.inServiceDay),
  usedBy: Described.shape.usedBy.default(blank.usedBy),
});
export const ChangeVehicle = Described.partial().extend({
  vehicle: id,
  version,
  serves: id.optional(),
  state: VehicleState.exclude(['retired']).optional(),
});
export const ReplaceOdometer = z.strictObject({
  vehicle: id,
  readKm: odometerKm,
  newKm: odometerKm,
  why: note,
  at: instant.optional(),
});
export const RetireVehicle = z.strictObject({
  vehicle: id,
  version,
  disposal: Disposal,
  day,
  /** Number of the paper that allows it before its years are over, for safety. */
  paper: text(100).optional(),
  why: note.optional(),
});
export const StrikeVehicle = z.strictObject({ vehicle: id, why: note });
/** A person of the organisation, or a name as registers have it: then the one of that name whom the asking right covers. */
export const RegisterDriver = z
  .strictObject({
    unit: id,
    person: id.optional(),
    name: text(50).optional(),
    licence: Licence,
    licenceValidTo: day,
    state: DriverState.default('active'),
  })
  .refine(({ person, name }) => (person === undefined) !== (name === undefined), {
    path: ['person'],
    message: 'person or name',
  });
export const StrikeDriver = z.strictObject({ driver: id, why: note });
export const ChangeDriver = z.strictObject({
  driver: id,
  version,
  licence: Licence.optional(),
  licenceValidTo: day.optional(),
  state: DriverState.optional(),
});

/** What a standard said of a vehicle, kept with it: a verdict that did not block. */
export const Warning = z.strictObject({
  standard: z.string(),
  version: z.string(),
  article: z.string(),
  observed: z.union([z.number(), z.string()]),
  allowed: z.union([z.number(), z.string()]),
  outcome: z.enum(['warn', 'inform']),
  explained: z.strictObject({ zh: z.string(), en: z.string() }),
});
export type Warning = z.infer<typeof Warning>;

const registered = { ...Described.shape, plate: z.string(), serves: id, warnings: z.array(Warning) };
export const VehicleRegistered = fact('VehicleRegistered', {
  ...registered,
  odometerKm,
  purchase: id.optional(),
});
export const VehicleChanged = fact('VehicleChanged', {
  ...registered,
  state: VehicleState,
});
export const OdometerReplaced = fact('OdometerReplaced', {
  readKm: odometerKm,
  newKm: odometerKm,
  why: note,
});
export const VehicleRetired = fact('VehicleRetired', {
  disposal: Disposal,
  day,
  paper: text(100).optional(),
  why: note.optional(),
  warnings: z.array(Warning),
});
export const VehicleStruck = fact('VehicleStruck', { why: note });
export const DriverRegistered = fact(
  'DriverRegistered',
  { person: id, name: z.string(), licence: Licence, licenceValidTo: day },
  ['name'],
);
export const DriverChanged = fact('DriverChanged', {
  licence: Licence,
  licenceValidTo: day,
  state: DriverState,
  why: note.optional(),
});

// ---- Fuel ------------------------------------------------------------------------------------------------------------------------

/** One filling or charging. `full` says whether the tank was filled up: consumption is only known between full fills (VE-06). */
const Filling = z.strictObject({
  vehicle: id,
  filledAt: instant,
  carrier: Carrier,
  /** Of petrol or diesel; null for electricity. */
  litres: z.number().positive().max(2_000).nullable(),
  electricityKwh: z.number().positive().max(2_000).nullable(),
  costFen,
  odometerKm,
  full: z.boolean(),
  station: z.string().trim().max(100).default(''),
  /** One vehicle, one card. */
  card: z.string().trim().max(40).default(''),
});
/** The vehicle by its id, or by its plate as a sheet knows it. `corrects`: a filling that is struck, and this one in its place. */
export const RecordFuel = Filling.extend({
  vehicle: id.optional(),
  plate: text(20).optional(),
  files: papers,
  corrects: id.optional(),
})
  .refine(
    ({ carrier, litres, electricityKwh }) =>
      carrier === 'electricity'
        ? litres === null && electricityKwh !== null
        : litres !== null && electricityKwh === null,
    { path: ['litres'], message: 'litres for petrol and diesel, electricityKwh for electricity' },
  )
  .refine(({ vehicle, plate }) => (vehicle === undefined) !== (plate === undefined), {
    path: ['vehicle'],
    message: 'vehicle or plate',
  });
export const StrikeFuel = z.strictObject({ filling: id, why: text(300) });
export const FuelStruck = factType('vehicles.FuelStruck', {
  title: bookedFactWords['vehicles.FuelStruck'],
  body: z.strictObject({ filling: id, costFen: z.int(), why: z.string() }),
});
export const FuelRecorded = fact('FuelRecorded', { ...Filling.shape, files: papersTold });
