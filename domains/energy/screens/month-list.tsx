import { LedgerPage, percent } from '@opengoa/web-kit';

/** 月度用能: what each meter used, and how complete the month is. */
export default function MonthList() {
  return (
    <LedgerPage
      list="energy.months"
      searchBy={['month', 'carrier', 'unit_id']}
      cells={{
        month: (row) => String(row['month']).slice(0, 7),
        share: (row) => percent(row['share'] as number | null),
      }}
      empty={{
        title: { zh: '还没有读数', en: 'No readings yet' },
        todo: { zh: '接收或抄录读数后按月汇总。', en: 'Months are summed once readings come in.' },
      }}
    />
  );
}
