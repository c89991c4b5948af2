import { z } from 'zod';
import { Category } from '../contract.ts';

/** Use of the fleet in a period, vehicle by vehicle; the least used first. */
export const UseRate = z.strictObject({
  from: z.iso.date(),
  to: z.iso.date(),
  /** Up to today. */
  workdays: z.int(),
  vehicles: z.array(
    z.strictObject({
      vehicle: z.uuid(),
      plate: z.string(),
      category: Category,
      unit: z.uuid(),
      unitName: z.string(),
      inService: z.iso.date().nullable(),
      usedDays: z.int(),
      usedWorkdays: z.int(),
      hours: z.number(),
      km: z.int(),
      /** Working days out over all; null while there are none. */
      share: z.number().nullable(),
      idle: z.boolean(),
    }),
  ),
  trips: z.int(),
  /** The most out at once. */
  peak: z.int(),
  /** With so many vehicles at most `refusalShare` of the trips had found none. */
  enough: z.int(),
  refusalShare: z.number(),
  idleBelow: z.number(),
  /** Cars hired, and trips that found no vehicle, in the same period: with idle vehicles they do not go together. */
  hired: z.int(),
  refused: z.int(),
  lacking: z.boolean(),
  hours: z.array(z.int()),
});
