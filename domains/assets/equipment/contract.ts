import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, maybe, oneOf } from '../contract.ts';
import { equipmentFactWords, equipmentItems, grades, limitTitles, secrecies } from './words.zh.ts';

/** 设备家具配置: whom a unit counts, what it may have, has, and has beyond. */

export const EquipmentItem = oneOf(equipmentItems);
export type EquipmentItem = z.infer<typeof EquipmentItem>;
export const Limit = oneOf(limitTitles);
export type Limit = z.infer<typeof Limit>;
export const Grade = oneOf(grades);
export const Secrecy = oneOf(secrecies);

const people = z.int().min(0).max(100_000);
const Headcount = {
  fromDay: day,
  establishment: people,
  /** Left out: as many as the organisation names in main posts. */
  actual: people.optional(),
  seniors: people.default(0),
  /** Left out: as many offices as the ledger of space has. */
  offices: people.optional(),
  secrecy: Secrecy.default('ordinary'),
  paper: maybe(200),
};
export const SetHeadcount = z.strictObject({ unit: id, ...Headcount });
export const HeadcountSet = factType('assets.HeadcountSet', {
  title: equipmentFactWords['assets.HeadcountSet'],
  body: z.strictObject({
    fromDay: day,
    establishment: people,
    actual: people.nullable(),
    seniors: people,
    offices: people.nullable(),
    secrecy: Secrecy,
    paper: z.string(),
  }),
});

/** What a standard said, kept with what it was said of: a verdict that did not stop it. */
export const Note = z.strictObject({
  standard: z.string(),
  version: z.string(),
  article: z.string(),
  observed: z.number(),
  allowed: z.number(),
  outcome: z.enum(['block', 'warn', 'inform']),
  explained: z.strictObject({ zh: z.string(), en: z.string() }),
});
export type Note = z.infer<typeof Note>;

export const Staff = z.strictObject({
  unit: id,
  unitName: z.string(),
  establishment: z.int().nullable(),
  actual: z.int(),
  /** 编制内实有人数: the lesser of the two; the actual where no establishment is known. */
  basis: z.int(),
  seniors: z.int(),
  offices: z.int(),
  secrecy: Secrecy,
  known: z.enum(['declared', 'counted']),
});
export type Staff = z.infer<typeof Staff>;

export const LimitRow = z.strictObject({
  limit: Limit,
  /** Null where no standard speaks of it on this day. */
  allowed: z.number().nullable(),
  held: z.number(),
  surplus: z.number(),
  perHead: z.number().nullable(),
  allowedPerHead: z.number().nullable(),
  document: z.string().nullable(),
  article: z.string().nullable(),
  confidence: z.string().nullable(),
  /** Of its cards: above the price ceiling, and older than the fewest years. */
  dear: z.int(),
  aged: z.int(),
  items: z.array(EquipmentItem),
});
/** Without staff where no institution is open to the asker and none was asked for. */
export const EquipmentAnswer = z.strictObject({ staff: Staff.nullable(), rows: z.array(LimitRow), units: z.array(id) });

export const FairnessAnswer = z.strictObject({
  /** At and below which unit. */
  root: id,
  limit: Limit,
  items: z.array(EquipmentItem),
  leastPeople: z.int(),
  bars: z.array(
    z.strictObject({
      unit: id,
      unitName: z.string(),
      people: z.int(),
      held: z.number(),
      allowed: z.number().nullable(),
      perHead: z.number(),
      allowedPerHead: z.number().nullable(),
      /** Held over allowed; null where nothing is allowed or known. */
      ratio: z.number().nullable(),
      /** Its own ledger and those below. */
      units: z.array(id),
    }),
  ),
  /** Too few people to be compared. */
  small: z.array(z.strictObject({ unit: id, unitName: z.string(), people: z.int() })),
  total: z.number(),
});
