import { words } from '@opengoa/kernel/words';
import { LedgerPage } from '@opengoa/web-kit';

/** 使用凭证. */
export default function LicenceList() {
  return (
    <LedgerPage
      list="space.licences"
      searchBy={['state', 'unit_id', 'number']}
      tones={{ state: { 'in-force': 'done', vacating: 'check', returned: 'plain' } }}
      empty={{
        title: words('还没有使用凭证', 'No licences yet'),
        todo: words('用房申请配置房间时自动核发。', 'Issued when rooms are allotted to a request.'),
      }}
    />
  );
}
