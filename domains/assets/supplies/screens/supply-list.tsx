import { LedgerPage } from '@opengoa/web-kit';

/** 耗材、配件、软件授权. */
export default function SupplyList() {
  return (
    <LedgerPage
      list="assets.supplies"
      searchBy={['name', 'kind', 'short', 'unit_id']}
      tones={{ state: { kept: 'busy', ended: 'plain' } }}
      empty={{
        title: { zh: '还没有登记耗材、配件或软件授权', en: 'No supplies yet' },
        todo: {
          zh: '点“登记变更”，填写名称和最低库存，再办“入库”。',
          en: 'Enter one with the least that should be there, then receive some.',
        },
      }}
    />
  );
}
