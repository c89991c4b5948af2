import { LedgerPage } from '@opengoa/web-kit';
import { PapersOf } from '../../papers/screens/papers-of.tsx';

/** 租用车辆. */
export default function HireList() {
  return (
    <LedgerPage
      list="vehicles.hires"
      below={({ id }) => <PapersOf id={String(id)} />}
      searchBy={['state', 'from_day', 'unit_id']}
      tones={{ state: { ordered: 'busy', settled: 'done', cancelled: 'plain' } }}
      empty={{
        title: { zh: '还没有租用车辆', en: 'No hired cars' },
        todo: { zh: '本单位和公务用车平台派不出车时，可租用车辆。', en: 'Hire one where the pool has none.' },
      }}
    />
  );
}
