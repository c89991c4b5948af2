import { LedgerPage } from '@opengoa/web-kit';

/** 用能建筑. */
export default function BuildingList() {
  return (
    <LedgerPage
      list="energy.buildings"
      searchBy={['use', 'unit_id', 'open_doubts']}
      opens="page"
      empty={{
        title: { zh: '还没有登记建筑', en: 'No buildings yet' },
        todo: {
          zh: '逐栋登记，或按模板导入；再登记表计并接收读数。',
          en: 'Register one or import a sheet, then its meters.',
        },
      }}
    />
  );
}
