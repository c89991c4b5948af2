import { LedgerPage } from '@opengoa/web-kit';

/** 车辆费用. */
export default function CostList() {
  return (
    <LedgerPage
      list="vehicles.costs"
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
