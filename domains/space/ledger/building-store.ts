import { type Id, saves, searchPieces, sql, type Sql, type Tx } from '@opengoa/kernel';
import {
  BuildingChanged,
  BuildingDisposed,
  BuildingRegistered,
  FloorRegistered,
  SiteChanged,
  SiteRegistered,
} from './contract.ts';
import type { Building, Floor, Site } from './premises.ts';

const siteColumns = sql`id, unit_id as unit, name, address, area_m2 as "areaM2", held, longitude, latitude, note, version`;
const buildingColumns = sql`
  id, unit_id as unit, site_id as site, name, address, form, structure, built_year as "builtYear", gross_area_m2 as "grossAreaM2",
  value_fen as "valueFen", longitude, latitude, energy_building_id as "energyBuilding", state, note, version`;
const floorColumns = sql`id, unit_id as unit, building_id as building, number, name`;

export const lockSite = (tx: Tx, id: Id) =>
  tx.one<Site>(sql`select ${siteColumns} from space.site where id = ${id} for update`);
export const findBuilding = (tx: Tx, id: Id) =>
  tx.one<Building>(sql`select ${buildingColumns} from space.building where id = ${id}`);
export const findBuildingNamed = (tx: Tx, { unit, name }: { readonly unit: Id; readonly name: string }) =>
  tx.one<Building>(sql`select ${buildingColumns} from space.building where unit_id = ${unit} and name = ${name}`);
export const lockBuilding = (tx: Tx, id: Id) =>
  tx.one<Building>(sql`select ${buildingColumns} from space.building where id = ${id} for update`);
export const buildingsWhere = (tx: Tx, condition: Sql) =>
  tx.rows<Building>(sql`select ${buildingColumns} from space.building where ${condition} order by name, id`);
export const findFloor = (tx: Tx, building: Id, number: number) =>
  tx.maybe<Floor>(sql`select ${floorColumns} from space.floor where building_id = ${building} and number = ${number}`);
export const floorsOf = (tx: Tx, building: Id) =>
  tx.rows<Floor>(sql`select ${floorColumns} from space.floor where building_id = ${building} order by number desc`);

/** A site or a building of the unit that has this name, other than the one given. */
export const isSiteNameTaken = async (tx: Tx, unit: Id, name: string, other: Id | null = null): Promise<boolean> =>
  (
    await tx.rows(
      sql`select 1 from space.site where unit_id = ${unit} and name = ${name} and id is distinct from ${other}::uuid`,
    )
  ).length > 0;
export const isBuildingNameTaken = async (tx: Tx, unit: Id, name: string, other: Id | null = null): Promise<boolean> =>
  (
    await tx.rows(
      sql`select 1 from space.building where unit_id = ${unit} and name = ${name} and id is distinct from ${other}::uuid`,
    )
  ).length > 0;

const searchOf = ({ name, address, note }: Pick<Building, 'name' | 'address' | 'note'>) =>
  searchPieces(name, address, note);

export const buildingSaves = [
  saves(SiteRegistered, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into space.site (id, unit_id, name, address, area_m2, held, longitude, latitude, note, search)
      values (${object.id}, ${unit}, ${body.name}, ${body.address}, ${body.areaM2}, ${body.held}, ${body.longitude}, ${body.latitude}, ${body.note},
              ${searchOf(body)})`),
  ),
  saves(SiteChanged, (tx, { object, body }) =>
    tx.run(sql`
      update space.site set name = ${body.name}, address = ${body.address}, area_m2 = ${body.areaM2}, held = ${body.held},
             longitude = ${body.longitude}, latitude = ${body.latitude}, note = ${body.note}, search = ${searchOf(body)}, version = version + 1
       where id = ${object.id}`),
  ),
  saves(BuildingRegistered, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into space.building (id, unit_id, site_id, name, address, form, structure, built_year, gross_area_m2, value_fen, longitude, latitude,
                                  energy_building_id, note, search)
      values (${object.id}, ${unit}, ${body.site}, ${body.name}, ${body.address}, ${body.form}, ${body.structure}, ${body.builtYear},
              ${body.grossAreaM2}, ${body.valueFen}, ${body.longitude}, ${body.latitude}, ${body.energyBuilding}, ${body.note}, ${searchOf(body)})`),
  ),
  saves(BuildingChanged, (tx, { object, body }) =>
    tx.run(sql`
      update space.building
         set site_id = ${body.site}, name = ${body.name}, address = ${body.address}, form = ${body.form}, structure = ${body.structure},
             built_year = ${body.builtYear}, gross_area_m2 = ${body.grossAreaM2}, value_fen = ${body.valueFen}, longitude = ${body.longitude},
             latitude = ${body.latitude}, energy_building_id = ${body.energyBuilding}, state = ${body.state}, note = ${body.note},
             search = ${searchOf(body)}, version = version + 1
       where id = ${object.id}`),
  ),
  saves(BuildingDisposed, async (tx, { object, body }) => {
    await tx.run(sql`update space.building set state = 'disposed', version = version + 1 where id = ${object.id}`);
    await tx.run(sql`
      update space.tenure set to_day = greatest(${body.day}::date, from_day + 1)
       where to_day is null and room_id in (select id from space.room where building_id = ${object.id})`);
    await tx.run(
      sql`update space.room set state = 'disposed', version = version + 1 where building_id = ${object.id} and state <> 'disposed'`,
    );
  }),
  saves(FloorRegistered, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into space.floor (id, unit_id, building_id, number, name)
      values (${object.id}, ${unit}, ${body.building}, ${body.number}, ${body.name})`),
  ),
];
