import { LedgerPage } from '@opengoa/web-kit';
import { findingCells } from './finding-cells.tsx';
import { usePulse } from './use-pulse.ts';
import { levelTones, stateTones } from './finding-tones.ts';

/** 待核实异常: the ledger; expected loss decides what is looked at first. */
export default function FindingList() {
  usePulse();
  return (
    <LedgerPage
      list="risk-centre.findings"
      searchBy={['state', 'level', 'unit_id']}
      tones={{ state: stateTones, level: levelTones }}
      cells={findingCells}
      opens="page"
      empty={{
        title: { zh: '没有待核实异常', en: 'No findings' },
        todo: {
          zh: '规则每天凌晨运行；在“规则运行记录”可以看到检查了多少、有多少因数据不足未作判断。',
          en: 'Kits run every night; see under “Runs” how much was looked at and how much had too little data.',
        },
      }}
    />
  );
}
