import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, maybe, quantity, text, version } from '../contract.ts';
import { emergencyFactWords } from './words.zh.ts';

/** 平急转换: inputs and facts. */

const klass = z
  .string()
  .trim()
  .regex(/^(?:|A\d{2,8})$/)
  .default('');
export const KeepCallRight = z.strictObject({
  store: id,
  caller: id,
  /** GB/T 14885 as far as it is meant; left out: all that lies there. */
  class: klass,
  most: quantity.nullable().default(null),
  document: maybe(200),
  contact: maybe(100),
});
export const EndCallRight = z.strictObject({ right: id, version, why: text(200) });
export const DeclareEmergency = z.strictObject({ unit: id, name: text(100), document: text(200) });
export const EndEmergency = z.strictObject({ emergency: id, version, said: maybe(500) });
export const CallStock = z.strictObject({
  unit: id,
  emergency: id,
  offer: id,
  quantity,
  dueDay: day,
  place: text(200),
  contact: maybe(100),
});
export const HandOutCall = z.strictObject({ call: id, version });
export const CancelCall = z.strictObject({ call: id, version, why: text(200) });

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof emergencyFactWords, shape: Shape) =>
  factType(name, { title: emergencyFactWords[name], body: z.strictObject(shape) });
export const CallRightKept = fact('assets.CallRightKept', {
  store: id,
  caller: id,
  class: z.string(),
  most: quantity.nullable(),
  document: z.string(),
  contact: z.string(),
});
export const CallRightEnded = fact('assets.CallRightEnded', { why: z.string() });
export const EmergencyDeclared = fact('assets.EmergencyDeclared', { name: z.string(), document: z.string() });
export const EmergencyEnded = fact('assets.EmergencyEnded', { said: z.string() });
export const StockCalled = fact('assets.StockCalled', {
  keeper: id,
  emergency: id,
  offer: id,
  /** By which right. */
  right: id,
  number: z.string(),
  name: z.string(),
  measure: z.string(),
  quantity,
  dueDay: day,
  place: z.string(),
  contact: z.string(),
});
export const CallHandedOut = fact('assets.CallHandedOut', { number: z.string(), loan: id, yielded: z.int() });
export const CallCancelled = fact('assets.CallCancelled', { number: z.string(), why: z.string() });
