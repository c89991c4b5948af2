import { LedgerPage } from '@opengoa/web-kit';
import { demandTones } from './tones.ts';

/** 需求台账. */
export default function DemandList() {
  return (
    <LedgerPage
      list="assets.demands"
      searchBy={['state', 'name', 'unit_id']}
      tones={{ state: demandTones }}
      opens="page"
      empty={{
        title: { zh: '还没有需求', en: 'No demands yet' },
        todo: {
          zh: '点“提出需求”，系统立即给出全系统可用的闲置物品。',
          en: 'Raise one: what lies idle in the tree is shown beside it at once.',
        },
      }}
    />
  );
}
