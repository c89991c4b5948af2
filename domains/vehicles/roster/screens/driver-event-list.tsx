import { LedgerPage } from '@opengoa/web-kit';
import { PapersOf } from '../../papers/screens/papers-of.tsx';

/** 违法与事故. */
export default function DriverEventList() {
  return (
    <LedgerPage
      list="vehicles.driver-events"
      below={({ id }) => <PapersOf id={String(id)} />}
      searchBy={['name', 'kind', 'at']}

      empty={{
        title: { zh: '没有违法和事故记录', en: 'Nothing recorded' },
        todo: {
          zh: '在驾驶员台账中登记；罚款作为车辆费用登记。',
          en: 'Record them in the ledger of drivers; a fine is a cost of the vehicle.',
        },
      }}
    />
  );
}
