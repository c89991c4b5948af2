import { day, factType, id } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { causes, fixOutcomes, setAsideFacts } from './words.zh.ts';

export const Cause = z.enum(Object.keys(causes) as [keyof typeof causes, ...(keyof typeof causes)[]]);
export type Cause = z.infer<typeof Cause>;
const Outcome = z.enum(Object.keys(fixOutcomes) as [keyof typeof fixOutcomes, ...(keyof typeof fixOutcomes)[]]);

/** A day of a vehicle, and why its fixes were set aside. */
export const DecideFixes = z.strictObject({
  vehicle: id,
  day,
  cause: Cause,
  outcome: Outcome,
  why: z.string().trim().min(1).max(500),
});
export const FixesDecided = factType('vehicles.FixesDecided', {
  title: setAsideFacts['vehicles.FixesDecided'],
  body: z.strictObject({
    plate: z.string(),
    day,
    cause: Cause,
    outcome: Outcome,
    fixes: z.int(),
    /** Of those taken: how many the speed between fixes speaks against all the same. */
    jumps: z.int(),
    /** What the day’s distance grew by, metres. */
    metres: z.int(),
    why: z.string(),
  }),
});

/** Internal: what a door could not read. */
export const KeepFrame = z.strictObject({
  number: z.string().regex(/^[0-9A-Za-z-]{1,20}$/),
  why: z.string().min(1).max(200),
  bytes: z.string().regex(/^[0-9a-f]{0,4096}$/),
});
