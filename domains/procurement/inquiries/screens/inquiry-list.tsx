import { LedgerPage } from '@opengoa/web-kit';
import { inquiryTones } from './inquiry-tones.ts';

/** 询价. */
export default function InquiryList() {
  return (
    <LedgerPage
      list="procurement.inquiries"
      searchBy={['state', 'kind', 'unit_id']}
      tones={{ state: inquiryTones }}
      opens="page"
      empty={{
        title: { zh: '还没有询价', en: 'No inquiries yet' },
        todo: {
          zh: '点“发布询价”开始；报价在截止后开启、评审，由负责人确定成交。',
          en: 'Publish one; after the deadline its quotes are opened and judged, and a head awards it.',
        },
      }}
    />
  );
}
