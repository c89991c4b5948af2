import { LedgerPage } from '@opengoa/web-kit';

/** 表计台账. */
export default function MeterList() {
  return (
    <LedgerPage
      list="energy.meters"
      searchBy={['carrier', 'kind', 'unit_id']}
      opens="page"
      empty={{
        title: { zh: '还没有表计', en: 'No meters yet' },
        todo: { zh: '登记表计后即可接收读数。', en: 'Readings can come in once a meter is registered.' },
      }}
    />
  );
}
