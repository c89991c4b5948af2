import { z } from 'zod';
import { Feature, FenceUse, Ground, Shape } from './contract.ts';

/** What the reads of positions answer, for the screens. */

const id = z.uuid();
const moment = z.iso.datetime();

/** A counted fix: milliseconds since 1970, degrees, km/h. */
export const TrackFix = z.tuple([z.int(), z.number(), z.number(), z.number().nullable()]);
export type TrackFix = z.infer<typeof TrackFix>;

export const TrackAnswer = z.strictObject({
  viewing: id,
  unit: id,
  plate: z.string(),
  trip: id.nullable(),
  ground: Ground,
  why: z.string().nullable(),
  closesAt: moment,
  from: moment,
  to: moment,
  /** Whether more may come: the trip is still under way. */
  goesOn: z.boolean(),
  km: z.number(),
  fixes: z.array(TrackFix),
  stays: z.array(z.strictObject({ from: moment, to: moment, latitude: z.number(), longitude: z.number() })),
});
export type TrackAnswer = z.infer<typeof TrackAnswer>;

export const Whereabouts = z.strictObject({
  at: moment,
  /** Whether office hours are on now: outside them only vehicles on duty are shown. */
  officeTime: z.boolean(),
  vehicles: z.array(
    z.strictObject({
      id,
      plate: z.string(),
      unitName: z.string(),
      /** The trip it is out on. */
      trip: z.strictObject({ id, number: z.string(), to: z.string() }).nullable(),
      /** Null where it is not shown: `unseen` says why. */
      place: z
        .strictObject({
          latitude: z.number(),
          longitude: z.number(),
          at: moment,
          speedKmh: z.number().nullable(),
          direction: z.int().nullable(),
          stale: z.boolean(),
        })
        .nullable(),
      unseen: z.enum(['private', 'silent']).nullable(),
      todayKm: z.number(),
    }),
  ),
  fences: z.array(z.strictObject({ id, name: z.string(), use: FenceUse, shape: Shape })),
});
export type Whereabouts = z.infer<typeof Whereabouts>;

export const Background = z.strictObject({ name: z.string(), features: z.array(Feature) });
export type Background = z.infer<typeof Background>;

/** What the tracker knows of a trip without showing where. */
export const TripTrackAnswer = z.strictObject({
  trip: id,
  unit: id,
  /** The unit that keeps the vehicle. */
  keeper: id.nullable(),
  number: z.string(),
  km: z.number().nullable(),
  points: z.int(),
  hasTerminal: z.boolean(),
  ground: z.enum(['in-progress', 'finding']).nullable(),
});
export type TripTrackAnswer = z.infer<typeof TripTrackAnswer>;
