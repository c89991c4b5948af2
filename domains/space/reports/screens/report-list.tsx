import { words } from '@opengoa/kernel/words';
import { LedgerPage } from '@opengoa/web-kit';

/** 统计报告. */
export default function ReportList() {
  return (
    <LedgerPage
      list="space.reports"
      cells={{ year: ({ year }) => String(year) }}
      searchBy={['year', 'state', 'unit_id']}
      tones={{ state: { draft: 'busy', submitted: 'busy', returned: 'check', accepted: 'done' } }}
      empty={{
        title: words('还没有统计报告', 'No reports yet'),
        todo: words(
          '点“生成统计报告”，选单位和年度，各表自动取数。',
          'Open one for a unit and a year; its forms are filled in.',
        ),
      }}
    />
  );
}
