import { LedgerPage } from '@opengoa/web-kit';

/** 驾驶员. */
export default function DriverList() {
  return (
    <LedgerPage
      list="vehicles.drivers"
      searchBy={['state', 'licence', 'unit_id']}
      tones={{ state: { active: 'done', released: 'plain' } }}
      empty={{
        title: { zh: '还没有登记驾驶员', en: 'No drivers yet' },
        todo: { zh: '登记后才能派车。', en: 'Register one, so that trips can be dispatched.' },
      }}
    />
  );
}
