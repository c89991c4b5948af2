import { LedgerPage, percent } from '@opengoa/web-kit';

/** 月度用能. */
export default function MonthList() {
  return (
    <LedgerPage
      list="energy.months"
      cells={monthCells}
      searchBy={['month', 'carrier', 'unit_id']}
      empty={{
        title: { zh: '还没有读数', en: 'No readings yet' },
        todo: { zh: '接收或导入读数后，按月汇总在这里。', en: 'Months appear as readings come in.' },
      }}
    />
  );
}

/** A month is written as one, and completeness as a share. */
export const monthCells = {
  month: (row: Readonly<Record<string, unknown>>) => String(row['month'] ?? '').slice(0, 7),
  share: (row: Readonly<Record<string, unknown>>) => percent(row['share'] as number | null),
};
