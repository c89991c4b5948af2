import { Go, LedgerPage, useWords } from '@opengoa/web-kit';
import { PapersOf } from '../../papers/screens/papers-of.tsx';

/** 车辆费用. */
export default function CostList() {
  const { w } = useWords();
  return (
    <LedgerPage
      list="vehicles.costs"
      below={({ id }) => <PapersOf id={String(id)} />}
      acts={
        <>
          <Go className="k-link" to="/vehicles/per-vehicle">
            {w({ zh: '单车核算', en: 'Costs per vehicle' })}
          </Go>{' '}
          <Go className="k-link" to="/vehicles/hires">
            {w({ zh: '租用车辆', en: 'Hired cars' })}
          </Go>{' '}
        </>
      }
      searchBy={['kind', 'day', 'plate']}

      empty={{
        title: { zh: '还没有车辆费用', en: 'No costs yet' },
        todo: {
          zh: '在车辆页面登记，或按模板导入账单。',
          en: 'Record them on a vehicle’s page, or import bills by the template.',
        },
      }}
    />
  );
}
