import { LedgerPage } from '@opengoa/web-kit';
import { purchaseTones } from './purchase-tones.ts';

/** 购置计划. */
export default function PurchaseList() {
  return (
    <LedgerPage
      list="assets.purchases"
      searchBy={['state', 'year', 'unit_id']}
      opens="page"
      tones={{ state: purchaseTones }}
      empty={{
        title: { zh: '还没有购置计划', en: 'No purchases yet' },
        todo: {
          zh: '点“拟定购置计划”，填写所需资产；系统先核对标准，再列出可调剂的闲置资产。',
          en: 'Plan one: it is held against the standard, and what lies idle is shown before anything is bought.',
        },
      }}
    />
  );
}
