import { refuse, verb } from '@opengoa/kernel';
import { OpenQuotes, QuotesOpened } from '../contract.ts';
import { inquiryMoves, inquiryOf, lockInquiry, onInquiry, shanghaiMinute, taskToAward } from '../inquiries/inquiry.ts';
import { quotesOf } from './quote-store.ts';

/** 开启报价: all at once, after the deadline. From here on the amounts are read, and they stand on the Record. */
export const openQuotes = verb('procurement.open-quotes', {
  ...onInquiry,
  title: { zh: '开启报价', en: 'Open the quotes' },
  input: OpenQuotes,
  who: ['clerk', 'head'],
  facts: [QuotesOpened],
  refusals: ['not-now', 'before-deadline'],
  load: async (tx, { inquiry }) => ({
    inquiry: await lockInquiry(tx, inquiry),
    quotes: await quotesOf(tx, inquiry),
  }),
  decide({ inquiry, quotes }, _input, context) {
    const closed = inquiryMoves.refusal(inquiry.state, 'procurement.open-quotes');
    if (closed) return closed;
    if (context.now <= inquiry.deadline)
      return refuse('before-deadline', { deadline: shanghaiMinute(inquiry.deadline) }, { status: 409 });
    return [
      QuotesOpened.of({
        object: inquiryOf(inquiry),
        unit: inquiry.unit,
        body: {
          quotes: quotes.map(({ id, supplier, amountFen, late }) => ({ quote: id, supplier, amountFen, late })),
        },
      }),
      ...taskToAward(
        inquiry,
        quotes.map(({ enteredBy }) => enteredBy),
        context,
      ),
    ];
  },
});
