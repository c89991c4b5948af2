import { LedgerPage } from '@opengoa/web-kit';

/** 资产自查. */
export default function SelfCheckList() {
  return (
    <LedgerPage
      list="assets.self-checks"
      searchBy={['state', 'due_day', 'unit_id']}
      tones={{ state: { open: 'busy', closed: 'done' } }}
      empty={{
        title: { zh: '还没有发起自查', en: 'Nothing here yet' },
        todo: {
          zh: '点“发起自查”，名下有资产的人员会收到提醒，在手机上逐项确认。',
          en: 'Open one: everybody with things in their name confirms them on the phone.',
        },
      }}
    />
  );
}
