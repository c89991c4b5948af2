import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { areaM2, day, id, oneOf, text, version } from '../contract.ts';
import { allocationFactWords, allocationStates, needSources, zoneNeeds } from './words.zh.ts';

/** 统筹配置: inputs, facts and answers. Areas are usable square metres; costs are square metres' worth. */

export const AllocationState = oneOf(allocationStates);
export type AllocationState = z.infer<typeof AllocationState>;
export const ZoneNeed = oneOf(zoneNeeds);
export const NeedSource = oneOf(needSources);
export type NeedSource = z.infer<typeof NeedSource>;

const searchSeconds = z.int().min(1).max(600);
const words = z.strictObject({ zh: z.string(), en: z.string() });

export const StartAllocation = z.strictObject({
  /** Rooms and units at it and below. */
  unit: id,
  title: text(100),
  /** Empty: all of the unit and below. */
  buildings: z.array(id).max(200).default([]),
  /** κ; the standard’s where it is not said. */
  surplusCap: z.number().min(1).max(3).nullable().default(null),
  seconds: searchSeconds.default(50),
  /** Units that wish to share a building. */
  near: z
    .array(z.strictObject({ unit: id, other: id }))
    .max(200)
    .default([]),
  zones: z
    .array(z.strictObject({ unit: id, zone: ZoneNeed }))
    .max(200)
    .default([]),
  /** Needs that are known better than by quota and posts. */
  needs: z
    .array(z.strictObject({ unit: id, needM2: areaM2 }))
    .max(200)
    .default([]),
  /** Rooms that stay with whoever has them. */
  fixed: z.array(id).max(2_000).default([]),
});
export const SearchAgain = z.strictObject({
  allocation: id,
  version,
  seconds: searchSeconds.default(50),
  /** Rooms placed by hand stay as they were placed. */
  keepByHand: z.boolean().default(true),
});
export const StopAllocation = z.strictObject({ allocation: id });
export const EditAllocation = z.strictObject({ allocation: id, version, room: id, unit: id.nullable() });
export const DropAllocation = z.strictObject({ allocation: id, version, why: text(500) });
export const ApplyAllocation = z.strictObject({ allocation: id, version, paper: text(200), from: day });

const Part = z.number();
export const Cost = z.strictObject({
  usedM2: Part,
  lacking: Part,
  floors: Part,
  moves: Part,
  apart: Part,
  emptyFloors: Part,
  sum: Part,
});
/** What a search says of itself. */
export const Found = z.strictObject({
  cost: z.number(),
  bound: z.number().nullable(),
  gap: z.number().nullable(),
  cutShort: z.boolean(),
  byFloors: z.boolean(),
  seconds: z.number(),
  /** What it costs to keep units together: against the best plan that does not ask for it; null where it was not found. */
  compactness: z.number().nullable(),
  lacks: z.array(z.strictObject({ unit: id, obstacle: z.string(), words })),
});
export type Found = z.infer<typeof Found>;
export const KeepAllocation = z.strictObject({
  allocation: id,
  turn: z.int(),
  found: Found,
  placing: z.array(z.strictObject({ room: id, unit: id })).max(5_000),
});

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof allocationFactWords, shape: Shape) =>
  factType(name, { title: allocationFactWords[name], body: z.strictObject(shape) });
export const AskedUnit = z.strictObject({
  id,
  name: z.string(),
  needM2: z.number(),
  source: NeedSource,
  people: z.int(),
  zone: ZoneNeed,
  near: z.array(id),
});
export type AskedUnit = z.infer<typeof AskedUnit>;
export const AllocationStarted = fact('space.AllocationStarted', {
  title: z.string(),
  surplusCap: z.number(),
  seconds: searchSeconds,
  units: z.array(AskedUnit),
  rooms: z.int(),
});
export const AllocationFound = fact('space.AllocationFound', { turn: z.int(), found: Found, changing: z.int() });
export const AllocationStopped = fact('space.AllocationStopped', { turn: z.int() });
export const AllocationResearched = fact('space.AllocationResearched', {
  turn: z.int(),
  seconds: searchSeconds,
  keepByHand: z.boolean(),
});
export const AllocationEdited = fact('space.AllocationEdited', {
  room: id,
  number: z.string(),
  was: id.nullable(),
  to: id.nullable(),
});
export const AllocationDropped = fact('space.AllocationDropped', { why: z.string() });
export const AllocationApplied = fact('space.AllocationApplied', { paper: z.string(), from: day, rooms: z.int() });

const Place = z.strictObject({
  givenM2: z.number(),
  shortM2: z.number(),
  overM2: z.number(),
  rooms: z.int(),
  floors: z.int(),
  newRooms: z.int(),
  leftRooms: z.int(),
  movers: z.number(),
});
export type AllocationAnswer = z.infer<typeof AllocationAnswer>;
export const AllocationAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  title: z.string(),
  state: AllocationState,
  surplusCap: z.number(),
  seconds: z.int(),
  turns: z.int(),
  askedAt: z.string(),
  madeName: z.string(),
  paper: z.string(),
  from: day.nullable(),
  why: z.string(),
  version,
  found: Found.nullable(),
  today: Cost,
  plan: Cost.nullable(),
  units: z.array(
    z.strictObject({
      id,
      name: z.string(),
      needM2: z.number(),
      source: NeedSource,
      people: z.int(),
      zone: ZoneNeed,
      near: z.array(z.string()),
      today: Place,
      plan: Place.nullable(),
    }),
  ),
  floors: z.array(
    z.strictObject({
      id,
      building: z.string(),
      name: z.string(),
      rooms: z.array(
        z.strictObject({
          id,
          number: z.string(),
          areaM2: z.number(),
          zone: z.string(),
          today: id.nullable(),
          plan: id.nullable(),
          fixed: z.boolean(),
          byHand: z.boolean(),
        }),
      ),
    }),
  ),
  /** Rules that the plan does not keep, as it stands now. */
  broken: z.array(z.strictObject({ rule: z.string(), unit: id, room: id.nullable(), words })),
  emptied: z.array(z.string()),
  apart: z.array(z.strictObject({ unit: z.string(), other: z.string() })),
  /** People whose room changes hands, and where each could sit. */
  reseat: z.array(
    z.strictObject({
      person: id,
      name: z.string(),
      unitName: z.string(),
      room: z.string(),
      to: z.string().nullable(),
      toRoom: id.nullable(),
    }),
  ),
});
