import { refuse, verb } from '@opengoa/kernel';
import { JudgeQuote, QuoteJudged } from '../contract.ts';
import { inquiryMoves, inquiryOf, onInquiry } from '../inquiries/inquiry.ts';
import { quoteStates } from '../words.zh.ts';
import { lockQuote } from './quote-store.ts';

/** 评审报价: valid or not, with the reason where it is not, or where it is and came late. Until the award it may be judged again. */
export const judgeQuote = verb('procurement.judge-quote', {
  ...onInquiry,
  title: { zh: '评审报价', en: 'Judge a quote' },
  input: JudgeQuote,
  who: ['clerk', 'head'],
  facts: [QuoteJudged],
  refusals: ['not-now', 'quote-not-open', 'reason-needed'],
  load: (tx, { quote }) => lockQuote(tx, quote),
  decide({ quote, inquiry }, { valid, why }) {
    const closed = inquiryMoves.refusal(inquiry.state, 'procurement.judge-quote');
    if (closed) return closed;
    if (quote.state === 'struck') return refuse('quote-not-open', { state: quoteStates[quote.state] }, { status: 409 });
    if (why === '' && (!valid || quote.late)) return refuse('reason-needed');
    return [
      QuoteJudged.of({
        object: inquiryOf(inquiry),
        unit: inquiry.unit,
        body: { quote: quote.id, supplier: quote.supplier, valid, why },
      }),
    ];
  },
});
