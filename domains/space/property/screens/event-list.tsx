import { LedgerPage } from '@opengoa/web-kit';

/** 巡检问题和报修 of the buildings of contracts. */
export default function EventList() {
  return (
    <LedgerPage
      list="space.service-events"
      searchBy={['day', 'kind', 'building', 'state']}
      tones={{ state: { open: 'check', closed: 'done' } }}
      empty={{
        title: { zh: '没有巡检问题和报修', en: 'No defects and no faults' },
        todo: {
          zh: '合同房屋里巡检发现的问题和扫码报修会列在这里。',
          en: 'What patrols find and people report in the buildings of a contract stands here.',
        },
      }}
    />
  );
}
