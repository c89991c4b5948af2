import { refuse, verb } from '@opengoa/kernel';
import { AwardInquiry, InquiryAwarded } from '../contract.ts';
import { quotesOf } from '../quotes/quote-store.ts';
import { awardTask, endAwardTask, inquiryMoves, inquiryOf, lockInquiry, onInquiry } from './inquiry.ts';

/** 确定成交: one of the valid quotes, by a head who entered none of them; not the lowest, or a late one, with the reason. */
export const awardInquiry = verb('procurement.award-inquiry', {
  ...onInquiry,
  title: { zh: '确定成交', en: 'Award' },
  input: AwardInquiry,
  who: ['head'],
  facts: [InquiryAwarded],
  refusals: ['not-now', 'entered-by-yourself', 'quotes-unjudged', 'quote-not-valid', 'award-needs-reason'],
  load: async (tx, { inquiry }) => ({
    inquiry: await lockInquiry(tx, inquiry),
    quotes: await quotesOf(tx, inquiry),
    task: await awardTask(tx, inquiry),
  }),
  decide({ inquiry, quotes, task }, { quote, reason }, context) {
    const closed = inquiryMoves.refusal(inquiry.state, 'procurement.award-inquiry');
    if (closed) return closed;
    const { person } = context.actor;
    if (quotes.some(({ enteredBy }) => enteredBy !== null && enteredBy === person))
      return refuse('entered-by-yourself');
    const unjudged = quotes.filter(({ state }) => state === 'entered').length;
    if (unjudged > 0) return refuse('quotes-unjudged', { count: unjudged });
    const valid = quotes.filter(({ state }) => state === 'valid');
    const winner = valid.find(({ id }) => id === quote);
    if (!winner) return refuse('quote-not-valid');
    const lowest = Math.min(...valid.map(({ amountFen }) => amountFen));
    if (reason === '' && (winner.late || winner.amountFen > lowest)) return refuse('award-needs-reason');
    const { supplier, code, amountFen, late } = winner;
    return [
      InquiryAwarded.of({
        object: inquiryOf(inquiry),
        unit: inquiry.unit,
        body: { quote, supplier, code, amountFen, late, reason },
      }),
      ...endAwardTask(inquiry, task, 'done', context),
    ];
  },
});
