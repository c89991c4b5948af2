import { type Id, saves, searchPieces, sql, type Sql, type Tx } from '@opengoa/kernel';
import { attachFiles } from '@opengoa/kernel/files';
import { bearer } from '../papers/add-paper.ts';
import {
  CarHired,
  CostRecorded,
  CostStruck,
  FuelCardAssigned,
  HireCancelled,
  HireSettled,
  RepairApproved,
  RepairCancelled,
  RepairFinished,
  RepairOrdered,
  RepairPaid,
  RepairQuoted,
  RepairRefused,
} from './contract.ts';

const moveRepair = (tx: Tx, id: Id, state: string, more: Sql) =>
  tx.run(sql`update vehicles.repair set state = ${state}, ${more}, version = version + 1 where id = ${id}`);

/** How each fact of costs, repairs and hires becomes rows. */
export const costSaves = [
  saves(CostRecorded, async (tx, { id, unit, body }) => {
    await tx.run(sql`
      insert into vehicles.cost (id, unit_id, vehicle_id, plate, kind, day, amount_fen, supplier, invoice, covers_from, covers_to, policy, note, search)
      values (${id}, ${unit}, ${body.vehicle}, ${body.plate}, ${body.kind}, ${body.day}, ${body.amountFen}, ${body.supplier}, ${body.invoice},
              ${body.coversFrom}, ${body.coversTo}, ${body.policy ?? null}, ${body.note}, ${searchPieces(body.plate, body.supplier, body.invoice, body.note)})`);
    await attachFiles(tx, bearer('cost', id), body.files ?? []);
  }),
  saves(CostStruck, (tx, { body }) =>
    tx.run(sql`update vehicles.cost set struck = ${body.why} where id = ${body.cost}`),
  ),
  saves(FuelCardAssigned, async (tx, { id, unit, body }) => {
    await tx.run(sql`delete from vehicles.fuel_card where vehicle_id = ${body.vehicle}`);
    if (body.card !== '')
      await tx.run(
        sql`insert into vehicles.fuel_card (id, unit_id, vehicle_id, card) values (${id}, ${unit}, ${body.vehicle}, ${body.card})`,
      );
  }),
  saves(RepairOrdered, async (tx, { object, unit, body }, { actor, now }) => {
    await tx.run(sql`
      insert into vehicles.repair (id, unit_id, vehicle_id, plate, state, what, garage, ordered_by, ordered_name, ordered_at, search, report_id)
      values (${object.id}, ${unit}, ${body.vehicle}, ${body.plate}, 'ordered', ${body.what}, ${body.garage}, ${actor.person}, ${actor.name}, ${now},
              ${searchPieces(body.plate, body.what, body.garage)}, ${body.report ?? null})`);
    await attachFiles(tx, object, body.files ?? []);
  }),
  saves(RepairQuoted, async (tx, { object, body }, { now }) => {
    await moveRepair(
      tx,
      object.id,
      'quoted',
      sql`quote_fen = ${body.quoteFen}, quote_text = ${body.quote}, quoted_at = ${now}, approved_name = null, approved_at = null`,
    );
    await attachFiles(tx, object, body.files ?? []);
  }),
  saves(RepairApproved, (tx, { object }, { actor, now }) =>
    moveRepair(tx, object.id, 'approved', sql`approved_name = ${actor.name}, approved_at = ${now}`),
  ),
  saves(RepairRefused, (tx, { object, body }) => moveRepair(tx, object.id, 'refused', sql`why = ${body.opinion}`)),
  saves(RepairFinished, async (tx, { object, body }) => {
    await moveRepair(tx, object.id, 'done', sql`done_day = ${body.day}`);
    await attachFiles(tx, object, body.files ?? []);
  }),
  saves(RepairPaid, async (tx, { object, body }) => {
    await moveRepair(
      tx,
      object.id,
      'paid',
      sql`amount_fen = ${body.amountFen}, invoice = ${body.invoice}, paid_day = ${body.day}`,
    );
    await attachFiles(tx, object, body.files ?? []);
  }),
  saves(RepairCancelled, (tx, { object, body }) => moveRepair(tx, object.id, 'cancelled', sql`why = ${body.why}`)),
  saves(CarHired, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into vehicles.hire (id, unit_id, state, supplier, purpose, from_day, to_day, people, body, power, displacement_l, price_fen, quote_fen, warnings, search)
      values (${object.id}, ${unit}, 'ordered', ${body.supplier}, ${body.purpose}, ${body.fromDay}, ${body.toDay}, ${body.people}, ${body.body}, ${body.power},
              ${body.displacementL}, ${body.priceFen}, ${body.quoteFen}, ${JSON.stringify(body.warnings)}::jsonb, ${searchPieces(body.supplier, body.purpose)})`),
  ),
  saves(HireSettled, async (tx, { object, body }) => {
    await tx.run(sql`
      update vehicles.hire set state = 'settled', plate = ${body.plate}, km = ${body.km}, amount_fen = ${body.amountFen}, invoice = ${body.invoice},
             settled_day = ${body.day}, version = version + 1 where id = ${object.id}`);
    await attachFiles(tx, object, body.files ?? []);
  }),
  saves(HireCancelled, (tx, { object, body }) =>
    tx.run(
      sql`update vehicles.hire set state = 'cancelled', why = ${body.why}, version = version + 1 where id = ${object.id}`,
    ),
  ),
];
