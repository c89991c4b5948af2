import { LedgerPage } from '@opengoa/web-kit';
import { PapersOf } from '../../papers/screens/papers-of.tsx';

/** 加油充电台账. */
export default function FuelList() {
  return (
    <LedgerPage
      list="vehicles.fuel"
      below={({ id }) => <PapersOf id={String(id)} />}
      searchBy={['plate', 'filled_at', 'carrier']}
      empty={{
        title: { zh: '还没有加油充电记录', en: 'No fuel yet' },
        todo: { zh: '在车辆页面登记加油充电。', en: "Record it on the vehicle's page." },
      }}
    />
  );
}
