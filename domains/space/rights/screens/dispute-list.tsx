import { LedgerPage } from '@opengoa/web-kit';

/** 权属争议. */
export default function DisputeList() {
  return (
    <LedgerPage
      list="space.disputes"
      searchBy={['state', 'building', 'unit_id']}
      tones={{ state: { open: 'check', settled: 'done' } }}
      empty={{
        title: { zh: '没有权属争议', en: 'No disputes' },
        todo: {
          zh: '有争议时在房屋页点“登记争议”，解决前会一直提醒。',
          en: 'Open one on a building’s page; it is reminded of until it is settled.',
        },
      }}
    />
  );
}
