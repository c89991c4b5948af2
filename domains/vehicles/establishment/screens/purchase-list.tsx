import { LedgerPage } from '@opengoa/web-kit';

/** 车辆购置. */
export default function PurchaseList() {
  return (
    <LedgerPage
      list="vehicles.purchases"
      searchBy={['state', 'category', 'unit_id']}
      tones={{ state: { proposed: 'busy', approved: 'check', refused: 'refused', registered: 'done' } }}
      empty={{
        title: { zh: '还没有购置申请', en: 'No purchases yet' },
        todo: {
          zh: '有空编或更新到期车辆时申请；批准后登记车辆入账。',
          en: 'Propose one against a free slot or for a vehicle whose years are over.',
        },
      }}
    />
  );
}
