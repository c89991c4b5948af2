import { day, factType, id, text } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { Body, Power, Warning } from '../contract.ts';
import { bookedFactWords } from './words.zh.ts';

/** Repairs and hires of the old registers: settled before this program knew of them. Inputs and facts. */

const amountFen = z.int().min(1).max(100_000_000);

const Booked = {
  what: text(300),
  garage: text(100),
  amountFen,
  invoice: text(60),
  /** When the vehicle came back, and when it was paid. */
  doneDay: day,
  paidDay: day,
  /** By which paper it had been approved. */
  paper: text(100),
  /** When it was ordered; the day it was done where the register does not tell. */
  orderedAt: z.iso.datetime({ offset: true }).nullable().default(null),
};
export const BookRepair = z.strictObject({ plate: text(20), ...Booked, corrects: id.optional() });
export const RepairBooked = factType('vehicles.RepairBooked', {
  title: bookedFactWords['vehicles.RepairBooked'],
  body: z.strictObject({ ...Booked, vehicle: id, plate: z.string() }),
});
export const StrikeRepair = z.strictObject({ repair: id, why: text(300) });
export const RepairStruck = factType('vehicles.RepairStruck', {
  title: bookedFactWords['vehicles.RepairStruck'],
  body: z.strictObject({ amountFen: z.int(), why: z.string() }),
});

const BookedHire = {
  supplier: text(100),
  purpose: text(200),
  fromDay: day,
  toDay: day,
  people: z.int().min(1).max(60),
  body: Body,
  power: Power,
  displacementL: z.number().min(0).max(20).nullable().default(null),
  plate: text(20),
  km: z.int().min(0).max(100_000),
  amountFen,
  invoice: text(60),
  settledDay: day,
};
export const BookHire = z.strictObject({ unit: id, ...BookedHire, corrects: id.optional() });
export const HireBooked = factType('vehicles.HireBooked', {
  title: bookedFactWords['vehicles.HireBooked'],
  body: z.strictObject({ ...BookedHire, warnings: z.array(Warning) }),
});
export const StrikeHire = z.strictObject({ hire: id, why: text(300) });
export const HireStruck = factType('vehicles.HireStruck', {
  title: bookedFactWords['vehicles.HireStruck'],
  body: z.strictObject({ amountFen: z.int(), why: z.string() }),
});
