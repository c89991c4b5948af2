import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { areaM2, day, id, maybe, oneOf, text, version } from '../contract.ts';
import {
  buildingForms,
  buildingStates,
  landHeld,
  ledgerFactWords,
  roomStates,
  roomUses,
  structures,
  tenureKinds,
  zones,
} from './words.zh.ts';

/** Land, buildings, floors and rooms, and whose a room is: inputs and facts. */

export const RoomUse = oneOf(roomUses);
export const RoomState = oneOf(roomStates);
export const BuildingForm = oneOf(buildingForms);
export const BuildingState = oneOf(buildingStates);
export const Structure = oneOf(structures);
export const Zone = oneOf(zones);
export const TenureKind = oneOf(tenureKinds);
export type RoomState = z.infer<typeof RoomState>;
export type TenureKind = z.infer<typeof TenureKind>;

/** Words that may be empty; without a default, so that a change that leaves them out leaves them as they were. */
const said = (longest: number) => z.string().trim().max(longest);
const where = {
  longitude: z.number().min(-180).max(180).nullable(),
  latitude: z.number().min(-90).max(90).nullable(),
};
export const DescribedSite = z.strictObject({
  name: text(100),
  address: said(200),
  areaM2: areaM2.nullable(),
  held: oneOf(landHeld),
  ...where,
  note: said(500),
});
export type DescribedSite = z.infer<typeof DescribedSite>;
const noPlace = { longitude: where.longitude.default(null), latitude: where.latitude.default(null) };
export const RegisterSite = DescribedSite.extend({
  unit: id,
  address: maybe(200),
  note: maybe(500),
  areaM2: areaM2.nullable().default(null),
  ...noPlace,
});
export const ChangeSite = DescribedSite.partial().extend({ site: id, version });

export const DescribedBuilding = z.strictObject({
  name: text(100),
  site: id.nullable(),
  address: said(200),
  form: BuildingForm,
  structure: Structure,
  builtYear: z.int().min(1800).max(2100).nullable(),
  /** 建筑面积 */
  grossAreaM2: areaM2.nullable(),
  valueFen: z.int().min(0).max(100_000_000_000_000).nullable(),
  ...where,
  /** The building of the energy office whose meters stand in it. */
  energyBuilding: id.nullable(),
  note: said(500),
});
export type DescribedBuilding = z.infer<typeof DescribedBuilding>;
export const RegisterBuilding = DescribedBuilding.extend({
  unit: id,
  address: maybe(200),
  note: maybe(500),
  site: id.nullable().default(null),
  structure: Structure.default('other'),
  builtYear: DescribedBuilding.shape.builtYear.default(null),
  grossAreaM2: areaM2.nullable().default(null),
  valueFen: DescribedBuilding.shape.valueFen.default(null),
  ...noPlace,
  energyBuilding: id.nullable().default(null),
});
export const ChangeBuilding = DescribedBuilding.partial().extend({
  building: id,
  version,
  state: z.enum(['in-use', 'under-repair']).optional(),
});
export const DisposeBuilding = z.strictObject({ building: id, version, day, paper: text(200), why: text(500) });

/** 1 is the ground floor, -1 the first below it; there is no 0. */
export const floorNumber = z
  .int()
  .min(-20)
  .max(200)
  .refine((number) => number !== 0);
export const RegisterFloor = z.strictObject({ building: id, number: floorNumber, name: maybe(50) });

const insideM2 = z.number().min(0).max(1_000);
export const DescribedRoom = z.strictObject({
  number: text(30),
  name: said(100),
  use: RoomUse,
  /** 使用面积 */
  areaM2,
  toiletM2: insideM2,
  restM2: insideM2,
  /** Walls that cannot be moved: its surplus is told apart. */
  bound: z.boolean(),
  zone: Zone,
  note: said(500),
});
export type DescribedRoom = z.infer<typeof DescribedRoom>;
/** Whose a room becomes, from which day, by which paper. */
const Allotment = z.strictObject({
  unit: id,
  from: day,
  kind: z.enum(['allotted', 'lent']).default('allotted'),
  paper: maybe(200),
});
/** A building by its id, or by its unit and name as a sheet knows it. */
const whichBuilding = z.union([id, z.strictObject({ unit: id, name: text(100) })]);
export const RegisterRoom = DescribedRoom.extend({
  name: maybe(100),
  note: maybe(500),
  building: whichBuilding,
  /** Made where the building has none of this number yet. */
  floor: floorNumber,
  use: RoomUse.default('office'),
  toiletM2: insideM2.default(0),
  restM2: insideM2.default(0),
  bound: z.boolean().default(false),
  zone: Zone.default('open'),
  allot: Allotment.nullable().default(null),
});
export const ChangeRoom = DescribedRoom.partial().extend({
  room: id,
  version,
  state: z.enum(['in-use', 'vacant', 'under-repair']).optional(),
});
export const AllotRoom = z.strictObject({
  room: id,
  version,
  unit: id,
  from: day,
  kind: TenureKind.default('allotted'),
  paper: text(200),
});
export const SplitRoom = z.strictObject({
  room: id,
  version,
  /** The first part stays the room that it was. */
  parts: z
    .array(z.strictObject({ number: text(30), areaM2, use: RoomUse }))
    .min(2)
    .max(20),
  why: text(500),
});
export const MergeRooms = z.strictObject({
  /** Takes the others' area in and stays. */
  room: id,
  version,
  others: z.array(id).min(1).max(20),
  why: text(500),
});

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof ledgerFactWords, shape: Shape) =>
  factType(name, { title: ledgerFactWords[name], body: z.strictObject(shape) });
export const SiteRegistered = fact('space.SiteRegistered', DescribedSite.shape);
export const SiteChanged = fact('space.SiteChanged', DescribedSite.shape);
export const BuildingRegistered = fact('space.BuildingRegistered', DescribedBuilding.shape);
export const BuildingChanged = fact('space.BuildingChanged', {
  ...DescribedBuilding.shape,
  state: BuildingState,
});
export const BuildingDisposed = fact('space.BuildingDisposed', { day, paper: z.string(), why: z.string() });
export const FloorRegistered = fact('space.FloorRegistered', { building: id, number: floorNumber, name: z.string() });
export const RoomRegistered = fact('space.RoomRegistered', { ...DescribedRoom.shape, building: id, floor: id });
export const RoomChanged = fact('space.RoomChanged', { ...DescribedRoom.shape, state: RoomState });
/** The unit of the fact is the one that has the room from that day on. */
export const RoomAllotted = fact('space.RoomAllotted', {
  was: id,
  from: day,
  kind: TenureKind,
  paper: z.string(),
});
export const RoomSplit = fact('space.RoomSplit', {
  number: z.string(),
  areaM2: z.number(),
  use: RoomUse,
  into: z.array(z.strictObject({ id, number: z.string(), areaM2: z.number(), use: RoomUse })),
  why: z.string(),
});
export const RoomsMerged = fact('space.RoomsMerged', { areaM2: z.number(), others: z.array(id), why: z.string() });
