import { saves, searchPieces, sql } from '@opengoa/kernel';
import { HireBooked, HireStruck, RepairBooked, RepairStruck } from './contract.ts';

export const bookedSaves = [
  saves(RepairBooked, (tx, { object, unit, body }, { actor }) =>
    tx.run(sql`
      insert into vehicles.repair (id, unit_id, vehicle_id, plate, state, what, garage, ordered_by, ordered_name, ordered_at, quote_fen, done_day,
                                   amount_fen, invoice, paid_day, paper, search)
      values (${object.id}, ${unit}, ${body.vehicle}, ${body.plate}, 'paid', ${body.what}, ${body.garage}, ${actor.person}, ${actor.name},
              ${body.orderedAt ?? `${body.doneDay}T00:00:00+08:00`}, ${body.amountFen}, ${body.doneDay}, ${body.amountFen}, ${body.invoice}, ${body.paidDay}, ${body.paper},
              ${searchPieces(body.plate, body.what, body.garage)})`),
  ),
  saves(RepairStruck, (tx, { object, body }) =>
    tx.run(
      sql`update vehicles.repair set state = 'cancelled', why = ${body.why}, version = version + 1 where id = ${object.id}`,
    ),
  ),
  saves(HireBooked, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into vehicles.hire (id, unit_id, state, supplier, purpose, from_day, to_day, people, body, power, displacement_l, quote_fen, plate, km,
                                 amount_fen, invoice, settled_day, warnings, booked, search)
      values (${object.id}, ${unit}, 'settled', ${body.supplier}, ${body.purpose}, ${body.fromDay}, ${body.toDay}, ${body.people}, ${body.body}, ${body.power},
              ${body.displacementL}, ${body.amountFen}, ${body.plate}, ${body.km}, ${body.amountFen}, ${body.invoice}, ${body.settledDay},
              ${JSON.stringify(body.warnings)}::jsonb, true, ${searchPieces(body.supplier, body.purpose)})`),
  ),
  saves(HireStruck, (tx, { object, body }) =>
    tx.run(
      sql`update vehicles.hire set state = 'cancelled', why = ${body.why}, version = version + 1 where id = ${object.id}`,
    ),
  ),
];
