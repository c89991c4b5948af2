import { refuse, verb } from '@opengoa/kernel';
import { isCreditCode } from '@opengoa/kernel/exchange';
import { EnterQuote, QuoteEntered } from '../contract.ts';
import { isInvited } from '../inquiries/inquiry-store.ts';
import { inquiryMoves, inquiryOf, lockInquiry, lockInquiryByNumber, onInquiry } from '../inquiries/inquiry.ts';
import { quotesOf, sealAmount } from './quote-store.ts';

/**
 * 登记报价: as it came in. One that comes after the deadline, or is entered when the others are open already, is kept and marked late.
 * Before the opening its amount goes into the row alone, and not onto the Record.
 */
export const enterQuote = verb('procurement.enter-quote', {
  ...onInquiry,
  title: { zh: '登记报价', en: 'Enter a quote' },
  input: EnterQuote,
  who: ['clerk'],
  facts: [QuoteEntered],
  refusals: ['not-now', 'credit-code-wrong', 'received-ahead', 'quote-entered'],
  secrets: ['amountFen'],
  load: async (tx, { inquiry: id, number, code }) => {
    const inquiry = id === undefined ? await lockInquiryByNumber(tx, number ?? '') : await lockInquiry(tx, id);
    return {
      inquiry,
      quotes: await quotesOf(tx, inquiry.id),
      invited: await isInvited(tx, inquiry.id, code),
    };
  },
  decide({ inquiry, quotes, invited }, { supplier, code, amountFen, receivedAt, note }, { now }) {
    const closed = inquiryMoves.refusal(inquiry.state, 'procurement.enter-quote');
    if (closed) return closed;
    if (!isCreditCode(code)) return refuse('credit-code-wrong', { code });
    const received = new Date(receivedAt);
    if (received > now) return refuse('received-ahead');
    if (quotes.some((quote) => quote.code === code)) return refuse('quote-entered', { supplier }, { status: 409 });
    const opened = inquiry.state === 'opened';
    return [
      QuoteEntered.of({
        object: inquiryOf(inquiry),
        unit: inquiry.unit,
        body: {
          supplier,
          code,
          amountFen: opened ? amountFen : null,
          receivedAt,
          late: opened || received > inquiry.deadline,
          invited,
          note,
        },
      }),
    ];
  },
  also: (tx, { inquiry }, { code, amountFen }) => sealAmount(tx, inquiry.id, code, amountFen),
});
