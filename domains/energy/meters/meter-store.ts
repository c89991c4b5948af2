import { type Id, newId, saves, searchPieces, sql, type Sql, type Tx } from '@opengoa/kernel';
import { addPlace, keepFirstPlace } from '../tree/place-store.ts';
import { MeterChanged, MeterRegistered, MeterReplaced } from './contract.ts';
import { type Instrument, type Meter, toThousandths } from './meter.ts';

const columns = sql`
  id, unit_id as unit, building_id as building, name, carrier, measure, kind, use, parent_id as parent, reads, interval_minutes as "intervalMinutes",
  stamped, digits, valid_from as "validFrom", valid_to as "validTo", last_at as "lastAt", version`;

export const findMeter = (tx: Tx, id: Id) => tx.one<Meter>(sql`select ${columns} from energy.meter where id = ${id}`);
/** Locked until the act is over: readings of one meter are written one batch after the other, of many meters in the order of their ids. */
export const lockMeter = (tx: Tx, id: Id) =>
  tx.one<Meter>(sql`select ${columns} from energy.meter where id = ${id} for no key update`);
export const metersWhere = (tx: Tx, condition: Sql) =>
  tx.rows<Meter>(sql`select ${columns} from energy.meter where ${condition} order by name, id`);
export const lockMeters = (tx: Tx, ids: readonly Id[], keys: readonly string[]) =>
  tx.rows<Meter>(sql`
    select ${columns} from energy.meter
     where id = any (${[...ids]}::uuid[])
        or id in (select meter_id from energy.instrument where key = any (${[...keys]}::text[]) and to_at is null)
     order by id for no key update`);

/** A meter and everything above it in the tree. */
export const lineageOf = async (tx: Tx, id: Id | null): Promise<Id[]> =>
  id === null
    ? []
    : (
        await tx.rows<{ id: Id }>(sql`
          with recursive above as (
            select id, parent_id from energy.meter where id = ${id}
            union select m.id, m.parent_id from above a join energy.meter m on m.id = a.parent_id)
          select id from above`)
      ).map((each) => each.id);

/** Every instrument that stood at these meters, in the order of time. */
export const instrumentsOf = (tx: Tx, meters: readonly Id[]) =>
  tx.rows<Instrument>(sql`
    select id, meter_id as meter, key, multiplier, from_at as "from", to_at as "to", first_register as first, last_register as last
      from energy.instrument where meter_id = any (${[...meters]}::uuid[]) order by meter_id, from_at nulls first`);

export const isKeyTaken = async (tx: Tx, key: string | null): Promise<boolean> =>
  key !== null &&
  (
    await tx.rows(
      sql`select 1 from energy.instrument where energy.plain_key(key) = energy.plain_key(${key}) and to_at is null`,
    )
  ).length > 0;

const register = (value: number | null): number | null => (value === null ? null : toThousandths(value));

export const meterSaves = [
  saves(MeterRegistered, async (tx, { object, unit, body }) => {
    await tx.run(sql`
      insert into energy.meter (id, unit_id, building_id, name, carrier, measure, kind, use, parent_id, reads, interval_minutes, stamped, digits, valid_from,
                                search)
      values (${object.id}, ${unit}, ${body.building}, ${body.name}, ${body.carrier}, ${body.measure}, ${body.kind}, ${body.use ?? null}, ${body.parent}, ${body.reads},
              ${body.intervalMinutes}, ${body.stamped}, ${body.digits}, ${body.validFrom}, ${searchPieces(body.name, body.key)})`);
    await tx.run(sql`
      insert into energy.instrument (id, unit_id, meter_id, key, multiplier, first_register)
      values (${newId()}, ${unit}, ${object.id}, ${body.key}, ${body.multiplier}, ${register(body.firstRegister)})`);
  }),
  saves(MeterChanged, async (tx, { object, body }, { now }) => {
    await keepFirstPlace(tx, object.id, now);
    await tx.run(sql`
      update energy.meter set name = ${body.name}, kind = ${body.kind}, use = ${body.use ?? null}, parent_id = ${body.parent}, valid_to = ${body.validTo}, version = version + 1,
             search = ${searchPieces(body.name)}::text[] || (
               select coalesce(array_agg(distinct i.key), '{}') from energy.instrument i where i.meter_id = ${object.id} and i.key is not null)
       where id = ${object.id}`);
    await addPlace(tx, object.id, now);
  }),
  saves(MeterReplaced, async (tx, { object, unit, body }) => {
    await tx.run(sql`
      update energy.instrument set to_at = ${body.at}, last_register = ${register(body.lastRegister)} where meter_id = ${object.id} and to_at is null`);
    await tx.run(sql`
      insert into energy.instrument (id, unit_id, meter_id, key, multiplier, from_at, first_register)
      values (${newId()}, ${unit}, ${object.id}, ${body.key}, ${body.multiplier}, ${body.at}, ${register(body.firstRegister)})`);
    await tx.run(sql`update energy.meter set version = version + 1 where id = ${object.id}`);
  }),
];
