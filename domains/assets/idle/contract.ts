import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, oneOf, text } from '../contract.ts';
import { idleFacts, signKinds } from './words.zh.ts';

/** 闲置: inputs and facts. */

export const SignKind = oneOf(signKinds);
export type SignKind = z.infer<typeof SignKind>;

/** In short, as machines send them: number of the card, kind, instant. `since` is when the source began to watch. */
export const ReportSigns = z.strictObject({
  unit: id,
  source: text(100),
  since: z.iso.datetime({ offset: true }),
  signs: z
    .array(z.tuple([text(60), SignKind, z.iso.datetime({ offset: true })]))
    .min(1)
    .max(1_000),
});
export const AnswerIdle = z.strictObject({ card: id, why: text(300) });
export const TakeSigns = z.strictObject({ unit: id, day });
export const MarkIdle = z.strictObject({ card: id });

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof idleFacts, shape: Shape) =>
  factType(name, { title: idleFacts[name], body: z.strictObject(shape) });
export const SignsReported = fact('assets.SignsReported', { source: z.string(), signs: z.int() });
export const SignsTaken = fact('assets.SignsTaken', { day: z.iso.date() });
export const UseAnswered = fact('assets.UseAnswered', { why: z.string() });
export const CardMarkedIdle = fact('assets.CardMarkedIdle', { lastSign: z.string().nullable() });
