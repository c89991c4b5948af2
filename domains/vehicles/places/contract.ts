import { factType, id } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { placeFacts, placeKinds } from './words.zh.ts';

/** Places of a unit with their coordinates: inputs and facts. */

const name = z.string().trim().min(1).max(100);

export const PlaceKind = z.enum(Object.keys(placeKinds) as [keyof typeof placeKinds, ...(keyof typeof placeKinds)[]]);
export type PlaceKind = z.infer<typeof PlaceKind>;

const kept = {
  name,
  /** Other ways of writing the name, as they stand in requests. */
  aliases: z.array(name).max(20).default([]),
  kind: PlaceKind,
  /** WGS-84, degrees. */
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
};
/** With `place`: what was kept before is changed. */
export const KeepPlace = z.strictObject({ place: id.optional(), unit: id, ...kept });
export const PlaceKept = factType('vehicles.PlaceKept', {
  title: placeFacts['vehicles.PlaceKept'],
  body: z.strictObject(kept),
});
/** Where a vehicle is kept: a parking place, a fence of custody, or neither: then wherever its unit's are. */
export const SetHome = z
  .strictObject({ vehicle: id, place: id.nullable().default(null), fence: id.nullable().default(null) })
  .refine(({ place, fence }) => place === null || fence === null, { path: ['fence'], message: 'place or fence' });
export const HomeSet = factType('vehicles.HomeSet', {
  title: placeFacts['vehicles.HomeSet'],
  body: z.strictObject({ plate: z.string(), place: id.nullable(), fence: id.nullable(), name: z.string().nullable() }),
});
export const RemovePlace = z.strictObject({ place: id });
export const PlaceRemoved = factType('vehicles.PlaceRemoved', {
  title: placeFacts['vehicles.PlaceRemoved'],
  body: z.strictObject({ name: z.string() }),
});
