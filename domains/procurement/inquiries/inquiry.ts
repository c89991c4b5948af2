import {
  type Context,
  type FactDraft,
  type Id,
  newId,
  sql,
  tableOfMoves,
  endTasksOf,
  TaskRaised,
  type Tx,
} from '@opengoa/kernel';
import type { AwardRule, Method } from '../contract.ts';
import { inquiryStates, type quoteStates } from '../words.zh.ts';

export type InquiryState = keyof typeof inquiryStates;
export type QuoteState = keyof typeof quoteStates;

/** 一次询价, from publishing to award. */
export interface Inquiry {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly title: string;
  readonly state: InquiryState;
  readonly method: Method;
  readonly rule: AwardRule;
  readonly deadline: Date;
}

export const inquiryMoves = tableOfMoves('procurement.inquiry', inquiryStates, 'open', {
  open: {
    'procurement.invite-supplier': 'open',
    'procurement.enter-quote': 'open',
    'procurement.strike-quote': 'open',
    'procurement.open-quotes': 'opened',
    'procurement.cancel-inquiry': 'cancelled',
  },
  // What comes after the opening is kept too, and is late.
  opened: {
    'procurement.enter-quote': 'opened',
    'procurement.judge-quote': 'opened',
    'procurement.award-inquiry': 'awarded',
    'procurement.cancel-inquiry': 'cancelled',
  },
  awarded: {},
  cancelled: {},
});

/** Verbs that are offered on a quote and not on its inquiry. */
const ofQuotes: ReadonlySet<string> = new Set([
  'procurement.strike-quote',
  'procurement.judge-quote',
  'procurement.award-inquiry',
]);

/** What an inquiry itself offers. */
export const inquiryVerbs = (state: InquiryState): string[] =>
  inquiryMoves.from(state).filter((verb) => !ofQuotes.has(verb));

/** What a quote of an inquiry offers. */
export const quoteVerbs = (inquiry: InquiryState, quote: QuoteState): string[] =>
  quote === 'struck'
    ? []
    : inquiryMoves
        .from(inquiry)
        .filter((verb) => ofQuotes.has(verb) && (verb !== 'procurement.award-inquiry' || quote === 'valid'));

/** `2026-03-05 17:00` */
export const shanghaiMinute = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

export const inquiryOf = ({ id }: Pick<Inquiry, 'id'>) => ({ kind: 'procurement.inquiry', id });

const columns = sql`id, unit_id as unit, number, title, state, method, rule, deadline`;

/** The inquiry under its row's lock: what happens to its quotes happens one after the other. */
export const lockInquiry = (tx: Tx, id: Id) =>
  tx.one<Inquiry>(sql`select ${columns} from procurement.inquiry where id = ${id} for update`);

export const lockInquiryByNumber = (tx: Tx, number: string) =>
  tx.one<Inquiry>(sql`select ${columns} from procurement.inquiry where number = ${number} for update`);

/** The open task of an inquiry: to award it. */
export const awardTask = (tx: Tx, inquiry: Id) =>
  tx.maybe<{ id: Id }>(sql`select id from kernel.task where object_id = ${inquiry} and state = 'open' limit 1`);

/** Asks the nearest heads to award; never who entered quotes. */
export function taskToAward(
  inquiry: Inquiry,
  enterers: readonly (Id | null)[],
  { organisation, calendar, now, actor }: Context,
): FactDraft[] {
  const holders = organisation
    .chain(inquiry.unit)
    .map((unit) => organisation.holdersOfRole('head', unit.id).filter((person) => !enterers.includes(person)))
    .find((persons) => persons.length > 0);
  if (!holders) return [];
  return [
    TaskRaised.of({
      object: inquiryOf(inquiry),
      unit: inquiry.unit,
      body: {
        task: {
          id: newId(),
          step: null,
          title: { zh: '确定成交', en: 'Award an inquiry' },
          holders: [...holders],
          copied: [],
          due: calendar.deadlineAfterWorkdays(now, 5).toISOString(),
        },
        kind: 'procurement.award-inquiry',
        asker: actor.person,
        summary: `${inquiry.number} ${inquiry.title}`.slice(0, 200),
        opens: `/procurement/inquiries/${inquiry.id}`,
        verbs: [],
      },
    }),
  ];
}

export const endAwardTask = (
  inquiry: Inquiry,
  task: { readonly id: Id } | undefined,
  state: 'done' | 'withdrawn',
  context: Context,
) => endTasksOf({ object: inquiryOf(inquiry), unit: inquiry.unit }, [task], context, state);

/** What every verb on an inquiry has in common. */
export const onInquiry = {
  on: 'procurement.inquiry',
  at: ({ inquiry }: { inquiry: Inquiry }) => ({ unit: inquiry.unit }),
};
