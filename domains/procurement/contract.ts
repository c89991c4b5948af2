/** What others may know of this room: inputs, facts and answers, without behaviour. */
import { factType, id, maybe, oneOf, text } from '@opengoa/kernel/contract';
import { z } from 'zod';
import { awardRules, type FactName, factWords, inquiryStates, kinds, methods, quoteStates } from './words.zh.ts';

const moment = z.iso.datetime({ offset: true });
/** Up to twenty million yuan: larger ones are no inquiry. */
const amountFen = z.int().min(1).max(2_000_000_000);
const creditCode = z.string().trim().toUpperCase().length(18);

export const Kind = oneOf(kinds);
export type Kind = z.infer<typeof Kind>;
export const Method = oneOf(methods);
export type Method = z.infer<typeof Method>;
export const AwardRule = oneOf(awardRules);
export type AwardRule = z.infer<typeof AwardRule>;
export const InquiryState = oneOf(inquiryStates);
export const QuoteState = oneOf(quoteStates);

const fact = <Shape extends z.ZodRawShape>(name: FactName, shape: Shape) =>
  factType(`procurement.${name}`, { title: factWords[`procurement.${name}`], body: z.strictObject(shape) });

/** What a limit of procurement says of an inquiry where it does not stop it. */
export const Notice = z.strictObject({ zh: z.string(), en: z.string() });

// ---- Inquiries -----------------------------------------------------------------------------------------------------------------------

export const PublishInquiry = z.strictObject({
  unit: id,
  title: text(120),
  kind: Kind,
  what: maybe(1000),
  estimateFen: amountFen,
  method: Method,
  /** Why not everybody is asked. */
  reason: maybe(500),
  rule: AwardRule,
  deadline: moment,
});
export const InquiryPublished = fact('InquiryPublished', {
  ...PublishInquiry.omit({ unit: true }).shape,
  number: z.string(),
  notices: z.array(Notice),
});
export const InviteSupplier = z.strictObject({ inquiry: id, supplier: text(100), code: creditCode });
export const SupplierInvited = fact('SupplierInvited', { supplier: z.string(), code: z.string() });
export const CancelInquiry = z.strictObject({ inquiry: id, why: text(500) });
export const InquiryCancelled = fact('InquiryCancelled', { why: z.string() });
export const AwardInquiry = z.strictObject({ inquiry: id, quote: id, reason: maybe(500) });
export const InquiryAwarded = fact('InquiryAwarded', {
  quote: id,
  supplier: z.string(),
  code: z.string(),
  amountFen,
  late: z.boolean(),
  reason: z.string(),
});

// ---- Quotes --------------------------------------------------------------------------------------------------------------------------

/** The inquiry by its id, or by its number as a sheet knows it. */
export const EnterQuote = z
  .strictObject({
    inquiry: id.optional(),
    number: text(20).optional(),
    supplier: text(100),
    code: creditCode,
    amountFen,
    receivedAt: moment,
    note: maybe(300),
  })
  .refine(({ inquiry, number }) => (inquiry === undefined) !== (number === undefined), {
    path: ['inquiry'],
    message: 'inquiry or number',
  });
export const QuoteEntered = fact('QuoteEntered', {
  supplier: z.string(),
  code: z.string(),
  /** Null while quotes are sealed: the opening tells it. */
  amountFen: amountFen.nullable(),
  receivedAt: moment,
  late: z.boolean(),
  invited: z.boolean(),
  note: z.string(),
});
export const StrikeQuote = z.strictObject({ quote: id, why: text(300) });
export const QuoteStruck = fact('QuoteStruck', { quote: id, supplier: z.string(), why: z.string() });
export const OpenQuotes = z.strictObject({ inquiry: id });
export const QuotesOpened = fact('QuotesOpened', {
  quotes: z.array(z.strictObject({ quote: id, supplier: z.string(), amountFen, late: z.boolean() })),
});
export const JudgeQuote = z.strictObject({ quote: id, valid: z.boolean(), why: maybe(500) });
export const QuoteJudged = fact('QuoteJudged', {
  quote: id,
  supplier: z.string(),
  valid: z.boolean(),
  why: z.string(),
});

// ---- Answers -------------------------------------------------------------------------------------------------------------------------

export const InquiryAnswer = z.strictObject({
  id,
  unit: id,
  unitName: z.string(),
  number: z.string(),
  state: InquiryState,
  version: z.int().min(1),
  ...PublishInquiry.omit({ unit: true, deadline: true }).shape,
  deadline: z.iso.datetime(),
  notices: z.array(Notice),
  publishedName: z.string(),
  openedAt: z.iso.datetime().nullable(),
  /** Quotes that were not struck. */
  quotes: z.int(),
  /** Lowest of the valid quotes; null before the opening, and while none is valid. */
  lowestFen: z.int().nullable(),
  supplier: z.string().nullable(),
  amountFen: z.int().nullable(),
  awardReason: z.string().nullable(),
  awardedName: z.string().nullable(),
  why: z.string().nullable(),
  invited: z.array(z.strictObject({ supplier: z.string(), code: z.string() })),
});
export type InquiryAnswer = z.infer<typeof InquiryAnswer>;
