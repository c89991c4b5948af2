import { type Context, inScope, sql, type Tx } from '@opengoa/kernel';
import { basisOf, leftOf, ownBuildings } from './basis-of.ts';
import { type FittedRoom, fitRooms, type Spot, type VacantRoom } from './fit-rooms.ts';
import type { RoomRequest } from './request.ts';

interface VacantRow extends Omit<VacantRoom, 'spot'> {
  readonly longitude: number | null;
  readonly latitude: number | null;
}

const spotOf = ({ longitude, latitude }: Pick<VacantRow, 'longitude' | 'latitude'>): Spot | null =>
  longitude === null || latitude === null ? null : { longitude, latitude };

/** The vacant rooms that whoever asks may see, beside what a request needs. */
export async function vacantFor(
  tx: Tx,
  request: Pick<RoomRequest, 'unit' | 'needM2' | 'group' | 'zone' | 'building'>,
  context: Context,
): Promise<{ readonly rooms: FittedRoom[]; readonly leftM2: number | null }> {
  const basis = await basisOf(tx, request.unit, context);
  const rows = await tx.rows<VacantRow>(sql`
    select v.id, v.number, v.building_id as building, v.building as "buildingName", v.floor, v.use_group as "group", v.area_m2::float8 as "areaM2", v.zone,
           v.longitude::float8 as longitude, v.latitude::float8 as latitude
      from space_read.vacancy_v1 v where ${inScope(context, ['space-clerk'], 'v.unit_id')} order by v.building, v.number limit 5000`);
  const own = await ownBuildings(tx, request.unit);
  const leftM2 = leftOf(basis, request.group);
  const rooms = fitRooms(
    rows.map(({ longitude, latitude, ...row }) => ({ ...row, spot: spotOf({ longitude, latitude }) })),
    {
      needM2: request.needM2,
      group: request.group,
      zone: request.zone,
      building: request.building,
      own: own.map(({ id }) => id),
      ownSpots: own.flatMap((each) => spotOf(each) ?? []),
      leftM2,
    },
  );
  return { rooms, leftM2 };
}
