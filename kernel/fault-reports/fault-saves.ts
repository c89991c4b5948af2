import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';
import { searchPieces } from '../reads/bigrams.ts';
import { saves, type Save } from '../verbs/saves.ts';
import {
  FaultFixConfirmed,
  FaultPhotoAdded,
  FaultReportDisowned,
  FaultReported,
  FaultReportFollowed,
  FaultReportHandled,
  FaultReportReopened,
  FaultReportsSwitched,
  FaultReportTaken,
} from './contract.ts';

const take = (tx: Tx, id: Id, now: Date) =>
  tx.run(sql`
    update kernel.fault_report set state = 'taken', taken_at = ${now}, version = version + 1 where id = ${id} and state = 'reported'`);

/** How each fact of a fault report becomes rows. */
export const faultSaves: readonly Save[] = [
  saves(FaultReported, (tx, { object, unit, body }, { now }) =>
    tx.run(sql`
      insert into kernel.fault_report (id, unit_id, number, kind, object_id, thing, what, words, said, state, tracking, reporter_id, reported_at, due_at, search)
      values (${object.id}, ${unit}, ${body.number}, ${body.kind}, ${body.thingId}, ${body.thing}, ${body.what}, ${body.words}, ${body.said}, 'reported',
              decode(${body.tracking}, 'hex'), ${body.reporter}, ${now}, ${body.due}, ${searchPieces(body.number, body.thing, body.said)})`),
  ),
  saves(FaultReportTaken, (tx, { object }, { now }) => take(tx, object.id, now)),
  saves(FaultReportHandled, (tx, { object, body }, { now }) =>
    tx.run(sql`
      update kernel.fault_report set state = 'handled', answer = ${body.answer}, ended_at = ${now}, version = version + 1 where id = ${object.id}`),
  ),
  saves(FaultReportDisowned, (tx, { object, body }, { now }) =>
    tx.run(sql`
      update kernel.fault_report set state = 'not-ours', answer = ${body.answer}, whose = ${body.whose}, ended_at = ${now}, version = version + 1
       where id = ${object.id}`),
  ),
  saves(FaultFixConfirmed, (tx, { object }) =>
    tx.run(sql`update kernel.fault_report set state = 'confirmed', version = version + 1 where id = ${object.id}`),
  ),
  saves(FaultReportReopened, (tx, { object, body }) =>
    tx.run(sql`
      update kernel.fault_report set state = 'reported', taken_at = null, ended_at = null, answer = null, whose = null, due_at = ${body.due},
             reopened = reopened + 1, version = version + 1 where id = ${object.id}`),
  ),
  saves(FaultPhotoAdded, (tx, { object }) =>
    tx.run(sql`update kernel.fault_report set photos = photos + 1, version = version + 1 where id = ${object.id}`),
  ),
  saves(FaultReportFollowed, async (tx, { object, unit, body }, { now }) => {
    await tx.run(sql`
      insert into kernel.fault_report_link (unit_id, report_id, kind, object_id, title, opens, linked_at)
      values (${unit}, ${object.id}, ${body.kind}, ${body.thing}, ${body.title}, ${body.opens}, ${now}) on conflict do nothing`);
    await take(tx, object.id, now);
  }),
  saves(FaultReportsSwitched, (tx, { object, body }, { now }) =>
    tx.run(sql`
      insert into kernel.fault_report_switch (unit_id, is_open, why, since) values (${object.id}, ${body.open}, ${body.why}, ${now})
      on conflict (node_id, unit_id) do update set is_open = excluded.is_open, why = excluded.why, since = excluded.since`),
  ),
];
