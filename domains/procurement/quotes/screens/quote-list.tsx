import { LedgerPage } from '@opengoa/web-kit';
import { quoteTones } from '../../inquiries/screens/inquiry-tones.ts';

/** 报价. */
export default function QuoteList() {
  return (
    <LedgerPage
      list="procurement.quotes"
      searchBy={['number', 'supplier', 'state']}
      tones={{ state: quoteTones }}
      empty={{
        title: { zh: '还没有报价', en: 'No quotes yet' },
        todo: {
          zh: '在询价单上登记，或按模板导入；开启前不显示金额。',
          en: 'Enter them on an inquiry, or import them by the template; amounts show after the opening.',
        },
      }}
    />
  );
}
