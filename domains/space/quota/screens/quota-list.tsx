import { words } from '@opengoa/kernel/words';
import { LedgerPage } from '@opengoa/web-kit';

/** 核定记录. */
export default function QuotaList() {
  return (
    <LedgerPage
      list="space.quotas"
      searchBy={['unit_id', 'from_day', 'paper']}
      empty={{
        title: words('还没有核定过面积', 'No quota was set yet'),
        todo: words('在“单位面积核定”中点“核定面积”。', 'Set one on the page of quotas.'),
      }}
    />
  );
}
