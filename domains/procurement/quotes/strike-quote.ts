import { refuse, verb } from '@opengoa/kernel';
import { QuoteStruck, StrikeQuote } from '../contract.ts';
import { inquiryMoves, inquiryOf, onInquiry } from '../inquiries/inquiry.ts';
import { quoteStates } from '../words.zh.ts';
import { lockQuote } from './quote-store.ts';

/** 撤销报价: one entered wrongly, or taken back by its supplier, while all are sealed. It stays in the ledger. */
export const strikeQuote = verb('procurement.strike-quote', {
  ...onInquiry,
  title: { zh: '撤销报价', en: 'Strike a quote' },
  input: StrikeQuote,
  who: ['clerk'],
  facts: [QuoteStruck],
  refusals: ['not-now', 'quote-not-open'],
  load: (tx, { quote }) => lockQuote(tx, quote),
  decide({ quote, inquiry }, { why }) {
    const closed = inquiryMoves.refusal(inquiry.state, 'procurement.strike-quote');
    if (closed) return closed;
    if (quote.state === 'struck') return refuse('quote-not-open', { state: quoteStates[quote.state] }, { status: 409 });
    return [
      QuoteStruck.of({
        object: inquiryOf(inquiry),
        unit: inquiry.unit,
        body: { quote: quote.id, supplier: quote.supplier, why },
      }),
    ];
  },
});
