import { factType, id, instant } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { speedFacts } from './words.zh.ts';

export const NoteOverSpeed = z.strictObject({ vehicle: id, day: z.iso.date() });
/** A stretch above what may be driven: how long and how fast; where it was is not in it, but for a fence whose own limit it was. */
export const OverSpeedNoted = factType('vehicles.OverSpeedNoted', {
  title: speedFacts['vehicles.OverSpeedNoted'],
  body: z.strictObject({
    plate: z.string(),
    from: instant,
    to: instant,
    seconds: z.int(),
    mostKmh: z.int(),
    limitKmh: z.int(),
    fence: id.nullable(),
    fenceName: z.string(),
    trip: id.nullable(),
  }),
});
