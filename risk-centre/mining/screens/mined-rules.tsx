import { words } from '@opengoa/kernel/words';
import {
  Go,
  number,
  percent,
  Section,
  StatusTag,
  useMay,
  useWords,
  VerbForm,
  Sheet,
  type Answer,
} from '@opengoa/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { RowsTable } from '../../screens/rows-table.tsx';
import { ruleStateWords, ruleWayWords } from '../words.ts';

type Mine = Answer<'risk-centre.mine'>;

export const ruleTones = { draft: 'busy', live: 'done', refused: 'plain', withdrawn: 'plain' } as const;

/** 挖掘出的规律: drafts beside those that a person signed, and what is missing where there is none. */
export function MinedRules({ mine }: { readonly mine: Mine }) {
  const { w } = useWords();
  const [asking, setAsking] = useState(false);
  const mayMine = useMay('risk-centre.mine-rules');
  const { rules, closed } = mine;
  const little = closed.wereTrue < closed.needed;
  return (
    <Section
      title={words('挖掘出的规律', 'Mined rules')}
      acts={mayMine && <Button onClick={() => setAsking(true)}>{w(words('挖掘规律', 'Mine rules'))}</Button>}
    >
      <p className="k-faint">
        {w(
          words(
            '每晚由已核实的异常和少见的共现拟出草案。草案只作试运行，不提示任何单位；领导签署后，符合条件的新异常在其页面标明这条规律，可以撤回。',
            'Each night rules are drafted from verdicts and from kits that hardly ever meet. A draft is tried beside the work and no unit is told; once a leader has signed, new findings that meet it are marked with it on their page. It can be taken back.',
          ),
        )}
      </p>
      {little && (
        <p>
          {w(
            words(
              `由核实结论挖掘：数据不足，属实 ${number(closed.wereTrue)} 件（已核实 ${number(closed.cases)} 件），至少需要 ${number(closed.needed)} 件。`,
              `From verdicts: insufficient data, ${number(closed.wereTrue)} found true (of ${number(closed.cases)} verdicts); at least ${number(closed.needed)} are needed.`,
            ),
          )}
        </p>
      )}
      <RowsTable
        title={words('挖掘出的规律', 'Mined rules')}
        rows={rules}
        keyOf={({ id }) => id}
        empty={{
          title: words('还没有拟出规律', 'No rule was drafted yet'),
          todo: words('积累更多核实结论后再看。', 'Look again after more verdicts.'),
        }}
        columns={[
          {
            title: words('条件', 'Conditions'),
            cell: ({ id, told }) => (
              <Go className="k-link" to={`/risk/rules/${id}`}>
                {w(told)}
              </Go>
            ),
          },
          { title: words('来由', 'From'), cell: ({ way }) => w(ruleWayWords[way]!) },
          {
            title: words('支持', 'Support'),
            amount: true,
            cell: ({ evidence }) =>
              evidence.wereTrue === null
                ? number(evidence.cases)
                : `${number(evidence.wereTrue)} / ${number(evidence.cases)}`,
          },
          {
            title: words('提升度（90% 区间）', 'Lift (90 % interval)'),
            amount: true,
            cell: ({ evidence }) =>
              `${number(evidence.lift, 1)}（${number(evidence.liftLower, 1)}–${number(evidence.liftUpper, 1)}）`,
          },
          {
            title: words('属实比例（90% 区间）', 'Found true (90 % interval)'),
            cell: ({ evidence: { share } }) =>
              share === null
                ? w(words('不适用', 'not applicable'))
                : `${percent(share.mean)}（${percent(share.lower)}–${percent(share.upper)}）`,
          },
          {
            title: words('状态', 'State'),
            cell: ({ state }) => <StatusTag tone={ruleTones[state]}>{w(ruleStateWords[state]!)}</StatusTag>,
          },
        ]}
      />
      {asking && (
        <Sheet kind="middle" title={w(words('挖掘规律', 'Mine rules'))} onClose={() => setAsking(false)}>
          <p className="k-faint">
            {w(words('发起人不能签署由此拟出的规律。', 'Who asks does not sign what comes of it.'))}
          </p>
          <VerbForm
            verb="risk-centre.mine-rules"
            draft={false}
            fields={[]}
            input={() => ({})}
            submit={words('开始', 'Begin')}
            onDone={() => setAsking(false)}
            onCancel={() => setAsking(false)}
          />
        </Sheet>
      )}
    </Section>
  );
}
