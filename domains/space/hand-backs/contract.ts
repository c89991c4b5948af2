import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, maybe, oneOf, text } from '../contract.ts';
import { handBackFactWords, handBackStates } from './words.zh.ts';

/** 退还房间: inputs, facts and answers. Areas in m². */

export const HandBackState = oneOf(handBackStates);
export type HandBackState = z.infer<typeof HandBackState>;

export const AskToHandBack = z.strictObject({
  unit: id,
  rooms: z.array(id).min(1).max(100),
  /** When they can be taken over. */
  day,
  why: text(500),
});
export const TakeHandBack = z.strictObject({ handBack: id, day, note: maybe(500) });
export const DeclineHandBack = z.strictObject({ handBack: id, reason: text(500) });
export const WithdrawHandBack = z.strictObject({ handBack: id });

const Lot = z.strictObject({ room: id, number: z.string(), building: z.string(), areaM2: z.number() });
export type Lot = z.infer<typeof Lot>;
const fact = <Shape extends z.ZodRawShape>(name: keyof typeof handBackFactWords, shape: Shape) =>
  factType(name, { title: handBackFactWords[name], body: z.strictObject(shape) });
export const HandBackAsked = fact('space.HandBackAsked', {
  rooms: z.array(Lot),
  day,
  why: z.string(),
  asker: id,
  askerName: z.string(),
});
export const HandBackTaken = fact('space.HandBackTaken', { rooms: z.array(Lot), day, note: z.string() });
export const HandBackDeclined = fact('space.HandBackDeclined', { reason: z.string() });
export const HandBackWithdrawn = fact('space.HandBackWithdrawn', {});

export const RoomsHeldAnswer = z.strictObject({
  unit: id,
  unitName: z.string(),
  day,
  rooms: z.array(
    z.strictObject({
      ...Lot.shape,
      floor: z.int().nullable(),
      /** Who sit there today: they are moved before it is handed back. */
      people: z.int(),
      licence: z.string().nullable(),
      asked: z.boolean(),
    }),
  ),
});
