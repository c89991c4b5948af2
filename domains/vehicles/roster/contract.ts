import { day, factType, id, instant, maybe, oneOf, text } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { Body, Category, Condition, Power, Warning } from '../contract.ts';
import { papers, papersTold } from '../papers/contract.ts';
import { dutyKinds, eventKinds, type LifeFactName, lifeFactWords } from './words.zh.ts';

/** Establishment and purchase, drivers' roster and events, service book, sealing register: inputs and facts. */

const km = z.int().min(0).max(2_000_000);
const fact = <Shape extends z.ZodRawShape>(name: LifeFactName, shape: Shape, personal: readonly string[] = []) =>
  factType(`vehicles.${name}`, { title: lifeFactWords[`vehicles.${name}`], body: z.strictObject(shape), personal });

// ---- 编制与购置 ----------------------------------------------------------------------------------------------------------------------

export const SetSlots = z.strictObject({
  unit: id,
  category: Category,
  slots: z.int().min(0).max(10_000),
  paper: text(100),
});
export const SlotsSet = fact('SlotsSet', { category: Category, slots: z.int(), paper: z.string() });
const Wanted = z.strictObject({
  category: Category,
  body: Body,
  power: Power,
  condition: Condition.default('ordinary'),
  displacementL: z.number().min(0).max(20).nullable().default(null),
  priceFen: z.int().min(1).max(2_000_000_000),
  /** The vehicle it takes the place of: then no free slot is needed, but its years must be over. */
  replaces: id.nullable().default(null),
  /** Approval of renewal before the years are over, for safety. */
  paper: maybe(100),
  why: text(300),
});
export const ProposePurchase = Wanted.extend({ unit: id });
export const PurchaseProposed = fact('PurchaseProposed', {
  ...Wanted.shape,
  replacesPlate: z.string().nullable(),
  warnings: z.array(Warning),
});
export const ApprovePurchase = z.strictObject({ purchase: id, opinion: maybe(500) });
export const PurchaseApproved = fact('PurchaseApproved', { opinion: z.string() });
export const RefusePurchase = z.strictObject({ purchase: id, opinion: text(500) });
export const PurchaseRefused = fact('PurchaseRefused', { opinion: z.string() });
export const TransferVehicle = z.strictObject({
  vehicle: id,
  version: z.int().min(1),
  to: id,
  serves: id.optional(),
  paper: text(100),
});
export const VehicleTransferred = fact('VehicleTransferred', { from: id, to: id, serves: id, paper: z.string() });

// ---- 驾驶员 --------------------------------------------------------------------------------------------------------------------------

export const PlanDuty = z.strictObject({
  driver: id,
  kind: oneOf(dutyKinds),
  startsAt: instant,
  endsAt: instant,
  note: maybe(200),
});
export const DutyPlanned = fact('DutyPlanned', { ...PlanDuty.shape, name: z.string() }, ['name']);
export const StrikeDuty = z.strictObject({ duty: id });
export const DutyStruck = fact('DutyStruck', { duty: id });
export const RecordDriverEvent = z.strictObject({
  driver: id,
  kind: oneOf(eventKinds),
  at: instant,
  plate: maybe(20),
  place: maybe(100),
  /** Points of the licence lost. */
  points: z.int().min(0).max(12).default(0),
  what: text(300),
  files: papers,
});
export const DriverEventRecorded = fact(
  'DriverEventRecorded',
  { ...RecordDriverEvent.shape, files: papersTold, name: z.string() },
  ['name'],
);

// ---- 保养与封存 ----------------------------------------------------------------------------------------------------------------------

const Service = {
  item: text(60),
  everyKm: z.int().min(100).max(200_000).nullable().default(null),
  everyMonths: z.int().min(1).max(120).nullable().default(null),
  lastKm: km,
  lastDay: day,
};
/** Of a vehicle, or of a plate as registers name it. */
export const PlanService = z
  .strictObject({ vehicle: id.optional(), plate: text(20).optional(), ...Service })
  .refine(({ vehicle, plate }) => (vehicle === undefined) !== (plate === undefined), {
    path: ['vehicle'],
    message: 'vehicle or plate',
  });
export const ServicePlanned = fact('ServicePlanned', { vehicle: id, ...Service, plate: z.string() });
export const StrikeService = z.strictObject({ service: id, why: text(300) });
export const ServiceStruck = fact('ServiceStruck', { service: id, item: z.string(), why: z.string() });
export const RecordService = z.strictObject({ service: id, odometerKm: km, day, note: maybe(300) });
export const ServiceDone = fact('ServiceDone', {
  service: id,
  item: z.string(),
  odometerKm: km,
  day,
  note: z.string(),
});
export const SealVehicle = z.strictObject({
  vehicle: id,
  holiday: text(40),
  fromDay: day,
  toDay: day,
  keysWith: text(60),
  place: maybe(100),
});
export const VehicleSealed = fact('VehicleSealed', { ...SealVehicle.shape, plate: z.string(), odometerKm: km });
