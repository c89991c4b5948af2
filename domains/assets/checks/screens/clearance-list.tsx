import { LedgerPage } from '@opengoa/web-kit';

/** 离岗交接. */
export default function ClearanceList() {
  return (
    <LedgerPage
      list="assets.clearances"
      searchBy={['state', 'left_on', 'unit_id']}
      opens="page"
      tones={{ state: { open: 'check', cleared: 'done' } }}
      empty={{
        title: { zh: '没有离岗交接', en: 'Nothing here yet' },
        todo: {
          zh: '人员免职时，名下还有资产的会自动列在这里；也可以提前点“开始离岗交接”。',
          en: 'Whoever leaves with things in their name appears here by itself; a clearance may also be opened before.',
        },
      }}
    />
  );
}
