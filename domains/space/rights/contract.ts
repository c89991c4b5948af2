import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, maybe, oneOf, text, version } from '../contract.ts';
import { rightFactWords, rightKinds } from './words.zh.ts';

/** Title, allotment, use and disposal of a building, and disputes about it: inputs and facts. */

export const RightKind = oneOf(rightKinds);
const Described = z.strictObject({
  kind: RightKind,
  /** As the paper names it. */
  holder: text(200),
  /** The unit of the house that it is, if it is one. */
  holderUnit: id.nullable(),
  certificate: maybe(100),
  from: day,
  paper: maybe(200),
  note: maybe(500),
});
export const RecordRight = Described.extend({ building: id, holderUnit: id.nullable().default(null) });
export const EndRight = z.strictObject({ right: id, version, day, paper: text(200) });
export const OpenDispute = z.strictObject({ building: id, day, against: text(200), about: text(500) });
export const SettleDispute = z.strictObject({ dispute: id, version, day, outcome: text(500) });

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof rightFactWords, shape: Shape) =>
  factType(name, { title: rightFactWords[name], body: z.strictObject(shape) });
export const RightRecorded = fact('space.RightRecorded', { ...Described.shape, building: id });
export const RightEnded = fact('space.RightEnded', { building: id, day, paper: z.string() });
export const DisputeOpened = fact('space.DisputeOpened', {
  building: id,
  day,
  against: z.string(),
  about: z.string(),
});
export const DisputeSettled = fact('space.DisputeSettled', { building: id, day, outcome: z.string() });
