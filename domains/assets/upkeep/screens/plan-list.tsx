import { LedgerPage } from '@opengoa/web-kit';

/** 维护计划. */
export default function UpkeepPlans() {
  return (
    <LedgerPage
      list="assets.upkeep-plans"
      searchBy={['next_due', 'what', 'unit_id', 'state']}
      tones={{ state: { running: 'busy', ended: 'plain' } }}
      empty={{
        title: { zh: '还没有维护计划', en: 'No plans of upkeep' },
        todo: {
          zh: '点“制定维护计划”，选择资产，填写内容、周期和下次日期。',
          en: 'Plan one: the thing, what is done, how often and when next.',
        },
      }}
    />
  );
}
