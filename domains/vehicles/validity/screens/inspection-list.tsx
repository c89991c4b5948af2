import { LedgerPage } from '@opengoa/web-kit';
import { PapersOf } from '../../papers/screens/papers-of.tsx';

/** 年检登记. */
export default function InspectionList() {
  return (
    <LedgerPage
      list="vehicles.inspections"
      searchBy={['day', 'plate']}
      below={({ id }) => <PapersOf id={String(id)} />}
      empty={{
        title: { zh: '还没有年检登记', en: 'No inspections yet' },
        todo: { zh: '在车辆页面登记年检。', en: 'Record them on a vehicle’s page.' },
      }}
    />
  );
}
