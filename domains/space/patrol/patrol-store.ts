import { saves, sql } from '@opengoa/kernel';
import { attachFiles } from '@opengoa/kernel/files';
import {
  DefectAssigned,
  DefectFound,
  DefectRectified,
  DefectVerified,
  PatrolCancelled,
  PatrolFinished,
  PatrolPlanned,
} from './contract.ts';

export const patrolSaves = [
  saves(PatrolPlanned, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into space.patrol (id, unit_id, building_id, day, person_id, state, note)
      values (${object.id}, ${unit}, ${body.building}, ${body.day}, ${body.person}, 'planned', ${body.note})`),
  ),
  saves(PatrolFinished, (tx, { object, body }) =>
    tx.run(
      sql`update space.patrol set state = 'done', note = ${body.note}, version = version + 1 where id = ${object.id}`,
    ),
  ),
  saves(PatrolCancelled, (tx, { object, body }) =>
    tx.run(
      sql`update space.patrol set state = 'cancelled', note = ${body.why}, version = version + 1 where id = ${object.id}`,
    ),
  ),
  saves(DefectFound, async (tx, { object, unit, body }, { now }) => {
    await tx.run(sql`
      insert into space.patrol_finding (id, unit_id, patrol_id, person_id, room_id, place, kind, what, state, found_at)
      values (${object.id}, ${unit}, ${body.patrol}, ${body.person}, ${body.room}, ${body.place}, ${body.kind}, ${body.what}, 'open', ${now})`);
    await attachFiles(tx, object, body.photos);
  }),
  saves(DefectAssigned, (tx, { object, body }) =>
    tx.run(sql`
      update space.patrol_finding set state = 'assigned', assigned_id = ${body.person}, due_day = ${body.due}, version = version + 1 where id = ${object.id}`),
  ),
  saves(DefectRectified, async (tx, { object, body }) => {
    await tx.run(sql`
      update space.patrol_finding set state = 'rectified', said = ${body.said}, version = version + 1 where id = ${object.id}`);
    await attachFiles(tx, object, body.photos);
  }),
  saves(DefectVerified, (tx, { object, body }, { actor }) =>
    tx.run(sql`
      update space.patrol_finding set state = ${body.good ? 'closed' : 'assigned'}, said = ${body.said}, closed_name = ${body.good ? actor.name : null},
             version = version + 1
       where id = ${object.id}`),
  ),
];
