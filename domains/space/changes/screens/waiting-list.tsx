import { LedgerPage } from '@opengoa/web-kit';

/** 待划转房间. */
export default function WaitingList() {
  return (
    <LedgerPage
      list="space.waiting-rooms"
      searchBy={['unit_id', 'building', 'use']}
      empty={{
        title: { zh: '没有待划转的房间', en: 'No room waits' },
        todo: {
          zh: '机构合并后房间自动归承接单位；分设后在这里逐间选择归哪个单位。',
          en: 'After a merger rooms follow by themselves; after a split say here whose each becomes.',
        },
      }}
    />
  );
}
