import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { assetClass, day, id, maybe, oneOf, text, version } from '../contract.ts';
import { rightFactWords, rightKinds } from './words.zh.ts';

/** 所有权、使用权（配置）、处置权 of a thing: inputs, facts and the answer of a card. */

export const RightKind = oneOf(rightKinds);

const told = {
  /** The unit of the house that has it, if it is one. */
  holderUnit: id.nullable().default(null),
  /** As the paper names it; left out, the unit’s name. */
  holder: maybe(200),
  from: day,
  /** 文号 */
  paper: text(200),
  reason: text(300),
};
/** Up to what one paper of this room bears. */
export const RecordRight = z.strictObject({ cards: z.array(id).min(1).max(500), ...told });
export type RecordRight = z.infer<typeof RecordRight>;
/** `class`: a code or its beginning. At most 500 at once; the answer says how many are left. */
export const RecordRightOfClass = z.strictObject({
  kind: RightKind,
  unit: id,
  class: assetClass,
  ...told,
});
export const EndRight = z.strictObject({ right: id, version, day, paper: text(200), reason: text(300) });

const recorded = {
  right: id,
  number: z.string(),
  name: z.string(),
  holder: z.string(),
  holderUnit: id.nullable(),
  from: day,
  paper: z.string(),
  reason: z.string(),
};
export type RightBody = z.infer<z.ZodObject<typeof recorded>>;
const fact = <Shape extends z.ZodRawShape>(name: keyof typeof rightFactWords, shape: Shape) =>
  factType(name, { title: rightFactWords[name], body: z.strictObject(shape) });
export const OwnershipRecorded = fact('assets.OwnershipRecorded', recorded);
export const AllotmentRecorded = fact('assets.AllotmentRecorded', recorded);
export const DisposalRightRecorded = fact('assets.DisposalRightRecorded', recorded);
export const RightEnded = fact('assets.RightEnded', {
  card: id,
  kind: RightKind,
  day,
  paper: z.string(),
  reason: z.string(),
});

const Entry = z.strictObject({
  id,
  kind: RightKind,
  holder: z.string(),
  holderUnit: id.nullable(),
  /** The unit it is since a merger; null where it is still the same, or no unit. */
  heir: z.string().nullable(),
  from: day,
  to: day.nullable(),
  paper: z.string(),
  reason: z.string(),
  endPaper: z.string(),
  endReason: z.string(),
  madeName: z.string(),
  version,
});
export const CardRightsAnswer = z.strictObject({
  card: id,
  unit: id,
  unitName: z.string(),
  user: id.nullable(),
  rights: z.array(
    z.strictObject({
      kind: RightKind,
      /** Null: not registered, and the unit of the ledger is told instead. */
      entry: Entry.nullable(),
      /** Registered with somebody else than the unit of the ledger. */
      elsewhere: z.boolean(),
    }),
  ),
  history: z.array(Entry),
});
export type CardRightsAnswer = z.infer<typeof CardRightsAnswer>;
