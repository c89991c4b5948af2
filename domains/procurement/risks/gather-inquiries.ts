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
import { type AwardRule, InquiryAwarded, type Kind, type Method } from '../contract.ts';
import { addDays } from '@opengoa/kernel/calendar';
import { priceScreens } from '../methods/price-screens.ts';
import type { ClosePricesInputs } from './close-prices/risk.ts';
import type { DisqualifiedOftenInputs, Judged } from './disqualified-often/risk.ts';
import { disqualified, type JudgedInquiry, type JudgedQuote } from './judged-inquiry.ts';

/** An inquiry that was awarded, with all its quotes. */
export interface AwardedInquiry extends JudgedInquiry {
  readonly id: Id;
  readonly unit: Id;
  readonly name: string;
  readonly kind: Kind;
}

interface QuoteRow extends JudgedQuote {
  readonly inquiry: Id;
  readonly unit: Id;
  readonly name: string;
  readonly kind: Kind;
  readonly method: Method;
  readonly rule: AwardRule;
  readonly invited: number;
}

/** An inquiry that was awarded is looked at at once. */
export const afterAward: LooksAgain = { of: [InquiryAwarded.name], at: ({ objectId }) => objectId };

/**
 * Awarded from one day to the day before another, as far as the asker's right reaches, with every quote that was not struck.
 * @param only inquiries asked about; all where left out
 */
export async function awardedInquiries(
  tx: Tx,
  [from, to]: readonly [string, string],
  only?: readonly Id[],
): Promise<AwardedInquiry[]> {
  const rows = await tx.rows<QuoteRow>(sql`
    select i.id as inquiry, i.unit_id as unit, i.number || ' ' || i.title as name, i.kind, i.method, i.rule, q.id, q.supplier, q.amount_fen as "amountFen",
           q.late, q.state = 'valid' as valid, q.won,
           (select count(*)::int from procurement.invitation v where (v.node_id, v.inquiry_id) = (i.node_id, i.id)) as invited
      from procurement.inquiry i join procurement.quote q on (q.node_id, q.inquiry_id) = (i.node_id, i.id)
     where i.state = 'awarded' and i.awarded_at >= ${`${from}T00:00:00+08:00`} and i.awarded_at < ${`${to}T00:00:00+08:00`}
       and q.state <> 'struck' ${only ? sql`and i.id = any (${only}::uuid[])` : empty}
     order by i.awarded_at, i.id, q.id limit 100000`);
  return [...Map.groupBy(rows, ({ inquiry }) => inquiry).values()].map((quotes) => {
    const { inquiry, unit, name, kind, method, rule, invited } = quotes[0]!;
    return {
      id: inquiry,
      unit,
      name,
      kind,
      method,
      rule,
      invited,
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
  gather: async (tx: Tx, period, _context: Context, only) =>
    (await awardedInquiries(tx, period, only)).map((inquiry) => caseOf(inquiry, period)),
});

export const singleQuote = perInquiry('single-quote');
export const lateQuoteWon = perInquiry('late-quote-won');
export const othersDisqualified = perInquiry('others-disqualified');
export const lowestDisqualified = perInquiry('lowest-disqualified');

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
  async gather(tx, [from, to], { organisation }) {
    const inPeriod = new Set((await awardedInquiries(tx, [from, to])).map(({ unit }) => unit));
    const byUnit = Map.groupBy(await awardedInquiries(tx, [yearBefore(to), to]), ({ unit }) => unit);
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

/** Each inquiry of the period beside the spreads of a year in its own market. */
export const closePrices: RiskSource = {
  kit: 'close-prices',
  looksAgain: afterAward,
  async gather(tx, [from, to], _context, only) {
    const asked = await awardedInquiries(tx, [from, to], only);
    const spreads = (await awardedInquiries(tx, [yearBefore(to), to])).flatMap((inquiry) => {
      const { cv } = priceScreens(inTime(inquiry).map(({ amountFen }) => amountFen));
      return cv === null ? [] : [{ id: inquiry.id, market: market(inquiry), cv }];
    });
    const byMarket = Map.groupBy(spreads, (spread) => spread.market);
    return asked.map((inquiry) => ({
      ...caseOf(inquiry, [from, to]),
      inputs: {
        rule: inquiry.rule,
        quotes: inTime(inquiry),
        comparable: (byMarket.get(market(inquiry)) ?? []).filter(({ id }) => id !== inquiry.id).map(({ cv }) => cv),
      } satisfies ClosePricesInputs,
    }));
  },
};
