import { dayOf } from '@opengoa/kernel/calendar';
import { empty, type Id, saves, searchPieces, sql, type Sql, type Tx } from '@opengoa/kernel';
import { recordedBefore } from '../known-before.ts';
import { BuildingChanged, BuildingRegistered, CalendarKept, ChangeDeclared } from './contract.ts';
import { addSize, keepFirstSize } from '../sizes/size-store.ts';
import type { Building } from './building.ts';

const columns = sql`
  id, unit_id as unit, name, use, area_m2 as "areaM2", floors, built_year as "builtYear", people, station, calendar,
  work_from_hour as "workFromHour", work_to_hour as "workToHour", night_loads as "nightLoads", note, version`;

export const findBuilding = (tx: Tx, id: Id) =>
  tx.one<Building>(sql`select ${columns} from energy.building where id = ${id}`);
export const findBuildingNamed = (tx: Tx, { unit, name }: { readonly unit: Id; readonly name: string }) =>
  tx.one<Building>(sql`select ${columns} from energy.building where unit_id = ${unit} and name = ${name}`);
export const lockBuilding = (tx: Tx, id: Id) =>
  tx.one<Building>(sql`select ${columns} from energy.building where id = ${id} for update`);
export const buildingsWhere = (tx: Tx, condition: Sql) =>
  tx.rows<Building>(sql`select ${columns} from energy.building where ${condition} order by name, id`);

/** A building of the unit that has this name, other than the one given. */
export const isNameTaken = async (tx: Tx, unit: Id, name: string, other: Id | null = null): Promise<boolean> =>
  (
    await tx.rows(sql`
      select 1 from energy.building where unit_id = ${unit} and name = ${name} and (${other}::uuid is null or id <> ${other}::uuid)`)
  ).length > 0;

export interface DeclaredChange {
  readonly building: Id;
  readonly day: string;
  readonly kind: string;
  readonly what: string;
}

/** @param knownBefore declared before this instant: a change bears the id of the fact that declared it */
export const changesOf = (tx: Tx, buildings: readonly Id[], knownBefore?: Date) =>
  tx.rows<DeclaredChange>(sql`
    select building_id as building, day, kind, what from energy.change where building_id = any (${[...buildings]}::uuid[]) ${
      knownBefore
        ? sql`and exists (select from kernel.fact f where (f.node_id, f.id) = (energy.change.node_id, energy.change.id) and ${recordedBefore(knownBefore)})`
        : empty
    } order by day desc, id`);

const searchOf = ({ name, note }: Pick<Building, 'name' | 'note'>) => searchPieces(name, note);

export const buildingSaves = [
  saves(BuildingRegistered, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into energy.building (id, unit_id, name, use, area_m2, floors, built_year, people, station, calendar, work_from_hour, work_to_hour,
                                   night_loads, note, search)
      values (${object.id}, ${unit}, ${body.name}, ${body.use}, ${body.areaM2}, ${body.floors}, ${body.builtYear}, ${body.people}, ${body.station},
              ${body.calendar}, ${body.workFromHour}, ${body.workToHour}, ${body.nightLoads}, ${body.note}, ${searchOf(body)})`),
  ),
  saves(BuildingChanged, async (tx, { object, unit, body }, { now }) => {
    const was = await findBuilding(tx, object.id);
    if (was.areaM2 !== body.areaM2 || was.people !== body.people) {
      const { areaM2, people } = body;
      await keepFirstSize(tx, object.id, now);
      await addSize(tx, { building: object.id, unit, from: dayOf(now), areaM2, people, document: '' }, now);
    }
    await tx.run(sql`
      update energy.building
         set name = ${body.name}, use = ${body.use}, area_m2 = ${body.areaM2}, floors = ${body.floors}, built_year = ${body.builtYear},
             people = ${body.people}, station = ${body.station}, calendar = ${body.calendar}, work_from_hour = ${body.workFromHour},
             work_to_hour = ${body.workToHour}, night_loads = ${body.nightLoads}, note = ${body.note}, search = ${searchOf(body)},
             version = version + 1
       where id = ${object.id}`);
  }),
  saves(ChangeDeclared, (tx, { id, object, unit, body }) =>
    tx.run(sql`
      insert into energy.change (id, unit_id, building_id, day, kind, what)
      values (${id}, ${unit}, ${object.id}, ${body.day}, ${body.kind}, ${body.what})`),
  ),
  saves(CalendarKept, (tx, { body }) =>
    tx.run(sql`
      insert into energy.calendar_day (calendar, day, kind)
      select ${body.calendar}, d.day, d.kind
        from unnest(${body.days.map((each) => each.day)}::date[], ${body.days.map((each) => each.kind)}::text[]) d (day, kind)
      on conflict (node_id, calendar, day) do update set kind = excluded.kind`),
  ),
];
