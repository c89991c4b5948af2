import { words } from '@opengoa/kernel/words';
import { LedgerPage } from '@opengoa/web-kit';

/** 退还房间. */
export default function HandBackList() {
  return (
    <LedgerPage
      list="space.hand-backs"
      searchBy={['state', 'unit_id', 'day']}
      tones={{ state: { asked: 'busy', taken: 'done', declined: 'refused', withdrawn: 'plain' } }}
      empty={{
        title: words('还没有退还的房间', 'Nothing was handed back'),
        todo: words('点“退还房间”，选不再需要的房间。', 'Press “Hand rooms back” and choose rooms.'),
      }}
    />
  );
}
