import { z } from 'zod';
import { day, id, version } from '../contract.ts';
import { BuildingState, DescribedBuilding, DescribedRoom, RoomState, TenureKind } from './contract.ts';
import { useGroups } from './words.zh.ts';

/** What the ledger answers. Areas in square metres of usable area. */

const m2 = z.number();
const group = z.enum(Object.keys(useGroups) as [keyof typeof useGroups]);

export const BuildingAnswer = z.strictObject({
  ...DescribedBuilding.shape,
  id,
  unit: id,
  unitName: z.string(),
  siteName: z.string().nullable(),
  state: BuildingState,
  version,
  rooms: z.int(),
  usableM2: m2,
  vacant: z.int(),
  vacantM2: m2,
  people: z.int(),
  floors: z.array(
    z.strictObject({
      id,
      number: z.int(),
      name: z.string(),
      rooms: z.int(),
      areaM2: m2,
      vacant: z.int(),
      people: z.int(),
    }),
  ),
  /** Rooms by the group that the standard counts them in. */
  groups: z.array(z.strictObject({ group, rooms: z.int(), areaM2: m2 })),
  /** Who has how much of it. */
  units: z.array(z.strictObject({ unit: id, name: z.string(), rooms: z.int(), areaM2: m2 })),
});

export const Tenures = z.array(
  z.strictObject({
    unit: id,
    unitName: z.string(),
    from: day,
    toExclusive: day.nullable(),
    kind: TenureKind,
    paper: z.string(),
  }),
);

export const RoomAnswer = z.strictObject({
  ...DescribedRoom.shape,
  id,
  unit: id,
  unitName: z.string(),
  building: id,
  buildingName: z.string(),
  floor: id,
  floorNumber: z.int(),
  drawnAreaM2: m2.nullable(),
  state: RoomState,
  version,
  /** The day that it is told as of, and the house’s own. */
  day,
  today: day,
  /** Whose it was on that day. */
  heldBy: z.strictObject({ unit: id, unitName: z.string() }),
  tenures: Tenures,
  /** Cards of the assets office that stand in it today. */
  assets: z.array(z.strictObject({ id, number: z.string(), name: z.string(), quantity: z.int(), state: z.string() })),
  /** Meters of the energy building that stands for this one. */
  meters: z.array(z.strictObject({ id, name: z.string(), carrier: z.string() })),
});
export type RoomAnswer = z.infer<typeof RoomAnswer>;
