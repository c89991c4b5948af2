import { LedgerPage } from '@opengoa/web-kit';

/** 维护工单. */
export default function UpkeepOrders() {
  return (
    <LedgerPage
      list="assets.upkeep-orders"
      searchBy={['state', 'due_day', 'name', 'unit_id']}
      tones={{ state: { open: 'busy', done: 'done', cancelled: 'plain' } }}
      empty={{
        title: { zh: '没有维护工单', en: 'No orders of upkeep' },
        todo: {
          zh: '点“开维护工单”；计划到期时也在“维护计划”的那一行开工单。',
          en: 'Order upkeep here, or from the row of a plan when it is due.',
        },
      }}
    />
  );
}
