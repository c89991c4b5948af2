import { Go, LedgerPage, useWords } from '@opengoa/web-kit';

/** 驾驶员排班. */
export default function DutyList() {
  const { w } = useWords();
  return (
    <LedgerPage
      list="vehicles.duties"
      acts={
        <>
          <Go className="k-link" to="/vehicles/driver-events">
            {w({ zh: '违法与事故', en: 'Violations and accidents' })}
          </Go>{' '}
        </>
      }
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
