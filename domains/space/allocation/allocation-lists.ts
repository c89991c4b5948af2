import { list } from '@opengoa/kernel';
import { words } from '@opengoa/kernel/words';
import { readers } from '../readers.ts';
import { offersFor } from './allocation.ts';
import type { AllocationState } from './contract.ts';
import { allocationStates } from './words.zh.ts';

/** 统筹配置方案: drafts and what became of them. */
export const allocations = list('space.allocations', {
  title: words('统筹配置', 'Allocations'),
  view: 'space_read.allocation_v1',
  who: readers,
  order: '-made_at',
  search: 'search',
  opens: '/space/allocations/{id}',
  columns: {
    title: { title: words('方案', 'Plan'), kind: 'text', sort: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: allocationStates, filter: true },
    unit_id: { title: words('范围', 'For'), kind: 'unit', filter: true },
    rooms: { title: words('房间数', 'Rooms'), kind: 'integer' },
    changing: { title: words('调整间数', 'Rooms that change'), kind: 'integer' },
    released_m2: { title: words('腾出面积', 'Area released'), kind: 'decimal', unitOfMeasure: '㎡' },
    surplus_cap: { title: words('上限系数', 'Cap'), kind: 'decimal' },
    turns: { title: words('求解次数', 'Searches'), kind: 'integer' },
    made_name: { title: words('制定人', 'Made by'), kind: 'text' },
    made_at: { title: words('制定时间', 'Made'), kind: 'instant', filter: true, sort: true },
    paper: { title: words('实施依据', 'Paper'), kind: 'text' },
    from_day: { title: words('实施日期', 'From'), kind: 'day', filter: true },
    applied_name: { title: words('实施人', 'Applied by'), kind: 'text', hidden: true },
    ended_at: { title: words('结束时间', 'Ended'), kind: 'instant', hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => offersFor({ unit: row['unit_id'] as string, state: row['state'] as AllocationState }),
});
