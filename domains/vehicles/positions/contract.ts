import { factType, id, instant, oneOf, text } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { Category } from '../contract.ts';
import { datums, fenceTells, fenceUses, fenceWatches, grounds, positionFacts } from './words.zh.ts';

/** Names, inputs and facts of positions; no behaviour. */

export const Datum = oneOf(datums);
export const FenceUse = oneOf(fenceUses);
export type FenceUse = z.infer<typeof FenceUse>;
export const Ground = oneOf(grounds);
export type Ground = z.infer<typeof Ground>;

const number = z.string().regex(/^[0-9A-Za-z-]{1,20}$/);
const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);

// ---- Terminals -------------------------------------------------------------------------------------------------------------------

export const RegisterTerminal = z.strictObject({
  vehicle: id,
  /** The SIM's number for JT/T 808 (leading zeros make no difference); another device's own. */
  number,
  datum: Datum.default('wgs-84'),
  maker: z.string().trim().max(60).default(''),
  model: z.string().trim().max(60).default(''),
});
export const ReopenTerminal = z.strictObject({ terminal: id, why: text(500) });
export const WithdrawTerminal = z.strictObject({ terminal: id, why: text(500) });
/** What a device says of itself when it asks for its code; the code's digest is made by whoever listens to it. */
export const OfferTerminalCode = z.strictObject({
  number,
  plate: z.string().max(30),
  maker: z.string().max(60),
  model: z.string().max(60),
  codeMac: z.string().max(300),
});

export const AdmitTerminal = z.strictObject({ number });

// ---- Positions -------------------------------------------------------------------------------------------------------------------

/** One fix in the terminal's own datum. Only place and time are asked for. */
export const Position = z.strictObject({
  at: instant,
  latitude,
  longitude,
  speedKmh: z.number().min(0).max(3_000).optional(),
  direction: z.number().min(0).max(360).optional(),
  altitudeM: z.number().min(-1_000).max(20_000).optional(),
  accuracyM: z.number().min(0).max(30_000).optional(),
  mileageKm: z.number().min(0).max(200_000_000).optional(),
  fuelL: z.number().min(0).max(3_000).optional(),
  ignition: z.boolean().optional(),
  /** False: the receiver has no fix and repeats the last place. */
  fix: z.boolean().optional(),
  alarm: z.int().min(0).max(4_294_967_295).optional(),
});
export type Position = z.infer<typeof Position>;

/** Up to 10,000 positions in all. */
export const ReceivePositions = z
  .strictObject({
    terminals: z
      .array(z.strictObject({ number, positions: z.array(Position).min(1).max(10_000) }))
      .min(1)
      .max(2_000),
  })
  .refine(({ terminals }) => terminals.reduce((sum, { positions }) => sum + positions.length, 0) <= 10_000, {
    path: ['terminals'],
    message: 'at most 10,000 positions a batch',
  });
export type ReceivePositions = z.infer<typeof ReceivePositions>;

// ---- Fences, tracks, background --------------------------------------------------------------------------------------------------

export const Shape = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('circle'), latitude, longitude, radiusM: z.number().min(20).max(100_000) }),
  z.strictObject({
    kind: z.literal('polygon'),
    points: z
      .array(z.tuple([latitude, longitude]))
      .min(3)
      .max(200),
  }),
]);
export type Shape = z.infer<typeof Shape>;
const watch = {
  watches: oneOf(fenceWatches).default('always'),
  /** Minutes of the day, by Shanghai’s clock; a window that ends before it begins goes over midnight. */
  fromMinute: z.int().min(0).max(1_439).nullable().default(null),
  toMinute: z.int().min(0).max(1_440).nullable().default(null),
  /** How fast one may be inside before it is listed. */
  limitKmh: z.int().min(5).max(200).nullable().default(null),
};
const conditions = {
  /** For vehicles of these categories; empty, with no vehicle named: for all. */
  categories: z.array(Category).max(10).default([]),
  tells: oneOf(fenceTells).default('both'),
  stayMinutes: z.int().min(5).max(1_440).nullable().default(null),
};
export const DrawFence = z.strictObject({
  unit: id,
  name: text(60),
  use: FenceUse,
  shape: Shape,
  ...watch,
  ...conditions,
  /** And for these, by their plates. */
  plates: z.array(text(20)).max(200).default([]),
});
export const RemoveFence = z.strictObject({ fence: id, why: text(500) });

export const OpenTrack = z.strictObject({ trip: id });
export const BreakGlass = z.strictObject({
  vehicle: id,
  from: instant,
  to: instant,
  why: z.string().trim().min(5).max(500),
});

const lonLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]);
const properties = z.strictObject({
  kind: z.enum(['road', 'minor-road', 'water', 'green', 'built', 'border', 'place']),
  name: z.string().max(60).default(''),
});
/** A little of GeoJSON (RFC 7946): what a map of a city without tiles is drawn from. */
export const Feature = z.strictObject({
  type: z.literal('Feature'),
  properties,
  geometry: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('LineString'), coordinates: z.array(lonLat).min(2).max(2_000) }),
    z.strictObject({
      type: z.literal('Polygon'),
      coordinates: z.array(z.array(lonLat).min(4).max(2_000)).min(1).max(20),
    }),
    z.strictObject({ type: z.literal('Point'), coordinates: lonLat }),
  ]),
});
export type Feature = z.infer<typeof Feature>;
export const KeepBackground = z.strictObject({
  name: text(60),
  features: z.strictObject({ type: z.literal('FeatureCollection'), features: z.array(Feature).max(5_000) }),
});

// ---- Facts -----------------------------------------------------------------------------------------------------------------------

type Name = keyof typeof positionFacts extends `vehicles.${infer Rest}` ? Rest : never;
const fact = <Fields extends z.ZodRawShape>(name: Name, shape: Fields) =>
  factType(`vehicles.${name}`, { title: positionFacts[`vehicles.${name}`], body: z.strictObject(shape) });

export const TerminalRegistered = fact('TerminalRegistered', {
  vehicle: id,
  plate: z.string(),
  number,
  datum: Datum,
  maker: z.string(),
  model: z.string(),
  waitsUntil: instant,
});
export const TerminalCodeOffered = fact('TerminalCodeOffered', {
  vehicle: id,
  number,
  maker: z.string(),
  model: z.string(),
});
export const TerminalAdmitted = fact('TerminalAdmitted', { vehicle: id, number });
export const TerminalReopened = fact('TerminalReopened', { why: z.string(), waitsUntil: instant });
export const TerminalWithdrawn = fact('TerminalWithdrawn', { vehicle: id, why: z.string() });
export const PositionsReceived = fact('PositionsReceived', {
  vehicles: z.int(),
  positions: z.int(),
  aside: z.int(),
  from: instant,
  to: instant,
});
export const FenceDrawn = fact('FenceDrawn', {
  name: z.string(),
  use: FenceUse,
  shape: Shape,
  ...watch,
  ...conditions,
  vehicles: z.array(id).default([]),
});
export const FenceRemoved = fact('FenceRemoved', { why: z.string() });
const crossing = { fence: id, name: z.string(), plate: z.string(), at: instant };
export const FenceEntered = fact('FenceEntered', crossing);
export const FenceLeft = fact('FenceLeft', crossing);
export const FenceStayed = fact('FenceStayed', { ...crossing, minutes: z.int() });
const viewed = {
  viewing: id,
  vehicle: id,
  plate: z.string(),
  from: instant,
  to: instant.nullable(),
  closesAt: instant,
};
export const TrackOpened = fact('TrackOpened', { ...viewed, trip: id, ground: Ground });
export const GlassBroken = fact('GlassBroken', { ...viewed, why: z.string(), told: z.array(id) });
export const BackgroundKept = fact('BackgroundKept', { name: z.string(), features: z.int() });
