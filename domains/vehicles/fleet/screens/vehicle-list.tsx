import { LedgerPage } from '@opengoa/web-kit';

/** 车辆台账. */
export default function VehicleList() {
  return (
    <LedgerPage
      list="vehicles.vehicles"
      searchBy={['state', 'category', 'unit_id']}
      tones={{ state: { 'in-use': 'done', 'under-repair': 'check', sealed: 'plain', retired: 'plain' } }}
      empty={{
        title: { zh: '台账里还没有车辆', en: 'No vehicles yet' },
        todo: { zh: '逐辆登记，或按模板导入现有台账。', en: 'Register one, or import a register by the template.' },
      }}
    />
  );
}
