import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, maybe, oneOf, text, version } from '../contract.ts';
import { planFactWords, planSources } from './words.zh.ts';

/** 平面图与表计位置: inputs, facts and answers. Lengths in metres, areas in square metres. */

const metres = z.number().min(-5_000).max(5_000);
/** x, y, and the bulge of the edge that follows where it is an arc. */
const Corner = z.union([
  z.tuple([metres, metres]).readonly(),
  z.tuple([metres, metres, z.number().min(-1_000).max(1_000)]).readonly(),
]);
const Ring = z.array(Corner).min(2).max(500);
export const Outline = z.array(Ring).min(1).max(51);

/** A shape as the page read it from the file; its area is reckoned here, not taken. */
const TakenShape = z.strictObject({ layer: maybe(80), label: maybe(200), outline: Outline });

export const TakePlan = z
  .strictObject({
    floor: id,
    source: oneOf(planSources),
    fileName: text(200),
    /** The file, brought by the upload point `space.plan-file`. */
    file: id.nullable().default(null),
    shapes: z.array(TakenShape).min(1).max(500),
  })
  .refine(({ shapes }) => shapes.flatMap(({ outline }) => outline.flat()).length <= 20_000, {
    path: ['shapes'],
    message: 'at most 20,000 corners',
  });
export const PlaceMeter = z.strictObject({
  meter: id,
  floor: id,
  /** Left out: it meters the floor. */
  room: id.nullable().default(null),
  from: day,
  paper: maybe(200),
});
export const UnplaceMeter = z.strictObject({ place: id, version, to: day });

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof planFactWords, shape: Shape) =>
  factType(name, { title: planFactWords[name], body: z.strictObject(shape) });
/** The shapes themselves stand in their table: this says what they changed. */
export const PlanTaken = fact('space.PlanTaken', {
  plan: id,
  number: z.int(),
  source: oneOf(planSources),
  fileName: z.string(),
  file: id.nullable(),
  layers: z.array(z.string()),
  /** Rooms and how large they are drawn. */
  drawn: z.array(z.strictObject({ room: id, areaM2: z.number() })),
  unmatched: z.int(),
  missing: z.int(),
  differing: z.int(),
});
export const MeterPlaced = fact('space.MeterPlaced', {
  meter: id,
  floor: id,
  room: id.nullable(),
  from: day,
  paper: z.string(),
});
export const MeterUnplaced = fact('space.MeterUnplaced', { meter: id, to: day });

const PlanRoom = z.strictObject({
  id,
  number: z.string(),
  name: z.string(),
  use: z.string(),
  state: z.string(),
  unit: id,
  unitName: z.string(),
  areaM2: z.number(),
  drawnM2: z.number().nullable(),
  people: z.int(),
  /** Above the sum of what its people may have; null where the standard of somebody is not known, or nobody sits in an office. */
  overM2: z.number().nullable(),
  /** Mean of the months read in the last twelve, kWh/m² a month, by the meters that stand in the room; null without one. */
  kwhPerM2Month: z.number().nullable(),
  monthsRead: z.int(),
  /** Yuan in fen for a square metre of the last whole year; null where a part is not known. */
  costFenPerM2: z.number().nullable(),
});
export type PlanRoom = z.infer<typeof PlanRoom>;

export const FloorPlanAnswer = z.strictObject({
  id,
  unit: id,
  building: id,
  buildingName: z.string(),
  number: z.int(),
  name: z.string(),
  rooms: z.array(PlanRoom),
  /** Null where the floor was never drawn. */
  plan: z
    .strictObject({
      id,
      number: z.int(),
      source: oneOf(planSources),
      fileName: z.string(),
      file: id.nullable(),
      takenName: z.string(),
      takenAt: z.iso.datetime(),
      shapes: z.array(
        z.strictObject({
          id,
          room: id.nullable(),
          layer: z.string(),
          label: z.string(),
          outline: Outline,
          areaM2: z.number(),
          differenceM2: z.number().nullable(),
          toleranceM2: z.number().nullable(),
        }),
      ),
    })
    .nullable(),
  /** Earlier and current plans, the latest first. */
  plans: z.array(
    z.strictObject({ id, number: z.int(), fileName: z.string(), takenName: z.string(), takenAt: z.iso.datetime() }),
  ),
  meters: z.array(
    z.strictObject({
      id,
      meter: id,
      name: z.string().nullable(),
      carrier: z.string().nullable(),
      room: id.nullable(),
      from: day,
    }),
  ),
  /** By how much two measurements of an area S may differ: root × √S + share × S. */
  tolerance: z.strictObject({ root: z.number(), share: z.number() }),
});
export type FloorPlanAnswer = z.infer<typeof FloorPlanAnswer>;

export const RoomOnPlanAnswer = z.strictObject({
  id,
  unit: id,
  people: z.array(z.strictObject({ person: id, name: z.string(), standing: z.string(), since: day })),
  assets: z.array(z.strictObject({ id, number: z.string(), name: z.string(), quantity: z.int(), state: z.string() })),
  meters: z.array(
    z.strictObject({
      meter: id,
      name: z.string(),
      carrier: z.string(),
      measure: z.string(),
      month: z.string().nullable(),
      amount: z.number().nullable(),
    }),
  ),
});
export type RoomOnPlanAnswer = z.infer<typeof RoomOnPlanAnswer>;
