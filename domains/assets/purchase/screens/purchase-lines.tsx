import { LedgerPage } from '@opengoa/web-kit';
import { purchaseTones } from './purchase-tones.ts';

/** 购置明细. */
export default function PurchaseLines() {
  return (
    <LedgerPage
      list="assets.purchase-lines"
      searchBy={['equipment', 'state', 'unit_id']}
      opens="page"
      tones={{ state: purchaseTones }}
      empty={{
        title: { zh: '还没有购置明细', en: 'No lines yet' },
        todo: { zh: '拟定购置计划后，这里逐项列出。', en: 'Every line of every plan stands here.' },
      }}
    />
  );
}
