import { LedgerPage } from '@opengoa/web-kit';

/** 卡账实差异. */
export default function DifferenceList() {
  return (
    <LedgerPage
      list="assets.differences"
      searchBy={['state', 'month_end', 'unit_id']}
      tones={{ state: { open: 'check', explained: 'busy', settled: 'done' } }}
      empty={{
        title: { zh: '没有差异', en: 'Nothing here yet' },
        todo: {
          zh: '录入账面余额后点“核对”；不一致的分类列在这里，逐项说明或调平。',
          en: 'Reconcile after the sums are entered; what differs is explained or settled here.',
        },
      }}
    />
  );
}
