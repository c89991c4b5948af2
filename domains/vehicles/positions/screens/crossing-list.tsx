import { LedgerPage } from '@opengoa/web-kit';

/** 进出围栏. */
export default function CrossingList() {
  return (
    <LedgerPage
      list="vehicles.crossings"
      searchBy={['at', 'plate', 'fence_name']}
      tones={{ way: { entered: 'done', left: 'busy' } }}
      empty={{
        title: { zh: '还没有进出记录', en: 'No crossings yet' },
        todo: {
          zh: '先在电子围栏中划定范围；车辆进出时自动记录。',
          en: 'Draw a fence first; crossings are kept as vehicles pass.',
        },
      }}
    />
  );
}
