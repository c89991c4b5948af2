import { type Id, saves, sql, type Tx } from '@opengoa/kernel';
import {
  TerminalAdmitted,
  TerminalCodeOffered,
  TerminalRegistered,
  TerminalReopened,
  TerminalWithdrawn,
} from './contract.ts';
import type { Terminal } from './terminal.ts';

const columns = sql`
  t.id, t.unit_id as unit, t.vehicle_id as vehicle, v.plate, t.number, t.state, t.waits_until as "waitsUntil", t.version
  from vehicles.terminal t join vehicles.vehicle v on (v.node_id, v.id) = (t.node_id, t.vehicle_id)`;

export const lockTerminal = (tx: Tx, id: Id) =>
  tx.one<Terminal>(sql`select ${columns} where t.id = ${id} for update of t`);

export const lockTerminalNumbered = (tx: Tx, number: string) =>
  tx.maybe<Terminal>(sql`select ${columns} where t.number = ${number} and t.state <> 'withdrawn' for update of t`);

/** In use under this number, or on this vehicle. */
export const terminalsLike = (tx: Tx, { number, vehicle }: { number: string; vehicle: Id }) =>
  tx.rows<Terminal>(
    sql`select ${columns} where t.state <> 'withdrawn' and (t.number = ${number} or t.vehicle_id = ${vehicle})`,
  );

/** The digest of the code a device was given, while it may use it. */
export const codeOf = async (tx: Tx, number: string): Promise<string | null> =>
  (
    await tx.maybe<{ mac: string | null }>(
      sql`select code_mac as mac from vehicles.terminal where number = ${number} and state <> 'withdrawn'`,
    )
  )?.mac ?? null;

export const terminalSaves = [
  saves(TerminalRegistered, async (tx, { object, unit, body }, { now }) => {
    await tx.run(sql`
      insert into vehicles.terminal (id, unit_id, vehicle_id, number, datum, maker, model, state, waits_until, registered_at)
      values (${object.id}, ${unit}, ${body.vehicle}, ${body.number}, ${body.datum}, ${body.maker}, ${body.model}, 'waiting', ${body.waitsUntil}, ${now})`);
    await tx.run(sql`
      insert into vehicles.tracker (vehicle_id, unit_id) values (${body.vehicle}, ${unit})
      on conflict (node_id, vehicle_id) do update set unit_id = excluded.unit_id`);
  }),
  saves(TerminalCodeOffered, (tx, { object, body }) =>
    tx.run(sql`
      update vehicles.terminal set maker = coalesce(nullif(maker, ''), ${body.maker}), model = coalesce(nullif(model, ''), ${body.model}) where id = ${object.id}`),
  ),
  saves(TerminalAdmitted, (tx, { object }) =>
    tx.run(sql`update vehicles.terminal set state = 'admitted', version = version + 1 where id = ${object.id}`),
  ),
  saves(TerminalReopened, (tx, { object, body }) =>
    tx.run(sql`
      update vehicles.terminal set state = 'waiting', code_mac = null, waits_until = ${body.waitsUntil}, version = version + 1 where id = ${object.id}`),
  ),
  saves(TerminalWithdrawn, (tx, { object }) =>
    tx.run(
      sql`update vehicles.terminal set state = 'withdrawn', code_mac = null, version = version + 1 where id = ${object.id}`,
    ),
  ),
];
