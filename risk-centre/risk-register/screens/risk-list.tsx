import { words } from '@opengoa/kernel/words';
import { Go, LedgerPage, number, useRead, useWords, type Answer, type Tone } from '@opengoa/web-kit';
import { levelTones } from '../../screens/finding-tones.ts';
import { MatrixTable } from './matrix-table.tsx';
import './risk-register.css';

export const riskTones: Readonly<Record<Answer<'risk-centre.risk'>['state'], Tone>> = {
  open: 'check',
  accepted: 'done',
  expired: 'refused',
  closed: 'plain',
};

/** 风险登记册: the matrix before and after controls, and the entries below it. */
export default function RiskList() {
  return (
    <LedgerPage
      list="risk-centre.risks"
      above={<Matrices />}
      searchBy={['state', 'residual_level', 'office', 'unit_id']}
      tones={{ state: riskTones, level: levelTones, residual_level: levelTones }}
      opens="page"
      empty={{
        title: words('没有登记的风险', 'No risks are entered'),
        todo: words(
          '点“登记风险”，写清是什么风险、由哪个岗位负责、有什么控制措施，再评控制前后的可能性和后果。',
          'Press “Enter a risk”: what may happen, which post answers for it, what is in place against it, and how likely and how grave it is before and after.',
        ),
      }}
    />
  );
}

const rows = (filters: Readonly<Record<string, string | number>>): string =>
  `/risk/register?f.live=true&${Object.entries(filters)
    .map(([name, value]) => `f.${name}=${String(value)}`)
    .join('&')}`;

function Matrices() {
  const { w } = useWords();
  const { answer } = useRead('risk-centre.risk-matrix', {});
  if (!answer) return null;
  return (
    <>
      <p className="rc-matrix-line">
        <Go className="k-link" to="/risk/register?f.live=true">
          {w(words(`未关闭 ${number(answer.open)}`, `Open ${number(answer.open)}`))}
        </Go>
        <Go className="k-link" to={rows({ state: 'accepted' })}>
          {w(words(`已接受 ${number(answer.accepted)}`, `Accepted ${number(answer.accepted)}`))}
        </Go>
        <Go className="k-link" to={rows({ state: 'expired' })}>
          {w(words(`接受已到期 ${number(answer.expired)}`, `Acceptance expired ${number(answer.expired)}`))}
        </Go>
        <span className="k-faint">
          {w(
            words(
              `可能性×后果：${number(answer.bounds.red)} 起为红，${number(answer.bounds.orange)} 起为橙，${number(answer.bounds.yellow)} 起为黄，其余为蓝。点数字看是哪几项。`,
              `Likelihood × consequence: red from ${number(answer.bounds.red)}, orange from ${number(answer.bounds.orange)}, yellow from ${number(answer.bounds.yellow)}, else blue. A number opens its entries.`,
            ),
          )}
        </span>
      </p>
      <div className="rc-matrices">
        <MatrixTable
          title={words('控制前', 'Before controls')}
          fields={answer.fields}
          count={(at) => answer.fields.find((each) => sameField(each, at))!.before}
          opens={({ likelihood, consequence }) => rows({ likelihood, consequence })}
        />
        <MatrixTable
          title={words('控制后（剩余风险）', 'After controls: what is left')}
          fields={answer.fields}
          count={(at) => answer.fields.find((each) => sameField(each, at))!.after}
          opens={({ likelihood, consequence }) =>
            rows({ residual_likelihood: likelihood, residual_consequence: consequence })
          }
        />
      </div>
    </>
  );
}

interface At {
  readonly likelihood: number;
  readonly consequence: number;
}
const sameField = (a: At, b: At): boolean => a.likelihood === b.likelihood && a.consequence === b.consequence;
