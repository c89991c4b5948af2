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
import type { JudgedInquiry, JudgedQuote } from './judged-inquiry.ts';

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
