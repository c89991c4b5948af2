import { factType, id, text } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { factWords, registerTypes, wordOrders } from '../words.zh.ts';

/** Names, inputs and facts of gateways that are asked by Modbus TCP. */

export const RegisterType = z.enum(
  Object.keys(registerTypes) as [keyof typeof registerTypes, ...(keyof typeof registerTypes)[]],
);
export type RegisterType = z.infer<typeof RegisterType>;
export const WordOrder = z.enum(Object.keys(wordOrders) as [keyof typeof wordOrders, ...(keyof typeof wordOrders)[]]);
export type WordOrder = z.infer<typeof WordOrder>;

const place = {
  /** 3 reads holding registers, 4 input registers. */
  functionCode: z.union([z.literal(3), z.literal(4)]).default(3),
  /** Counted from 0, as it goes over the line. */
  address: z.int().min(0).max(65_535),
  type: RegisterType,
  /** Which of several 16-bit words comes first. */
  order: WordOrder.default('high-first'),
  /** The raw number times this is what the register shows, in the meter's unit of measure. */
  scale: z.number().positive().max(1_000_000).default(1),
};
/** Where a meter's register stands, as somebody writes it: the meter by its number. */
const NamedPoint = z.strictObject({ key: text(80), ...place });
/** The same as it is kept. */
const Point = z.strictObject({ meter: id, ...place });
export type Point = z.infer<typeof Point>;

const described = {
  name: text(100),
  /** An address and no name: what a name leads to may change. */
  host: z.union([z.ipv4(), z.ipv6()]),
  port: z.int().min(1).max(65_535),
  /** Unit identifier of the Modbus header. */
  station: z.int().min(0).max(255),
  everyMinutes: z.int().min(1).max(1_440),
  timeoutMs: z.int().min(200).max(10_000),
};

export const RegisterGateway = z.strictObject({
  ...described,
  unit: id,
  port: described.port.default(502),
  station: described.station.default(1),
  everyMinutes: described.everyMinutes.default(15),
  timeoutMs: described.timeoutMs.default(3_000),
  points: z.array(NamedPoint).min(1).max(500),
});
export const ChangeGateway = z.strictObject({
  gateway: id,
  version: z.int().min(1),
  name: described.name.optional(),
  host: described.host.optional(),
  port: described.port.optional(),
  station: described.station.optional(),
  everyMinutes: described.everyMinutes.optional(),
  timeoutMs: described.timeoutMs.optional(),
  running: z.boolean().optional(),
  points: z.array(NamedPoint).min(1).max(500).optional(),
});
export const NotePoll = z.strictObject({
  gateway: id,
  read: z.int().min(0),
  /** Null when everything was read. */
  fault: z.string().max(500).nullable(),
});

const kept = z.strictObject({ ...described, running: z.boolean(), points: z.array(Point) });
export const GatewayRegistered = factType('energy.GatewayRegistered', {
  title: factWords['energy.GatewayRegistered'],
  body: kept,
});
export const GatewayChanged = factType('energy.GatewayChanged', {
  title: factWords['energy.GatewayChanged'],
  body: kept,
});
