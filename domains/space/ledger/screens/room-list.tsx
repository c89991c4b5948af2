import { LedgerPage } from '@opengoa/web-kit';

/** 房间台账. */
export default function RoomList() {
  return (
    <LedgerPage
      list="space.rooms"
      searchBy={['building', 'unit_id', 'use_group', 'state']}
      opens="page"
      tones={{
        state: { 'in-use': 'done', vacant: 'check', lent: 'busy', 'rented-out': 'busy', 'under-repair': 'busy' },
      }}
      empty={{
        title: { zh: '还没有登记房间', en: 'No rooms yet' },
        todo: {
          zh: '在房屋页点“登记房间”，或从“导入”按模板一次导入；没有的楼层会一并登记。',
          en: 'Register one on its building’s page, or import the sheet: floors come with it.',
        },
      }}
    />
  );
}
