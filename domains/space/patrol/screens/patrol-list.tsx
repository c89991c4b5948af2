import { LedgerPage } from '@opengoa/web-kit';

/** 巡检. */
export default function PatrolList() {
  return (
    <LedgerPage
      list="space.patrols"
      searchBy={['building', 'state', 'day']}
      tones={{ state: { planned: 'busy', done: 'done', cancelled: 'plain' } }}
      empty={{
        title: { zh: '还没有巡检', en: 'No patrols yet' },
        todo: {
          zh: '点“安排巡检”，选房屋、日期和巡检人；巡检人在手机上登记问题并拍照。',
          en: 'Plan one with its building, its day and who walks; they report what they find on the phone.',
        },
      }}
    />
  );
}
