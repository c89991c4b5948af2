import { LedgerPage } from '@opengoa/web-kit';

/** 统筹配置方案. */
export default function AllocationList() {
  return (
    <LedgerPage
      list="space.allocations"
      searchBy={['state', 'unit_id', 'made_at']}
      tones={{ state: { searching: 'busy', stopping: 'busy', found: 'check', applied: 'done', dropped: 'plain' } }}
      empty={{
        title: { zh: '还没有统筹配置方案', en: 'No allocations yet' },
        todo: {
          zh: '点“开始统筹配置”，选好范围，系统在后台为各单位找更合适的房间。',
          en: 'Start one with its scope: a plan is searched for in the background.',
        },
      }}
    />
  );
}
