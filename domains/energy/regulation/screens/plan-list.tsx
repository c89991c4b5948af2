import { LedgerPage } from '@opengoa/web-kit';

/** 调控方案. */
export default function PlanList() {
  return (
    <LedgerPage
      list="energy.regulation-plans"
      searchBy={['state', 'unit_id']}
      opens="page"
      tones={{ state: { shadow: 'check', active: 'busy', stopped: 'plain', ended: 'plain' } }}
      empty={{
        title: { zh: '还没有调控方案', en: 'No plans yet' },
        todo: {
          zh: '先登记受控点，再提出方案。方案先试运行，经另一人批准、且本单位已开启自动调控后才会执行。',
          en: 'Register a point first, then propose a plan. It acts only after it ran beside, another person approved it, and regulation is switched on.',
        },
      }}
    />
  );
}
