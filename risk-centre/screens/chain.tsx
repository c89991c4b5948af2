import { Go, Ledger, number, Page, Section, Shown, useRead, useWords } from '@opengoa/web-kit';
import { findingCells } from './finding-cells.tsx';
import { levelTones, stateTones } from './finding-tones.ts';
import './chain.css';

const link = (zh: string, en: string, count: number, opens: string) => ({ title: { zh, en }, count, opens });

/** 风控首页: the chain as one thin strip with live counts, each opening its list; under it what matters most. */
export default function ChainPage() {
  const { w } = useWords();
  const known = useRead('risk-centre.chain', {});
  return (
    <Page title={{ zh: '风控首页', en: 'Risk centre' }}>
      <Shown known={known} lines={4}>
        {(it) => (
          <>
            <nav className="rc-chain" aria-label={w({ zh: '风控链', en: 'The chain' })}>
              {[
                link('搜集·已封存事实', 'Collected: sealed facts', it.facts, '/risk/runs'),
                link('分析·启用规则', 'Analysed: live kits', it.kitsLive, '/risk/kits'),
                link('识别·已检查', 'Looked at', it.looked, '/risk/runs'),
                link('数据不足', 'Insufficient data', it.silent, '/risk/runs'),
                link('待单位说明', 'Waiting for units', it.raised, '/risk/findings?f.state=raised'),
                link('待核实', 'To be verified', it.explained, '/risk/findings?f.state=explained'),
                link('待交办', 'To be assigned', it.confirmed, '/risk/findings?f.state=confirmed'),
                link('整改中', 'Being rectified', it.rectifying, '/risk/findings?f.state=assigned,rectified'),
                link('逾期', 'Overdue', it.overdue, '/risk/findings?f.overdue=true'),
                link(
                  '反馈·已结',
                  'Closed or dismissed',
                  it.closed + it.dismissed,
                  '/risk/findings?f.state=closed,dismissed',
                ),
              ].map(({ title, count, opens }) => (
                <Go key={title.zh} to={opens}>
                  <strong>{number(count)}</strong>
                  <span>{w(title)}</span>
                </Go>
              ))}
            </nav>
            <Section title={{ zh: '待核实异常', en: 'To be verified' }}>
              <Ledger
                list="risk-centre.findings"
                inside
                fixed={{ state: { is: 'raised,explained,confirmed,assigned,rectified' } }}
                tones={{ state: stateTones, level: levelTones }}
                cells={findingCells}
                opens="page"
              />
            </Section>
          </>
        )}
      </Shown>
    </Page>
  );
}
