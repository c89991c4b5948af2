import { LedgerPage } from '@opengoa/web-kit';

/** 表计. */
export default function MeterList() {
  return (
    <LedgerPage
      list="energy.meters"
      searchBy={['carrier', 'kind', 'unit_id']}
      opens="page"
      empty={{
        title: { zh: '还没有表计', en: 'No meters yet' },
        todo: { zh: '在建筑页面登记，或按模板导入。', en: 'Register them on a building, or import a sheet.' },
      }}
    />
  );
}
