import { room, talk } from '@opengoa/kernel';
import { awardInquiry } from './inquiries/award-inquiry.ts';
import { cancelInquiry } from './inquiries/cancel-inquiry.ts';
import { inquiries } from './inquiries/inquiry-lists.ts';
import { oneInquiry } from './inquiries/inquiry-reads.ts';
import { inquirySaves } from './inquiries/inquiry-store.ts';
import { inviteSupplier } from './inquiries/invite-supplier.ts';
import { publishInquiry } from './inquiries/publish-inquiry.ts';
import { enterQuote } from './quotes/enter-quote.ts';
import { judgeQuote } from './quotes/judge-quote.ts';
import { openQuotes } from './quotes/open-quotes.ts';
import { quotes } from './quotes/quote-lists.ts';
import { quoteSheet } from './quotes/quote-sheet.ts';
import { quoteSaves } from './quotes/quote-store.ts';
import { strikeQuote } from './quotes/strike-quote.ts';
import {
  awardsConcentrated,
  losesOften,
  quoteTogether,
  splitInquiries,
  turnsAtWinning,
} from './risks/gather-dealings.ts';
import {
  closePrices,
  disqualifiedOften,
  identicalQuotes,
  lateQuoteWon,
  lowestDisqualified,
  othersDisqualified,
  patternedQuotes,
  priceGaps,
  shortNotice,
  singleQuote,
} from './risks/gather-inquiries.ts';
import { refusals } from './words.zh.ts';

export default room(import.meta.dirname, {
  name: 'procurement',
  title: { zh: '采购询价', en: 'Procurement' },
  verbs: [publishInquiry, inviteSupplier, enterQuote, strikeQuote, openQuotes, judgeQuote, awardInquiry, cancelInquiry],
  reads: [inquiries, quotes, oneInquiry],
  saves: [...inquirySaves, ...quoteSaves],
  talks: {
    'procurement.inquiry': talk(
      'procurement.inquiry',
      ({ number }: { number: string }) => number,
      '/procurement/inquiries/',
    ),
  },
  risks: [
    singleQuote,
    lateQuoteWon,
    othersDisqualified,
    lowestDisqualified,
    disqualifiedOften,
    closePrices,
    priceGaps,
    identicalQuotes,
    patternedQuotes,
    shortNotice,
    splitInquiries,
    awardsConcentrated,
    losesOften,
    quoteTogether,
    turnsAtWinning,
  ],
  sheets: [quoteSheet],
  refusals,
});
