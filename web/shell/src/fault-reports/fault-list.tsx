import { LedgerPage } from '@opengoa/web-kit';
import { faultTones } from './fault-tones.ts';

/** 扫码报修: of the things of one's units, and one's own. */
export default function FaultList() {
  return (
    <LedgerPage
      list="kernel.fault-reports"
      searchBy={['state', 'reported_at', 'unit_id']}
      tones={{ state: faultTones }}
      opens="page"
      empty={{
        title: { zh: '还没有报修', en: 'Nothing was reported yet' },
        todo: {
          zh: '给车辆和表计贴上标签，任何人扫码就能报修，不需要账号。',
          en: 'Put labels on vehicles and meters: anybody who scans one can report, without an account.',
        },
        go: { to: '/labels', title: { zh: '打印标签', en: 'Print labels' } },
      }}
    />
  );
}
