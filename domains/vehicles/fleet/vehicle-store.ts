import { type FactDraft, type Id, saves, searchPieces, sql, type Sql, type Tx } from '@opengoa/kernel';
import {
  DriverChanged,
  DriverRegistered,
  OdometerReplaced,
  VehicleChanged,
  VehicleRegistered,
  VehicleRetired,
  VehicleStruck,
} from '../contract.ts';
import type { Neighbours, OdometerReading } from './odometer.ts';
import { type Driver, passengerSeats, type Vehicle } from './vehicle.ts';

const vehicleColumns = sql`
  id, unit_id as unit, serves_id as serves, plate, make, model, model_year as "modelYear", category, body, power, condition, seats,
  displacement_l as "displacementL", price_fen as "priceFen", tank_litres as "tankLitres", battery_kwh as "batteryKwh",
  in_service_day as "inServiceDay", used_by as "usedBy", state, odometer_km as "odometerKm", out_on as "outOn", warnings, version`;

const driverColumns = sql`id, unit_id as unit, person_id as person, name, licence, licence_valid_to as "licenceValidTo", state, version`;

export const findVehicle = (tx: Tx, id: Id) =>
  tx.one<Vehicle>(sql`select ${vehicleColumns} from vehicles.vehicle where id = ${id}`);
/** Locked until the act is over: whoever else wants this vehicle waits and then sees what was decided. */
export const lockVehicle = (tx: Tx, id: Id) =>
  tx.one<Vehicle>(sql`select ${vehicleColumns} from vehicles.vehicle where id = ${id} for update`);
/** The one an input names by its id, or by its plate as registers do; of two with one plate the one still in the ledger. Locked. */
export async function lockNamed(
  tx: Tx,
  { vehicle, plate }: { readonly vehicle?: Id | undefined; readonly plate?: string | undefined },
) {
  const { id } = await tx.one<{ id: Id }>(sql`
    select id from vehicles.vehicle where id = ${vehicle ?? null}::uuid or plate = ${plate ?? null} order by (state <> 'retired') desc limit 1`);
  return lockVehicle(tx, id);
}
/** The vehicle a trip was given, if it was given one and this person may see it. */
export const lockVehicleOf = async (tx: Tx, { vehicle }: { vehicle: Id | null }) =>
  vehicle === null
    ? undefined
    : tx.maybe<Vehicle>(sql`select ${vehicleColumns} from vehicles.vehicle where id = ${vehicle} for update`);
export const lockDriver = (tx: Tx, id: Id) =>
  tx.one<Driver>(sql`select ${driverColumns} from vehicles.driver where id = ${id} for update`);
export const vehiclesWhere = (tx: Tx, condition: Sql) =>
  tx.rows<Vehicle>(sql`select ${vehicleColumns} from vehicles.vehicle where ${condition} order by plate`);
export const driversWhere = (tx: Tx, condition: Sql) =>
  tx.rows<Driver>(sql`select ${driverColumns} from vehicles.driver where ${condition} order by name`);

export async function isPlateTaken(tx: Tx, plate: string): Promise<boolean> {
  return (await tx.rows(sql`select 1 from vehicles.vehicle where plate = ${plate} and state <> 'retired'`)).length > 0;
}

/** Is anything booked from now on? */
export async function isBookedAfter(tx: Tx, thing: Id, now: Date): Promise<boolean> {
  return (
    (await tx.rows(sql`select 1 from vehicles.booking where thing_id = ${thing} and ends_at > ${now} limit 1`)).length >
    0
  );
}

export async function odometerAround(tx: Tx, vehicle: Id, at: Date, without?: Id): Promise<Neighbours> {
  const other = sql`id is distinct from ${without ?? null}::uuid`;
  const one = async (query: Sql) => (await tx.maybe<OdometerReading>(query)) ?? null;
  return {
    before: await one(
      sql`select at, km, source from vehicles.odometer where vehicle_id = ${vehicle} and at <= ${at} and ${other} order by at desc, id desc limit 1`,
    ),
    after: await one(
      sql`select at, km, source from vehicles.odometer where vehicle_id = ${vehicle} and at > ${at} and ${other} order by at, id limit 1`,
    ),
  };
}

/** Kilometres an exchange of the instrument hid between two moments: what the old one showed less what the new one began with. */
export async function hiddenByExchange(tx: Tx, vehicle: Id, from: Date, to: Date): Promise<number> {
  const { km } = await tx.one<{ km: number }>(sql`
    select coalesce(sum(replaced_km - km), 0)::int as km from vehicles.odometer
     where vehicle_id = ${vehicle} and source = 'replaced' and at > ${from} and at <= ${to}`);
  return km;
}

/** Keeps a reading, and the vehicle's last one if none is later. */
export async function takeReading(
  tx: Tx,
  fact: Pick<FactDraft, 'id'>,
  vehicle: Id,
  { at, km, source }: OdometerReading,
  replacedKm: number | null = null,
): Promise<void> {
  await tx.run(sql`
    insert into vehicles.odometer (id, unit_id, vehicle_id, at, km, source, replaced_km)
    select ${fact.id}::uuid, unit_id, id, ${at}::timestamptz, ${km}::int, ${source}, ${replacedKm}::int from vehicles.vehicle where id = ${vehicle}`);
  await tx.run(sql`
    update vehicles.vehicle v set odometer_km = ${km}
     where id = ${vehicle} and not exists (select 1 from vehicles.odometer o where (o.node_id, o.vehicle_id) = (v.node_id, v.id) and o.at > ${at})`);
}

/** Takes a reading back that was entered by mistake; the vehicle shows the last one that stands. */
export async function dropReading(tx: Tx, reading: Id, vehicle: Id): Promise<void> {
  await tx.run(sql`delete from vehicles.odometer where id = ${reading}`);
  await tx.run(sql`
    update vehicles.vehicle v set odometer_km = coalesce(
      (select km from vehicles.odometer o where (o.node_id, o.vehicle_id) = (v.node_id, v.id) order by at desc, id desc limit 1), odometer_km)
     where id = ${vehicle}`);
}

const searchOf = ({ plate, make, model, usedBy }: Pick<Vehicle, 'plate' | 'make' | 'model' | 'usedBy'>) =>
  searchPieces(plate, make, model, usedBy);

/** What those it serves may count on: a vehicle in use with known seats. */
async function offer(tx: Tx, id: Id, vehicle: Pick<Vehicle, 'serves' | 'seats' | 'category'> | null): Promise<void> {
  const seats = vehicle ? passengerSeats(vehicle) : 0;
  if (!vehicle || seats < 1) {
    await tx.run(sql`delete from vehicles.offer where id = ${id}`);
    return;
  }
  await tx.run(sql`
    insert into vehicles.offer (id, serves_id, seats, category) values (${id}, ${vehicle.serves}, ${seats}, ${vehicle.category})
    on conflict (node_id, id) do update set serves_id = excluded.serves_id, seats = excluded.seats, category = excluded.category`);
}

/** How each fact of the fleet becomes rows. */
export const fleetSaves = [
  saves(VehicleRegistered, async (tx, { id, object, unit, body }, { now }) => {
    await tx.run(sql`
      insert into vehicles.vehicle (id, unit_id, serves_id, plate, make, model, model_year, category, body, power, condition, seats, displacement_l,
                                    price_fen, tank_litres, battery_kwh, in_service_day, used_by, state, odometer_km, warnings, search)
      values (${object.id}, ${unit}, ${body.serves}, ${body.plate}, ${body.make}, ${body.model}, ${body.modelYear}, ${body.category}, ${body.body},
              ${body.power}, ${body.condition}, ${body.seats}, ${body.displacementL}, ${body.priceFen}, ${body.tankLitres}, ${body.batteryKwh},
              ${body.inServiceDay}, ${body.usedBy}, 'in-use', ${body.odometerKm}, ${JSON.stringify(body.warnings)}::jsonb, ${searchOf(body)})`);
    await takeReading(tx, { id }, object.id, { at: now, km: body.odometerKm, source: 'registered' });
    await offer(tx, object.id, body);
    if (body.purchase !== undefined)
      await tx.run(
        sql`update vehicles.purchase set state = 'registered', vehicle_id = ${object.id}, plate = ${body.plate}, version = version + 1 where id = ${body.purchase}`,
      );
  }),
  saves(VehicleChanged, async (tx, { object, body }) => {
    await tx.run(sql`
      update vehicles.vehicle
         set serves_id = ${body.serves}, make = ${body.make}, model = ${body.model}, model_year = ${body.modelYear}, category = ${body.category},
             body = ${body.body}, power = ${body.power}, condition = ${body.condition}, seats = ${body.seats}, displacement_l = ${body.displacementL},
             price_fen = ${body.priceFen}, tank_litres = ${body.tankLitres}, battery_kwh = ${body.batteryKwh}, in_service_day = ${body.inServiceDay},
             used_by = ${body.usedBy}, state = ${body.state}, warnings = ${JSON.stringify(body.warnings)}::jsonb, search = ${searchOf(body)},
             version = version + 1
       where id = ${object.id}`);
    await offer(tx, object.id, body.state === 'in-use' ? body : null);
  }),
  saves(OdometerReplaced, (tx, { id, object, body, happenedAt }, { now }) =>
    takeReading(tx, { id }, object.id, { at: happenedAt ?? now, km: body.newKm, source: 'replaced' }, body.readKm),
  ),
  saves(VehicleRetired, async (tx, { object, body }) => {
    await tx.run(sql`
      update vehicles.vehicle set state = 'retired', disposal = ${body.disposal}, retired_day = ${body.day}, version = version + 1 where id = ${object.id}`);
    await offer(tx, object.id, null);
  }),
  saves(VehicleStruck, async (tx, { object, body }, { today }) => {
    await tx.run(sql`
      update vehicles.vehicle set state = 'retired', disposal = ${body.why}, retired_day = ${today}, version = version + 1 where id = ${object.id}`);
    await offer(tx, object.id, null);
  }),
  saves(DriverRegistered, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into vehicles.driver (id, unit_id, person_id, name, licence, licence_valid_to, state, search)
      values (${object.id}, ${unit}, ${body.person}, ${body.name}, ${body.licence}, ${body.licenceValidTo}, 'active', ${searchPieces(body.name)})`),
  ),
  saves(DriverChanged, (tx, { object, body }) =>
    tx.run(sql`
      update vehicles.driver set licence = ${body.licence}, licence_valid_to = ${body.licenceValidTo}, state = ${body.state}, version = version + 1
       where id = ${object.id}`),
  ),
];
