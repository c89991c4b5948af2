import { z } from 'zod';
import type { Column, ColumnKind } from './reads/list.ts';
import type { Words } from './words.ts';

/** What doors of every room answer alike: one schema each, for the server's types, the published contract and the pages' client. */

const words: z.ZodType<Words> = z.strictObject({ zh: z.string(), en: z.string() });
const some = <Type extends z.ZodType>(type: Type) => z.array(type).readonly();
const named = z.strictObject({ id: z.uuid(), name: z.string() }).readonly();

/** RFC 9457 problem document, as every refusal is answered. */
export const ProblemShape = z
  .strictObject({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    message: z.string(),
    messageEn: z.string(),
    requestId: z.string(),
    data: z.exactOptional(z.record(z.string(), z.unknown()).readonly()),
    possible: z.exactOptional(some(z.string())),
    /** For input that does not fit its shape: which field and why; `words` are for people, `message` for programs. */
    fields: z.exactOptional(
      some(z.object({ path: z.string(), message: z.string(), words: z.exactOptional(words) }).readonly()),
    ),
  })
  .readonly();
export type Problem = z.infer<typeof ProblemShape>;

/** A fact that an act left, as its answer names it. */
export const FactRefShape = z
  .strictObject({
    id: z.uuid(),
    type: z.string(),
    object: z.strictObject({ kind: z.string(), id: z.uuid() }).readonly(),
  })
  .readonly();

export interface VerbAnswerShape {
  readonly facts: readonly z.infer<typeof FactRefShape>[];
  readonly result?: unknown;
}

/** Exact up to 10,000; beyond that an estimate that says so. */
export const TotalShape = z
  .strictObject({
    count: z.int(),
    exact: z.boolean(),
    /** More than these: what is searched for is counted up to 1,000. */
    atLeast: z.exactOptional(z.literal(true)),
  })
  .readonly();

/** `GET /api/reads/<list>?q=&f.state=approved&f.starts_at.from=2026-03-01&sort=-starts_at&after=<cursor>&size=50&sums=1` */
export interface ListAnswer<Row = Record<string, unknown>> {
  readonly rows: readonly (Row & { may?: readonly string[] })[];
  /** Sealed cursor of the next page, bound to reader and query; absent on the last. */
  readonly next?: string;
  readonly total: z.infer<typeof TotalShape>;
  readonly sums?: Readonly<Record<string, number>>;
}

const kinds = [
  'text',
  'id',
  'integer',
  'decimal',
  'money-fen',
  'day',
  'instant',
  'choice',
  'unit',
  'person',
  'yes-no',
  'json',
] as const satisfies readonly ColumnKind[];

/** A column as pages are told of it; {@link Column} says what each part means. */
export const ColumnShape: z.ZodType<Column> = z
  .strictObject({
    title: words,
    kind: z.enum(kinds),
    unitOfMeasure: z.exactOptional(z.string()),
    choices: z.exactOptional(z.record(z.string(), words).readonly()),
    always: z.exactOptional(z.boolean()),
    filter: z.exactOptional(z.boolean()),
    sort: z.exactOptional(z.union([z.boolean(), z.literal('nullable')])),
    sum: z.exactOptional(z.boolean()),
    hidden: z.exactOptional(z.boolean()),
    personal: z.exactOptional(
      z.strictObject({ seenBy: some(z.string()), mask: z.enum(['phone', 'name', 'id-number', 'all']) }).readonly(),
    ),
  })
  .readonly();

/** `GET /api/lists/<list>`: what the ledger page draws itself from. */
export const ListMetaShape = z
  .strictObject({
    name: z.string(),
    title: words,
    columns: z.record(z.string(), ColumnShape).readonly(),
    order: z.string(),
    search: z.boolean(),
    sheet: z.exactOptional(z.string()),
    opens: z.exactOptional(z.string()),
    /** An export asks why: rows tell of people or of what they did. */
    asksReason: z.boolean(),
    /** Verbs without an object that this reader may start from the toolbar. */
    may: some(z.string()),
  })
  .readonly();
export type ListMeta = z.infer<typeof ListMetaShape>;

/** `GET /api/session` (200 with `person: null` when signed out). */
export const SessionShape = z
  .strictObject({
    person: named.nullable(),
    post: z.strictObject({ id: z.uuid(), title: z.string() }).readonly().nullable(),
    unit: named.nullable(),
    /** Every post this person may act in; switching changes the session. */
    posts: some(
      z
        .strictObject({
          id: z.uuid(),
          title: z.string(),
          unit: named,
          standInFor: z.exactOptional(z.uuid()),
          standInForName: z.exactOptional(z.string().nullable()),
        })
        .readonly(),
    ),
    roles: some(z.string()),
    /** Verb and read names that are open to this person somewhere: navigation is drawn from it. */
    may: some(z.string()),
    /** To be sent as `X-Request-Proof` with every changing request (SEC-SE-07). */
    proof: z.string().nullable(),
    needs: z.exactOptional(z.enum(['second-factor', 'new-password', 'first-administrator'])),
    demo: z.boolean(),
    waiting: z.strictObject({ tasks: z.int(), messages: z.int() }).readonly(),
    lastSignIn: z.exactOptional(
      z.strictObject({ at: z.iso.datetime(), address: z.string(), failedSince: z.int() }).readonly(),
    ),
    setAside: z.exactOptional(z.strictObject({ readOnly: z.boolean() }).readonly()),
    /** Whom to call when something does not work. */
    desk: z.exactOptional(
      z.strictObject({ name: z.string(), phone: z.string(), hours: z.string() }).readonly().nullable(),
    ),
    /** Providers to sign in with. */
    providers: some(
      z
        .strictObject({
          id: z.string(),
          title: words,
          issuer: z.string(),
          /** The app inside which our pages may be shown. */
          platform: z.exactOptional(z.enum(['wecom', 'dingtalk'])),
        })
        .readonly(),
    ),
  })
  .readonly();
export type Session = z.infer<typeof SessionShape>;
