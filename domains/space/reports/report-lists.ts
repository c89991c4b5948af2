import { list, words } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import type { ReportState } from './contract.ts';
import { offersFor } from './report.ts';
import { reportStates } from './words.zh.ts';

const m2 = { kind: 'decimal', unitOfMeasure: '㎡' } as const;

/** 统计报告. */
export const reportList = list('space.reports', {
  title: words('统计报告', 'Reports of premises'),
  view: 'space_read.report_v1',
  who: readers,
  order: '-year',
  opens: '/space/reports/{id}',
  columns: {
    year: { title: words('年度', 'Year'), kind: 'integer', sort: true, filter: true },
    unit_id: { title: words('填报单位', 'Unit'), kind: 'unit', filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: reportStates, filter: true, always: true },
    as_of: { title: words('统计时点', 'As of'), kind: 'day', always: true },
    due_day: { title: words('报送期限', 'Due'), kind: 'day', sort: true, filter: true },
    late: { title: words('逾期', 'Late'), kind: 'yes-no', filter: true },
    units: { title: words('单位', 'Units'), kind: 'integer' },
    buildings: { title: words('房屋', 'Buildings'), kind: 'integer' },
    gross_m2: { title: words('建筑面积', 'Gross area'), ...m2 },
    basic_m2: { title: words('基本办公用房', 'Basic area'), ...m2 },
    over_m2: { title: words('多于核定面积', 'Beyond quotas'), ...m2 },
    vacant_m2: { title: words('闲置面积', 'Vacant'), ...m2 },
    submitted_name: { title: words('报送人', 'Submitted by'), kind: 'text' },
    submitted_at: { title: words('报送时间', 'Submitted at'), kind: 'instant', sort: 'nullable' },
    decided_name: { title: words('审核人', 'Reviewed by'), kind: 'text' },
    opinion: { title: words('审核意见', 'Opinion'), kind: 'text' },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) =>
    offersFor({
      id: row['id'] as string,
      unit: row['unit_id'] as string,
      state: row['state'] as ReportState,
    }),
});
