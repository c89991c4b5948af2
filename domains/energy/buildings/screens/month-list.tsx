import { LedgerPage } from '@opengoa/web-kit';

/** 月度用能. */
export default function MonthList() {
  return (
    <LedgerPage
      list="energy.months"
      searchBy={['month', 'carrier', 'unit_id']}
      empty={{
        title: { zh: '还没有读数', en: 'No readings yet' },
        todo: { zh: '接收或导入读数后,按月汇总在这里。', en: 'Months appear as readings come in.' },
      }}
    />
  );
}
