import { words } from '@opengoa/kernel/words';
import { LedgerPage } from '@opengoa/web-kit';

/** 用房申请. */
export default function RequestList() {
  return (
    <LedgerPage
      list="space.requests"
      searchBy={['state', 'unit_id', 'requested_at']}
      tones={{
        state: {
          requested: 'busy',
          'sent-back': 'check',
          refused: 'refused',
          withdrawn: 'plain',
          deciding: 'busy',
          allotted: 'done',
          'handed-on': 'plain',
        },
      }}
      empty={{
        title: words('还没有用房申请', 'No requests yet'),
        todo: words('点“申请用房”，写明用途、人数和面积。', 'Ask for premises with purpose, people and area.'),
      }}
    />
  );
}
