import { Go, Ledger, number, Page, Shown, useRead, useWords } from '@opengoa/web-kit';
import { findingCells } from './finding-cells.tsx';
import { levelTones, stateTones } from './finding-tones.ts';
import './chain.css';

/** One link: which part of the chain, and what is counted there. */
const link = (part: string, zh: string, partEn: string, en: string, count: number, opens: string) => ({
  part: { zh: part, en: partEn },
  title: { zh, en },
  count,
  opens,
});

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
                link('搜集', '已封存事实', 'Collected', 'sealed facts', it.facts, '/risk/runs'),
                link('分析', '启用规则', 'Analysed', 'live kits', it.kitsLive, '/risk/kits'),
                link('识别', '已检查', 'Recognised', 'looked at', it.looked, '/risk/runs'),
                link('识别', '数据不足', 'Recognised', 'insufficient data', it.silent, '/risk/runs'),
                link('核实', '待单位说明', 'Verified', 'waiting for units', it.raised, '/risk/findings?f.state=raised'),
                link('核实', '待认定', 'Verified', 'to be judged', it.explained, '/risk/findings?f.state=explained'),
                link('处置', '待交办', 'Handled', 'to be assigned', it.confirmed, '/risk/findings?f.state=confirmed'),
                link(
                  '处置',
                  '整改中',
                  'Handled',
                  'being rectified',
                  it.rectifying,
                  '/risk/findings?f.state=assigned,rectified',
                ),
                link('督办', '逾期', 'Pressed', 'overdue', it.overdue, '/risk/findings?f.overdue=true'),
                link(
                  '反馈',
                  '已结',
                  'Fed back',
                  'closed or dismissed',
                  it.closed + it.dismissed,
                  '/risk/findings?f.state=closed,dismissed',
                ),
              ].map(({ part, title, count, opens }) => (
                <Go key={title.zh} to={opens} data-none={count === 0 ? '' : undefined}>
                  <span className="rc-chain-part">{w(part)}</span>
                  <strong>{number(count)}</strong>
                  <span>{w(title)}</span>
                </Go>
              ))}
            </nav>
            <h2 className="rc-chain-under">{w({ zh: '正在办理', en: 'Being handled' })}</h2>
            <Ledger
              list="risk-centre.findings"
              inside
              fixed={{ state: { is: 'raised,explained,confirmed,assigned,rectified' } }}
              tones={{ state: stateTones, level: levelTones }}
              cells={findingCells}
              opens="page"
            />
          </>
        )}
      </Shown>
    </Page>
  );
}
