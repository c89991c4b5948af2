import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { amountFen, day, id, maybe, oneOf, text, version } from '../contract.ts';
import { disposalFactWords, grounds, manners } from './words.zh.ts';

/** 资产处置: proposed, approved by steps, finished with its papers, its income paid in. */

export const Manner = oneOf(manners);
export type Manner = z.infer<typeof Manner>;
export const Ground = oneOf(grounds);

export const ProposeDisposal = z.strictObject({
  cards: z.array(id).min(1).max(500),
  manner: Manner,
  grounds: z.array(Ground).max(4).default([]),
  /** Why it no longer serves: the second condition beside age. */
  why: maybe(300),
  /** 技术鉴定意见: by whom, and its number. */
  certificate: maybe(200),
  /** 评估报告 and its value. */
  appraisal: maybe(200),
  appraisalFen: amountFen.nullable().default(null),
  recipient: maybe(100),
  note: maybe(500),
});
export type ProposeDisposal = z.infer<typeof ProposeDisposal>;
export const ApproveDisposal = z.strictObject({ paper: id, opinion: maybe(300) });
export const RefuseDisposal = z.strictObject({ paper: id, opinion: text(300) });
export const WithdrawDisposal = z.strictObject({ paper: id, why: text(300) });
/** `document`: the paper of whoever took them (回收、销毁、成交、接收凭证). */
export const FinishDisposal = z.strictObject({
  paper: id,
  version,
  day: day.optional(),
  document: text(200),
  proceedsFen: amountFen.default(0),
});
export const RecordIncome = z.strictObject({
  paper: id,
  amountFen: amountFen.min(1),
  paidOn: day,
  receipt: text(60),
});

const fact = <Shape extends z.ZodRawShape>(name: keyof typeof disposalFactWords, shape: Shape) =>
  factType(name, { title: disposalFactWords[name], body: z.strictObject(shape) });
const opinion = { number: z.string(), opinion: z.string() };
export const DisposalApproved = fact('assets.DisposalApproved', opinion);
export const DisposalRefused = fact('assets.DisposalRefused', opinion);
export const DisposalWithdrawn = fact('assets.DisposalWithdrawn', { number: z.string(), why: z.string() });
export const DisposalFinished = fact('assets.DisposalFinished', {
  number: z.string(),
  day,
  document: z.string(),
  proceedsFen: z.int(),
  /** Until when the income is to be paid in; null where there is none. */
  payBy: day.nullable(),
});
export const IncomeRecorded = fact('assets.IncomeRecorded', {
  income: id,
  number: z.string(),
  amountFen: z.int(),
  paidOn: day,
  receipt: z.string(),
});
