import { LedgerPage } from '@opengoa/web-kit';

/** 驾驶员排班. */
export default function DutyList() {
  return (
    <LedgerPage
      list="vehicles.duties"
      searchBy={['name', 'kind', 'starts_at']}

      empty={{
        title: { zh: '还没有排班', en: 'No duties yet' },
        todo: {
          zh: '在驾驶员台账中排班；轮休、请假、培训时不派车。',
          en: 'Plan them in the ledger of drivers; whoever is away is not dispatched.',
        },
      }}
    />
  );
}
