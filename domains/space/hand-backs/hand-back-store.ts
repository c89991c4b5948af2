import { saves, sql } from '@opengoa/kernel';
import { HandBackAsked, HandBackDeclined, HandBackTaken, HandBackWithdrawn } from './contract.ts';

export const handBackSaves = [
  saves(HandBackAsked, (tx, { object, unit, body }, { now }) =>
    tx.run(sql`
      insert into space.hand_back (id, unit_id, asker_id, asker_name, state, room_ids, rooms, day, why, asked_at)
      values (${object.id}, ${unit}, ${body.asker}, ${body.askerName}, 'asked', ${body.rooms.map(({ room }) => room)}::uuid[],
              ${JSON.stringify(body.rooms)}::jsonb, ${body.day}, ${body.why}, ${now})`),
  ),
  saves(HandBackTaken, (tx, { object, body }, { actor }) =>
    tx.run(sql`
      update space.hand_back set state = 'taken', day = ${body.day}, said = ${body.note}, said_name = ${actor.name}, version = version + 1
       where id = ${object.id}`),
  ),
  saves(HandBackDeclined, (tx, { object, body }, { actor }) =>
    tx.run(sql`
      update space.hand_back set state = 'declined', said = ${body.reason}, said_name = ${actor.name}, version = version + 1 where id = ${object.id}`),
  ),
  saves(HandBackWithdrawn, (tx, { object }) =>
    tx.run(sql`update space.hand_back set state = 'withdrawn', version = version + 1 where id = ${object.id}`),
  ),
];
