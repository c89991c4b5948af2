import { LedgerPage } from '@opengoa/web-kit';

/** 公物仓共享物品: what every unit may borrow or be given. */
export default function Shelf() {
  return (
    <LedgerPage
      list="assets.shelf"
      searchBy={['name', 'condition', 'offered_for', 'unit_id']}
      opens="page"
      empty={{
        title: { zh: '公物仓里还没有物品', en: 'Nothing on the shelf yet' },
        todo: {
          zh: '各单位在“入仓台账”申请入仓，验收后在这里共享。',
          en: 'Units offer things in the ledger of the warehouse; once inspected they stand here.',
        },
      }}
    />
  );
}
