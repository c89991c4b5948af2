import { type Id, newId, saves, sql, type Tx } from '@opengoa/kernel';
import { attachFiles } from '@opengoa/kernel/files';
import { MeterPlaced, MeterUnplaced, PlanTaken } from './contract.ts';
import type { LedgerRoom, MatchedShape } from './match-plan.ts';
import type { Outline } from './outline.ts';

export interface Floor {
  readonly id: Id;
  readonly unit: Id;
  readonly building: Id;
  readonly buildingName: string;
  readonly number: number;
  readonly name: string;
}

const columns = sql`f.id, f.unit_id as unit, f.building_id as building, b.name as "buildingName", f.number, f.name`;
const floors = sql`space.floor f join space.building b on (b.node_id, b.id) = (f.node_id, f.building_id)`;
export const findFloor = (tx: Tx, id: Id) => tx.one<Floor>(sql`select ${columns} from ${floors} where f.id = ${id}`);
export const lockFloor = (tx: Tx, id: Id) =>
  tx.one<Floor>(sql`select ${columns} from ${floors} where f.id = ${id} for update of f`);

/** Rooms of a floor that still are rooms, as far as the asker's right reaches. */
export const roomsOfFloor = (tx: Tx, floor: Id) =>
  tx.rows<LedgerRoom & { readonly unit: Id }>(sql`
    select id, unit_id as unit, number, name, area_m2::float8 as "areaM2" from space.room
     where floor_id = ${floor} and state <> 'disposed' order by number, id`);

/** The number of the next plan of a floor. */
export const nextPlan = async (tx: Tx, floor: Id): Promise<number> =>
  (
    await tx.one<{ next: number }>(
      sql`select coalesce(max(number), 0)::int + 1 as next from space.floor_plan where floor_id = ${floor}`,
    )
  ).next;

export interface DrawnRow {
  readonly layer: string;
  readonly label: string;
  readonly outline: Outline;
}

/** The shapes of a plan: too many corners for a fact, so they are written beside it. */
export async function keepShapes(
  tx: Tx,
  {
    unit,
    plan,
    shapes,
    matched,
  }: {
    readonly unit: Id;
    readonly plan: Id;
    readonly shapes: readonly DrawnRow[];
    readonly matched: readonly MatchedShape[];
  },
): Promise<void> {
  const rows = matched.map(({ shape, room, areaM2, differenceM2, toleranceM2 }) => ({
    ...shapes[shape]!,
    id: newId(),
    room,
    areaM2,
    differenceM2,
    toleranceM2,
  }));
  await tx.run(sql`
    insert into space.shape (id, unit_id, plan_id, room_id, layer, label, outline, area_m2, difference_m2, tolerance_m2)
    select r.id, ${unit}, ${plan}, r.room, r.layer, r.label, r.outline, r."areaM2", r."differenceM2", r."toleranceM2"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as r (id uuid, room uuid, layer text, label text, outline jsonb, "areaM2" numeric, "differenceM2" numeric, "toleranceM2" numeric)`);
}

export interface MeterPlace {
  readonly id: Id;
  readonly unit: Id;
  readonly meter: Id;
  readonly floor: Id;
  readonly room: Id | null;
  readonly from: string;
  readonly to: string | null;
  readonly version: number;
}

const placeColumns = sql`id, unit_id as unit, meter_id as meter, floor_id as floor, room_id as room, from_day as "from", to_day as "to", version`;
export const lockMeterPlace = (tx: Tx, id: Id) =>
  tx.one<MeterPlace>(sql`select ${placeColumns} from space.meter_place where id = ${id} for update`);
/** Where a meter stands now, in words. */
export const openPlaceOf = (tx: Tx, meter: Id) =>
  tx.maybe<{ from: string; where: string }>(sql`
    select p.from_day as "from", concat_ws(' ', p.building, p.floor || 'F', p.room) as "where"
      from space_read.meter_place_v1 p where p.meter_id = ${meter} and p.to_day is null limit 1`);

export const planSaves = [
  saves(PlanTaken, async (tx, { object, unit, body }, { actor, now }) => {
    await tx.run(
      sql`update space.floor_plan set replaced_at = ${now} where floor_id = ${object.id} and replaced_at is null`,
    );
    await tx.run(sql`
      insert into space.floor_plan (id, unit_id, floor_id, number, source, file_name, file_id, layers, matched, unmatched, missing, differing, taken_name, taken_at)
      values (${body.plan}, ${unit}, ${object.id}, ${body.number}, ${body.source}, ${body.fileName}, ${body.file}, ${[...body.layers]}::text[],
              ${body.drawn.length}, ${body.unmatched}, ${body.missing}, ${body.differing}, ${actor.name}, ${now})`);
    // A room that the new plan does not show was not measured by it.
    await tx.run(sql`
      update space.room r set drawn_area_m2 = d.area, version = r.version + 1
        from (select o.id, n.area from space.room o
                left join unnest(${body.drawn.map(({ room }) => room)}::uuid[], ${body.drawn.map(({ areaM2 }) => areaM2)}::numeric[]) n (id, area) on n.id = o.id
               where o.floor_id = ${object.id}) d
       where d.id = r.id and r.drawn_area_m2 is distinct from d.area`);
    if (body.file !== null) await attachFiles(tx, { kind: 'space.floor-plan', id: body.plan }, [body.file]);
  }),
  saves(MeterPlaced, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into space.meter_place (id, unit_id, meter_id, floor_id, room_id, from_day, paper)
      values (${object.id}, ${unit}, ${body.meter}, ${body.floor}, ${body.room}, ${body.from}, ${body.paper})`),
  ),
  saves(MeterUnplaced, (tx, { object, body }) =>
    tx.run(sql`update space.meter_place set to_day = ${body.to}, version = version + 1 where id = ${object.id}`),
  ),
];
