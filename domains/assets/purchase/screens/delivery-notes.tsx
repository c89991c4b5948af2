import { LedgerPage } from '@opengoa/web-kit';

/** 验收单. */
export default function DeliveryNotes() {
  return (
    <LedgerPage
      list="assets.delivery-notes"
      searchBy={['day', 'supplier', 'unit_id']}
      opens="page"
      empty={{
        title: { zh: '还没有验收单', en: 'No deliveries yet' },
        todo: {
          zh: '购置计划批准后，在计划页面点“验收到货”，卡片随之建立。',
          en: 'Accept a delivery on the page of an approved plan; its cards are made then.',
        },
      }}
    />
  );
}
