import { type Context, type Id, inScope, saves, sql, type Sql, type Tx } from '@opengoa/kernel';
import { type Meter } from '../meters/meter.ts';
import { GatewayChanged, GatewayRegistered, type RegisterGateway } from './contract.ts';
import type { Gateway } from './gateway.ts';
import type { z } from 'zod';

const columns = sql`
  id, unit_id as unit, name, host(host) as host, port, station, every_minutes as "everyMinutes", timeout_ms as "timeoutMs", running, points, version,
  tried_at as "triedAt", failures`;

export const gatewaysWhere = (tx: Tx, condition: Sql) =>
  tx.rows<Gateway>(sql`select ${columns} from energy.gateway where ${condition} order by name, id`);
export const lockGateway = (tx: Tx, id: Id) =>
  tx.one<Gateway>(sql`select ${columns} from energy.gateway where id = ${id} for update`);

export type NamedPoints = z.infer<typeof RegisterGateway>['points'];

/** The meters that points name by their number, as far as the sender may see them. */
export const metersNamed = (tx: Tx, points: NamedPoints | undefined) =>
  tx.rows<Pick<Meter, 'id' | 'unit' | 'name' | 'reads'> & { readonly key: string }>(sql`
    select m.id, m.unit_id as unit, m.name, m.reads, i.key from energy.instrument i join energy.meter m on (m.node_id, m.id) = (i.node_id, i.meter_id)
     where i.to_at is null and i.key = any (${(points ?? []).map(({ key }) => key)}::text[])`);

/** Another gateway that asks one of these meters already. */
export const otherGatewayOf = async (
  tx: Tx,
  meters: readonly Id[],
  but: Id | null,
): Promise<{ readonly name: string; readonly meter: Id } | null> =>
  (await tx.maybe<{ name: string; meter: Id }>(sql`
    select g.name, (p ->> 'meter')::uuid as meter from energy.gateway g cross join lateral jsonb_array_elements(g.points) as p
     where (p ->> 'meter')::uuid = any (${[...meters]}::uuid[]) and g.running and (${but}::uuid is null or g.id <> ${but}::uuid) limit 1`)) ??
  null;

/** Another running gateway within the asker’s right that reads one of these registers of the same device already. */
export const registerElsewhereOf = async (
  tx: Tx,
  device: Pick<Gateway, 'host' | 'port' | 'station'>,
  points: readonly { readonly functionCode: number; readonly address: number }[],
  but: Id | null,
  context: Pick<Context, 'actor' | 'organisation'>,
): Promise<{ readonly name: string; readonly station: number; readonly address: number } | null> =>
  (await tx.maybe<{ name: string; station: number; address: number }>(sql`
    select g.name, g.station, (p ->> 'address')::int as address from energy.gateway g cross join lateral jsonb_array_elements(g.points) as p
     where ${inScope(context, ['energy-clerk'], 'g.unit_id')} and g.running
       and g.host = ${device.host}::inet and g.port = ${device.port} and g.station = ${device.station}
       and ((p ->> 'functionCode')::int, (p ->> 'address')::int) in (
             select f, a from unnest(${points.map((each) => each.functionCode)}::int[], ${points.map((each) => each.address)}::int[]) as t (f, a))
       and (${but}::uuid is null or g.id <> ${but}::uuid) limit 1`)) ?? null;

export const gatewaySaves = [
  saves(GatewayRegistered, (tx, { object, unit, body }) =>
    tx.run(sql`
      insert into energy.gateway (id, unit_id, name, host, port, station, every_minutes, timeout_ms, running, points)
      values (${object.id}, ${unit}, ${body.name}, ${body.host}::inet, ${body.port}, ${body.station}, ${body.everyMinutes}, ${body.timeoutMs},
              ${body.running}, ${JSON.stringify(body.points)}::jsonb)`),
  ),
  saves(GatewayChanged, (tx, { object, body }) =>
    tx.run(sql`
      update energy.gateway
         set name = ${body.name}, host = ${body.host}::inet, port = ${body.port}, station = ${body.station}, every_minutes = ${body.everyMinutes},
             timeout_ms = ${body.timeoutMs}, running = ${body.running}, points = ${JSON.stringify(body.points)}::jsonb, failures = 0, tried_at = null,
             version = version + 1
       where id = ${object.id}`),
  ),
];
