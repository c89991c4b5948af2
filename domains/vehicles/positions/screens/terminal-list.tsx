import { LedgerPage } from '@opengoa/web-kit';

/** 定位终端. */
export default function TerminalList() {
  return (
    <LedgerPage
      list="vehicles.terminals"
      searchBy={['number', 'plate', 'state']}
      tones={{ state: { waiting: 'check', admitted: 'done', withdrawn: 'plain' } }}
      empty={{
        title: { zh: '还没有登记定位终端', en: 'No terminals yet' },
        todo: { zh: '在车辆页面“更多”里登记。', en: 'Register one on a vehicle’s page.' },
      }}
    />
  );
}
