import { webRoom } from '@opengoa/web-kit/room';
import { inquiryActs } from './inquiries/screens/inquiry-acts.ts';
import { ruleWords } from './risks/rule-words.ts';
import { factWords } from './words.zh.ts';

export default webRoom({
  name: 'procurement',
  title: { zh: '采购询价', en: 'Procurement' },
  help: [() => import('./help.ts')],
  icon: 'box',
  pages: [
    {
      path: '/procurement/inquiries',
      title: { zh: '询价', en: 'Inquiries' },
      needs: 'procurement.inquiries',
      nav: true,
      load: () => import('./inquiries/screens/inquiry-list.tsx'),
    },
    {
      path: '/procurement/inquiries/{id}',
      title: { zh: '询价单', en: 'Inquiry' },
      needs: 'procurement.inquiry',
      under: '/procurement/inquiries',
      load: () => import('./inquiries/screens/inquiry-page.tsx'),
    },
    {
      path: '/procurement/quotes',
      title: { zh: '报价', en: 'Quotes' },
      needs: 'procurement.quotes',
      nav: true,
      load: () => import('./quotes/screens/quote-list.tsx'),
    },
  ],
  acts: inquiryActs,
  opens: { 'procurement.inquiry': '/procurement/inquiries/{id}' },
  codes: ruleWords,
  facts: { ...factWords, 'procurement.inquiry': { zh: '询价', en: 'Inquiry' } },
});
