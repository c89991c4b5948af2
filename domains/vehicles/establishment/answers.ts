import { z } from 'zod';
import { Category } from '../contract.ts';
import { suggestions } from './suggest-use.ts';

const day = z.iso.date();

/** Use of the fleet in a period, vehicle by vehicle; the least used first. */
export const UseRate = z.strictObject({
  from: day,
  to: day,
  /** Up to today. */
  workdays: z.int(),
  vehicles: z.array(
    z.strictObject({
      vehicle: z.uuid(),
      plate: z.string(),
      category: Category,
      unit: z.uuid(),
      unitName: z.string(),
      inService: day.nullable(),
      /** Since when anything is known of it: rates count from there. */
      since: day,
      usedDays: z.int(),
      usedWorkdays: z.int(),
      /** Working days it could have been out, without those in the workshop. */
      availableWorkdays: z.int(),
      repairWorkdays: z.int(),
      trips: z.int(),
      /** Uses by units that the reader's right does not cover: counted in days and hours, their kilometres are not known here. */
      usesElsewhere: z.int(),
      hours: z.number(),
      km: z.int(),
      status: z.enum(['ok', 'insufficient_data']),
      /** Working days out over those available; null while the history is short. */
      share: z.number().nullable(),
      idle: z.boolean(),
      idleStretches: z.array(z.strictObject({ from: day, to: day, workdays: z.int() })),
      /** Others of its category with history enough: how many, and the middle one's share. */
      peers: z.int(),
      peersShare: z.number().nullable(),
      suggestion: z.enum(suggestions).nullable(),
    }),
  ),
  units: z.array(
    z.strictObject({
      unit: z.uuid(),
      unitName: z.string(),
      vehicles: z.int(),
      usedWorkdays: z.int(),
      availableWorkdays: z.int(),
      share: z.number().nullable(),
      hours: z.number(),
      km: z.int(),
      idle: z.int(),
      insufficient: z.int(),
    }),
  ),
  trips: z.int(),
  /** The most out at once. */
  peak: z.int(),
  /** With so many vehicles at most `refusalShare` of the trips had found none. */
  enough: z.int(),
  refusalShare: z.number(),
  idleBelow: z.number(),
  /** A vehicle with fewer available working days is not judged. */
  leastWorkdays: z.int(),
  stretchWorkdays: z.int(),
  /** Cars hired, and trips that found no vehicle, in the same period: with idle vehicles they do not go together. */
  hired: z.int(),
  refused: z.int(),
  lacking: z.boolean(),
  hours: z.array(z.int()),
});
export type UseRate = z.infer<typeof UseRate>;
