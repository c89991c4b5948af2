import { newId } from '@opengoa/kernel';
import type pg from 'pg';

/** What stands at a place of channels, leave and comments. */
export interface NoticesAt {
  readonly channel: string;
  readonly dead: string;
  readonly leave: string;
  readonly comment: string;
}

/** An open channel with something that was given up, the owner's leave with who will stand in for them, and a comment of theirs. */
export async function noticesAt(
  client: pg.PoolClient,
  { unit, word, person, standIn, at }: { unit: string; word: string; person: string; standIn: string; at: Date },
): Promise<NoticesAt> {
  const [channel, dead, leave, comment] = [newId(), newId(), newId(), newId()];
  await client.query(
    `insert into kernel.notice_channel (node_id, id, unit_id, kind, title, state) values (1, $1, $2, 'webhook', $3, 'open')`,
    [channel, unit, word.slice(0, 60)],
  );
  await client.query(
    `insert into kernel.notice_line (node_id, id, unit_id, address, settings, last_error) values (1, $1, $2, 'https://hooks.example/x', '{}', $3)`,
    [channel, unit, word],
  );
  await client.query(
    `insert into kernel.notice_delivery (node_id, id, unit_id, channel_id, source_id, kind, title, state, raised_at, due_at, error)
     values (1, $1, $2, $3, $1, 'task', '{"zh":"x","en":"x"}', 'dead', $4, $4, $5)`,
    [dead, unit, channel, at, word],
  );
  await client.query(
    `insert into kernel.receiver_code (node_id, person_id, channel_id, delivery_id, address_sealed, code_sealed, code_hash, asked_at, expires_at)
     values (1, $1, $2, $3, 'x', 'x', repeat('0', 64), $4, $4::timestamptz + interval '100 years')`,
    [person, channel, newId(), at],
  );
  await client.query(
    `insert into kernel.stand_in (node_id, id, person_id, for_person_id, reason, valid_from, valid_to)
     values (1, $1, $2, $3, $4, '2027-03-01', '2027-04-01')`,
    [leave, standIn, person, word],
  );
  await client.query(
    `insert into kernel.comment (node_id, id, unit_id, object_kind, object_id, person_id, person_name, at) values (1, $1, $2, 'vehicles.trip', $3, $4, $5, $6)`,
    [comment, unit, newId(), person, word, at],
  );
  return { channel, dead, leave, comment };
}
