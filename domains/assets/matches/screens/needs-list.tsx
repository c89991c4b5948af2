import { LedgerPage } from '@opengoa/web-kit';

/** 全系统需求. */
export default function NeedsList() {
  return (
    <LedgerPage
      list="assets.needs"
      searchBy={['name', 'urgent', 'unit_id']}
      empty={{
        title: { zh: '没有待满足的需求', en: 'Nothing is needed' },
        todo: { zh: '各单位在“需求台账”提出需求。', en: 'Units raise demands in the ledger of demands.' },
      }}
    />
  );
}
