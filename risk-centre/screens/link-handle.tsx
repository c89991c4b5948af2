import { words } from '@opengoa/kernel/words';
import { Go, Ledger, number, Section, Shown, useList, useRead, useWords } from '@opengoa/web-kit';
import { stateWords } from '../words.ts';
import { findingCells } from './finding-cells.tsx';
import { levelTones, stateTones } from './finding-tones.ts';
import { LossBars } from './loss-bars.tsx';

const tones = { state: stateTones, level: levelTones };

/** 识别: what was raised in the last thirty days. */
export function Identified() {
  const { answer } = useRead('risk-centre.chain', {});
  if (!answer) return null;
  return (
    <Ledger
      list="risk-centre.findings"
      inside
      fixed={{ raised_at: { from: answer.since } }}
      tones={tones}
      cells={findingCells}
      opens="page"
      empty={{ title: words('近三十天没有提出异常', 'Nothing was raised in thirty days') }}
    />
  );
}

/** 风险分析: every open finding, the dearest first. */
export function Assessed() {
  const { w } = useWords();
  const known = useList(
    'risk-centre.findings',
    { where: { live: { is: 'true' } }, sort: '-expected_loss_fen' },
    { size: 200 },
  );
  return (
    <Shown known={known} lines={12}>
      {({ rows, total }) => (
        <Section
          title={words(`未办结 ${number(total.count)} 件`, `${number(total.count)} open`)}
          acts={
            <Go className="k-link" to="/risk/findings?f.live=true&sort=-expected_loss_fen">
              {w(words('在台账中打开', 'Open as a ledger'))}
            </Go>
          }
        >
          <LossBars rows={rows} />
        </Section>
      )}
    </Shown>
  );
}

const stations = ['raised', 'explained', 'confirmed', 'rectifying'] as const;
const stationStates: Readonly<Record<(typeof stations)[number], string>> = {
  raised: 'raised',
  explained: 'explained',
  confirmed: 'confirmed',
  rectifying: 'assigned,rectified',
};

/** 处理: how many stand where, and the rows of those in hand. */
export function Handled() {
  const { w } = useWords();
  const known = useRead('risk-centre.chain', {});
  return (
    <Shown known={known} lines={3}>
      {(it) => (
        <>
          <p className="k-chips">
            {stations.map((station) => (
              <Go key={station} className="k-chip k-chip-press" to={`/risk/findings?f.state=${stationStates[station]}`}>
                {w(station === 'rectifying' ? words('整改与验收', 'Rectified and accepted') : stateWords[station])}{' '}
                {number(it[station])}
              </Go>
            ))}
            <Go className="k-chip k-chip-press" to="/risk/findings?f.overdue=true">
              {w(words('逾期', 'Overdue'))} {number(it.overdue)}
            </Go>
          </p>
          <Ledger
            list="risk-centre.findings"
            inside
            fixed={{ state: { is: 'explained,confirmed,assigned,rectified' } }}
            tones={tones}
            cells={findingCells}
            opens="page"
            empty={{ title: words('没有在核实或整改的异常', 'Nothing is being verified or rectified') }}
          />
        </>
      )}
    </Shown>
  );
}
