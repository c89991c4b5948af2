import { words } from '@opengoa/kernel/words';
import {
  EmptyState,
  Go,
  instant,
  number,
  Page,
  Section,
  Shown,
  useList,
  useRead,
  useWords,
  type Answer,
} from '@opengoa/web-kit';
import { ChainStrip } from './chain-strip.tsx';
import { LossBars } from './loss-bars.tsx';
import { usePulse } from './use-pulse.ts';
import './chain.css';

/** 风控首页: the chain as one thin strip, the open findings by expected loss, and how the week stands. */
export default function ChainPage() {
  usePulse();
  const known = useRead('risk-centre.chain', {});
  return (
    <Page title={words('风控首页', 'Risk centre')}>
      <Shown known={known} lines={4}>
        {(it) => (
          <>
            <ChainStrip chain={it} />
            <div className="rc-home">
              <Dearest />
              <Week chain={it} />
            </div>
          </>
        )}
      </Shown>
    </Page>
  );
}

/** So many stand on the home page; the rest is one press away. */
const shown = 8;

function Dearest() {
  const { w } = useWords();
  const known = useList(
    'risk-centre.findings',
    { where: { live: { is: 'true' }, shadow: { is: 'false' } }, sort: '-expected_loss_fen' },
    { size: shown },
  );
  return (
    <Section
      title={words('按预计损失排列', 'By expected loss')}
      acts={
        <Go className="k-link" to="/risk/chain/assess">
          {w(words('全部', 'All'))}
        </Go>
      }
    >
      <Shown known={known} lines={8}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState
              icon="check"
              title={words('没有未办结的异常', 'Nothing is open')}
              todo={words(
                '规则在事实发生后即时核查，并在每天凌晨全面运行。',
                'Kits look as soon as something happens, and at everything each night.',
              )}
            />
          ) : (
            <LossBars rows={rows} />
          )
        }
      </Shown>
    </Section>
  );
}

function Week({ chain }: { readonly chain: Answer<'risk-centre.chain'> }) {
  const { w, language } = useWords();
  const { week, tuned } = chain;
  return (
    <div>
      <Section title={words('本周提示', 'Alerts of the week')}>
        {week.alerts === null ? (
          <p>
            <Go className="k-link" to={`/risk/findings?f.raised_at.from=${week.from}`}>
              {w(words(`本周提出 ${number(week.raised)} 条`, `${number(week.raised)} raised this week`))}
            </Go>
          </p>
        ) : (
          <p className="rc-budget">
            <Go to="/risk/alerts">
              <strong>{number(week.alerts.sent)}</strong> / {number(week.alerts.most)}
            </Go>
            <progress
              value={Math.min(week.alerts.sent, week.alerts.most)}
              max={week.alerts.most}
              aria-label={w(words('已用提示预算', 'Alert budget used'))}
            />
            <Go className="k-link" to="/risk/alerts">
              {w(words(`未发出 ${number(week.alerts.held)} 条`, `${number(week.alerts.held)} held back`))}
            </Go>
          </p>
        )}
      </Section>
      <Section title={words('要紧的事', 'What presses')}>
        <ul className="rc-presses">
          <li>
            <Go to="/risk/findings?f.state=assigned&f.overdue=true">
              {w(words('逾期整改', 'Overdue rectifications'))} <strong>{number(chain.overdueRectifying)}</strong>
            </Go>
          </li>
          <li>
            <Go to="/risk/findings?f.overdue=true">
              {w(words('全部逾期', 'All overdue'))} <strong>{number(chain.overdue)}</strong>
            </Go>
          </li>
          <li>
            <Go to="/risk/findings?f.state=raised">
              {w(words('待单位说明', 'Waiting for units'))} <strong>{number(chain.raised)}</strong>
            </Go>
          </li>
        </ul>
      </Section>
      <Section title={words('调整过灵敏度的规则', 'Kits whose settings were changed')}>
        {tuned.length === 0 ? (
          <p className="k-faint">{w(words('都按自带的灵敏度运行。', 'All run as they came.'))}</p>
        ) : (
          <ul className="rc-presses">
            {tuned.map((each) => (
              <li key={each.kit}>
                <Go to={`/risk/kits/${each.kit}`}>
                  {w(each.title)} <small className="k-faint">{instant(each.since, language)}</small>
                </Go>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}
