import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { day, id, oneOf, text } from '../contract.ts';
import { forms, quotaFactWords, quotaGroups } from './words.zh.ts';

/** 核定面积: inputs, facts and answers. Areas in m², usable unless said gross. */

const words = z.strictObject({ zh: z.string(), en: z.string() });
const m2 = z.number();
export const Form = oneOf(forms);
export type Form = z.infer<typeof Form>;

export const SetQuota = z.strictObject({
  unit: id,
  from: day,
  paper: text(200),
  form: Form,
  /** Parking spaces and guards, for the annexes. */
  garageSpaces: z.int().min(0).max(10_000).default(0),
  guards: z.int().min(0).max(1_000).default(0),
});
export const StrikeQuota = z.strictObject({ quota: id, why: text(500) });

/** A paper that a figure rests on, and how sure it is. */
export const Paper = z.strictObject({
  standard: z.string(),
  title: words,
  document: z.string(),
  number: z.string().nullable(),
  article: z.string().nullable(),
  confidence: z.enum(['confirmed', 'single-source', 'recalled', 'project-default']),
  from: day,
});
export type Paper = z.infer<typeof Paper>;

export const QuotaPost = z.strictObject({
  post: id,
  unit: id,
  title: z.string(),
  rank: z.string(),
  /** What the standard calls the rank; null where it knows none. */
  rankTitle: words.nullable(),
  approved: z.int(),
  actual: z.int(),
  capM2: m2.nullable(),
});
export type QuotaPost = z.infer<typeof QuotaPost>;

export const QuotaSide = z.strictObject({
  people: z.int(),
  officeM2: m2,
  servicePerHeadM2: m2,
  serviceM2: m2,
  equipmentM2: m2,
  basicM2: m2,
  basicGrossM2: m2,
  canteenGrossM2: m2,
  annexGrossM2: m2,
  grossM2: m2,
});

/** Everything a quota was made from. */
export const Reckoning = z.strictObject({
  day,
  form: Form,
  garageSpaces: z.int(),
  guards: z.int(),
  posts: z.array(QuotaPost),
  /** How service rooms per head were found: the formula in words. Null where it is for the place to say. */
  serviceFormula: words.nullable(),
  equipmentShare: z.number(),
  coefficient: z.number(),
  papers: z.strictObject({
    office: Paper.nullable(),
    service: Paper.nullable(),
    equipment: Paper,
    coefficient: Paper,
    canteen: Paper,
  }),
  approved: QuotaSide,
  actual: QuotaSide,
});
export type Reckoning = z.infer<typeof Reckoning>;

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof quotaFactWords, shape: Shape) =>
  factType(name, { title: quotaFactWords[name], body: z.strictObject(shape) });
export const QuotaSet = fact('space.QuotaSet', {
  from: day,
  paper: z.string(),
  form: Form,
  garageSpaces: z.int(),
  guards: z.int(),
  reckoning: Reckoning,
});
export const QuotaStruck = fact('space.QuotaStruck', { from: day, paper: z.string(), why: z.string() });

export const UnitQuotaAnswer = z.strictObject({
  unit: id,
  unitName: z.string(),
  day,
  /** What was set, in force on the day; null where nothing was. */
  set: z
    .strictObject({ id, from: day, paper: z.string(), setName: z.string(), setAt: z.string(), reckoning: Reckoning })
    .nullable(),
  /** What it would be by the posts and standards of the day; null where no post has an establishment. */
  now: Reckoning.nullable(),
  groups: z.array(
    z.strictObject({
      group: oneOf(quotaGroups),
      rooms: z.int(),
      haveM2: m2,
      /** By the approved posts, and by the staff there is. Null while no quota is known. */
      mayApprovedM2: m2.nullable(),
      mayActualM2: m2.nullable(),
      surplusM2: m2.nullable(),
      ratioApproved: z.number().nullable(),
      ratioActual: z.number().nullable(),
      /** `over` only where what it rests on was confirmed; else it is to be checked. */
      outcome: z.enum(['within', 'over', 'check', 'unknown']),
      paper: Paper.nullable(),
    }),
  ),
  otherM2: z.strictObject({ ancillary: m2, technical: m2 }),
  history: z.array(
    z.strictObject({
      id,
      from: day,
      paper: z.string(),
      basicM2: m2,
      approvedPeople: z.int(),
      setName: z.string(),
      struck: z.string().nullable(),
    }),
  ),
});
export type UnitQuotaAnswer = z.infer<typeof UnitQuotaAnswer>;
