import { LedgerPage } from '@opengoa/web-kit';
import { planTones } from './tones.ts';

/** 全系统撮合. */
export default function PlanList() {
  return (
    <LedgerPage
      list="assets.pool-plans"
      searchBy={['state', 'unit_id']}
      tones={{ state: planTones }}
      opens="page"
      empty={{
        title: { zh: '还没有撮合方案', en: 'No plans yet' },
        todo: {
          zh: '点“开始全系统撮合”，一次算出整个范围最省的调剂方案。',
          en: 'Start one: the cheapest way for the whole range is reckoned at once.',
        },
      }}
    />
  );
}
