import {
  type Context,
  empty,
  type Id,
  type LooksAgain,
  type RiskCase,
  type RiskSource,
  sql,
  type Tx,
} from '@opengoa/kernel';
import type { Words } from '@opengoa/kernel/contract';
import { type AwardRule, InquiryAwarded, type Kind, type Method } from '../contract.ts';
import { addDays } from '@opengoa/kernel/calendar';
import { priceScreens } from '../methods/price-screens.ts';
import type { ClosePricesInputs } from './close-prices/risk.ts';
import type { DisqualifiedOftenInputs, Judged } from './disqualified-often/risk.ts';
import type { PriceGapInputs } from './price-gap/risk.ts';
import type { ShortNoticeInputs } from './short-notice/risk.ts';
import { disqualified, type JudgedInquiry, type JudgedQuote } from './judged-inquiry.ts';

/** An inquiry that was awarded, with all its quotes. */
export interface AwardedInquiry extends JudgedInquiry {
  readonly id: Id;
  readonly unit: Id;
  readonly name: string;
  readonly kind: Kind;
  readonly publishedAt: Date;
  readonly deadline: Date;
}

interface QuoteRow extends JudgedQuote {
  readonly publishedAt: Date;
  readonly deadline: Date;
  readonly inquiry: Id;
  readonly unit: Id;
  readonly name: string;
  readonly kind: Kind;
  readonly method: Method;
  readonly rule: AwardRule;
  readonly invited: number;
}

/** Nothing of an inquiry moves after its award, which is entered when it is made. */
export const asKnown: Words = {
  zh: '只读当日以前定标的询价和当日以前录入的报价；定标以后不再改动。',
  en: 'Inquiries awarded, and quotes entered, before that day only; after the award nothing of them moves.',
};

/** An inquiry that was awarded is looked at at once. */
export const afterAward: LooksAgain = { of: [InquiryAwarded.name], at: ({ objectId }) => objectId };

/**
 * Awarded from one day to the day before another, as far as the asker's right reaches, with every quote that was not struck.
 * @param only inquiries asked about; all where left out
 * @param knownBefore awarded, and each quote entered, before this instant; what was judged is judged before the award
 */
export async function awardedInquiries(
  tx: Tx,
  [from, to]: readonly [string, string],
  only?: readonly Id[],
  knownBefore?: Date,
): Promise<AwardedInquiry[]> {
  const rows = await tx.rows<QuoteRow>(sql`
    select i.id as inquiry, i.unit_id as unit, i.number || ' ' || i.title as name, i.kind, i.method, i.rule,
           i.published_at as "publishedAt", i.deadline, q.id, q.supplier, q.amount_fen as "amountFen",
           q.late, q.state = 'valid' as valid, q.won,
           (select count(*)::int from procurement.invitation v where (v.node_id, v.inquiry_id) = (i.node_id, i.id)) as invited
      from procurement.inquiry i join procurement.quote q on (q.node_id, q.inquiry_id) = (i.node_id, i.id)
     where i.state = 'awarded' and i.awarded_at >= ${`${from}T00:00:00+08:00`} and i.awarded_at < ${`${to}T00:00:00+08:00`}
       and q.state <> 'struck' ${knownBefore ? sql`and i.awarded_at < ${knownBefore} and q.entered_at < ${knownBefore}` : empty}
       ${only ? sql`and i.id = any (${only}::uuid[])` : empty}
     order by i.awarded_at, i.id, q.id limit 100000`);
  return [...Map.groupBy(rows, ({ inquiry }) => inquiry).values()].map((quotes) => {
    const { inquiry, unit, name, kind, method, rule, invited, publishedAt, deadline } = quotes[0]!;
    return {
      id: inquiry,
      unit,
      name,
      kind,
      method,
      rule,
      invited,
      publishedAt,
      deadline,
      quotes: quotes.map(({ id, supplier, amountFen, late, valid, won }) => ({
        id,
        supplier,
        amountFen,
        late,
        valid,
        won,
      })),
    };
  });
}

/** What one kit is told of one inquiry. */
const caseOf = (
  { id, unit, name, method, rule, invited, quotes }: AwardedInquiry,
  period: readonly [string, string],
): RiskCase => ({
  subject: { kind: 'procurement.inquiry', id, name },
  unit,
  period,
  opens: `/procurement/inquiries/${id}`,
  inputs: { method, rule, invited, quotes } satisfies JudgedInquiry,
});

const perInquiry = (kit: string): RiskSource => ({
  kit,
  looksAgain: afterAward,
  asKnown,
  gather: async (tx: Tx, period, _context: Context, only, knownBefore) =>
    (await awardedInquiries(tx, period, only, knownBefore)).map((inquiry) => caseOf(inquiry, period)),
});

export const singleQuote = perInquiry('single-quote');
export const lateQuoteWon = perInquiry('late-quote-won');
export const othersDisqualified = perInquiry('others-disqualified');
export const lowestDisqualified = perInquiry('lowest-disqualified');
export const identicalQuotes = perInquiry('identical-quotes');
export const patternedQuotes = perInquiry('patterned-quotes');

/** Working days are those of the calendar in force, holidays and 调休 counted. */
export const shortNotice: RiskSource = {
  kit: 'short-notice',
  looksAgain: afterAward,
  asKnown,
  gather: async (tx, period, { calendar }, only, knownBefore) =>
    (await awardedInquiries(tx, period, only, knownBefore)).map((inquiry) => {
      const [from, to] = [calendar.dayOf(inquiry.publishedAt), calendar.dayOf(inquiry.deadline)];
      return {
        ...caseOf(inquiry, period),
        inputs: {
          method: inquiry.method,
          quotes: inquiry.quotes,
          workdays: calendar.workdaysBetween(from, to),
          calendarKnown: [from, to].every((day) => calendar.known(Number(day.slice(0, 4)))),
        } satisfies ShortNoticeInputs,
      };
    }),
};

/** Shares and spreads are held against those of a year. */
const yearBefore = (to: string) => addDays(to, -365);

const judgedOf = (inquiries: readonly AwardedInquiry[]): Judged => {
  const quotes = inquiries.flatMap((inquiry) => inquiry.quotes);
  return {
    inquiries: inquiries.length,
    quotes: quotes.filter(({ late }) => !late).length,
    out: disqualified(quotes).length,
  };
};

/** What was paid above the lowest quote judged not valid, where one was lower. */
function aboveLowest({ quotes }: AwardedInquiry): number {
  const paid = quotes.find(({ won }) => won)?.amountFen ?? 0;
  return paid - Math.min(paid, ...disqualified(quotes).map(({ amountFen }) => amountFen));
}

/** Each unit that awarded in the period, with a year of its inquiries beside those of all other units. */
export const disqualifiedOften: RiskSource = {
  kit: 'disqualified-often',
  asKnown,
  async gather(tx, [from, to], { organisation }, _only, knownBefore) {
    const inPeriod = new Set((await awardedInquiries(tx, [from, to], undefined, knownBefore)).map(({ unit }) => unit));
    const ofYear = await awardedInquiries(tx, [yearBefore(to), to], undefined, knownBefore);
    const byUnit = Map.groupBy(ofYear, ({ unit }) => unit);
    const judged = [...byUnit].map(([unit, inquiries]) => ({ unit, ...judgedOf(inquiries) }));
    return judged
      .filter(({ unit }) => inPeriod.has(unit))
      .map(({ unit, ...own }) => ({
        subject: { kind: 'unit', id: unit, name: organisation.unit(unit)?.name ?? '' },
        unit,
        period: [from, to] as const,
        opens: '/procurement/inquiries',
        inputs: {
          own: { ...own, aboveFen: (byUnit.get(unit) ?? []).reduce((sum, inquiry) => sum + aboveLowest(inquiry), 0) },
          others: judged.filter((other) => other.unit !== unit).map(({ unit: _unit, ...other }) => other),
        } satisfies DisqualifiedOftenInputs,
      }));
  },
};

const inTime = ({ quotes }: AwardedInquiry): JudgedQuote[] => quotes.filter(({ late }) => !late);

/** What prices may be compared with: the same kind and award rule, and as many quotes. */
const market = (inquiry: AwardedInquiry): string =>
  [inquiry.kind, inquiry.rule, Math.min(inTime(inquiry).length, 5)].join(' ');

/** Each inquiry of the period beside what a screen says of a year in its own market. */
const inItsMarket = (kit: string, screen: 'cv' | 'diffp'): RiskSource => ({
  kit,
  looksAgain: afterAward,
  asKnown,
  async gather(tx, [from, to], _context, only, knownBefore) {
    const asked = await awardedInquiries(tx, [from, to], only, knownBefore);
    const known = (await awardedInquiries(tx, [yearBefore(to), to], undefined, knownBefore)).flatMap((inquiry) => {
      const value = priceScreens(inTime(inquiry).map(({ amountFen }) => amountFen))[screen];
      return value === null ? [] : [{ id: inquiry.id, market: market(inquiry), value }];
    });
    const byMarket = Map.groupBy(known, (each) => each.market);
    return asked.map((inquiry) => ({
      ...caseOf(inquiry, [from, to]),
      inputs: {
        rule: inquiry.rule,
        quotes: inTime(inquiry),
        comparable: (byMarket.get(market(inquiry)) ?? [])
          .filter(({ id }) => id !== inquiry.id)
          .map(({ value }) => value),
      } satisfies ClosePricesInputs & PriceGapInputs,
    }));
  },
});

export const closePrices = inItsMarket('close-prices', 'cv');
export const priceGaps = inItsMarket('price-gap', 'diffp');
