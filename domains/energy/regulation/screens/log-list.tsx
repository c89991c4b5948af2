import { LedgerPage } from '@opengoa/web-kit';
import { entryTones } from './tones.ts';

/** 调控日志: every command, answer, refusal and return; taken out like any ledger. */
export default function LogList() {
  return (
    <LedgerPage
      list="energy.regulation-log"
      searchBy={['kind', 'state', 'decided_at']}
      tones={{ state: entryTones }}
      empty={{
        title: { zh: '还没有调控记录', en: 'Nothing logged yet' },
        todo: { zh: '方案试运行或执行后，这里逐条记录。', en: 'What plans decide is logged here, row by row.' },
      }}
    />
  );
}
