import { saves, sql } from '@opengoa/kernel';
import { attachFiles } from '@opengoa/kernel/files';
import { bearer } from '../papers/add-paper.ts';
import {
  DriverEventRecorded,
  DutyPlanned,
  DutyStruck,
  PurchaseApproved,
  PurchaseProposed,
  PurchaseRefused,
  ServiceDone,
  ServicePlanned,
  ServiceStruck,
  SlotsSet,
  VehicleSealed,
  VehicleTransferred,
} from './contract.ts';

/** How slots, purchases, duties, events, services and seals become rows. */
export const lifeSaves = [
  saves(SlotsSet, (tx, { object, unit, body }, { today }) =>
    tx.run(sql`
      insert into vehicles.slot (id, unit_id, category, slots, paper, since)
      values (${object.id}, ${unit}, ${body.category}, ${body.slots}, ${body.paper}, ${today})
      on conflict (node_id, id) do update set slots = excluded.slots, paper = excluded.paper, since = excluded.since`),
  ),
  saves(PurchaseProposed, (tx, { object, unit, body }, { actor, now }) =>
    tx.run(sql`
      insert into vehicles.purchase (id, unit_id, state, category, body, power, condition, displacement_l, price_fen, replaces_id, replaces_plate, why,
                                     paper, proposed_by, proposed_name, proposed_at, warnings)
      values (${object.id}, ${unit}, 'proposed', ${body.category}, ${body.body}, ${body.power}, ${body.condition}, ${body.displacementL},
              ${body.priceFen}, ${body.replaces}, ${body.replacesPlate}, ${body.why}, ${body.paper}, ${actor.person}, ${actor.name}, ${now},
              ${JSON.stringify(body.warnings)}::jsonb)`),
  ),
  saves(PurchaseApproved, (tx, { object, body }, { actor }) =>
    tx.run(
      sql`update vehicles.purchase set state = 'approved', decided_name = ${actor.name}, opinion = ${body.opinion}, version = version + 1 where id = ${object.id}`,
    ),
  ),
  saves(PurchaseRefused, (tx, { object, body }, { actor }) =>
    tx.run(
      sql`update vehicles.purchase set state = 'refused', decided_name = ${actor.name}, opinion = ${body.opinion}, version = version + 1 where id = ${object.id}`,
    ),
  ),
  saves(VehicleTransferred, async (tx, { object, body }) => {
    await tx.run(
      sql`update vehicles.vehicle set unit_id = ${body.to}, serves_id = ${body.serves}, version = version + 1 where id = ${object.id}`,
    );
    await tx.run(sql`update vehicles.offer set serves_id = ${body.serves} where id = ${object.id}`);
  }),
  saves(DutyPlanned, (tx, { id, unit, body }) =>
    tx.run(sql`
      insert into vehicles.duty (id, unit_id, driver_id, name, kind, starts_at, ends_at, note)
      values (${id}, ${unit}, ${body.driver}, ${body.name}, ${body.kind}, ${body.startsAt}, ${body.endsAt}, ${body.note})`),
  ),
  saves(DutyStruck, (tx, { body }) => tx.run(sql`delete from vehicles.duty where id = ${body.duty}`)),
  saves(DriverEventRecorded, async (tx, { id, unit, body }) => {
    await tx.run(sql`
      insert into vehicles.driver_event (id, unit_id, driver_id, name, kind, at, plate, place, points, what)
      values (${id}, ${unit}, ${body.driver}, ${body.name}, ${body.kind}, ${body.at}, ${body.plate}, ${body.place}, ${body.points}, ${body.what})`);
    await attachFiles(tx, bearer('driver-event', id), body.files ?? []);
  }),
  saves(ServicePlanned, (tx, { id, unit, body }) =>
    tx.run(sql`
      insert into vehicles.service (id, unit_id, vehicle_id, plate, item, every_km, every_months, last_km, last_day)
      values (${id}, ${unit}, ${body.vehicle}, ${body.plate}, ${body.item}, ${body.everyKm}, ${body.everyMonths}, ${body.lastKm}, ${body.lastDay})
      on conflict (node_id, vehicle_id, item) do update
        set every_km = excluded.every_km, every_months = excluded.every_months, last_km = excluded.last_km, last_day = excluded.last_day`),
  ),
  saves(ServiceDone, (tx, { body }) =>
    tx.run(
      sql`update vehicles.service set last_km = ${body.odometerKm}, last_day = ${body.day}, note = ${body.note} where id = ${body.service}`,
    ),
  ),
  saves(ServiceStruck, (tx, { body }) => tx.run(sql`delete from vehicles.service where id = ${body.service}`)),
  saves(VehicleSealed, (tx, { id, unit, body }) =>
    tx.run(sql`
      insert into vehicles.seal (id, unit_id, vehicle_id, plate, holiday, from_day, to_day, keys_with, place, odometer_km)
      values (${id}, ${unit}, ${body.vehicle}, ${body.plate}, ${body.holiday}, ${body.fromDay}, ${body.toDay}, ${body.keysWith}, ${body.place}, ${body.odometerKm})`),
  ),
];
