import { words } from '@opengoa/kernel/words';
import {
  ActButtons,
  day,
  Go,
  instant,
  Ledger,
  number,
  Page,
  Pairs,
  percent,
  Section,
  Shown,
  StatusTag,
  useRead,
  useWords,
  type Answer,
  type ScreenProps,
} from '@opengoa/web-kit';
import { KitName } from '../../screens/kit-names.tsx';
import { adviceWords, markWords, ruleStateWords, ruleWayWords } from '../words.ts';
import { ruleTones } from './mined-rules.tsx';

type Rule = Answer<'risk-centre.mined-rule'>;

/** 一条挖掘出的规律: what it says, what it rests on, its shadow run, and the rows of each. */
export default function RulePage({ params }: ScreenProps<'id'>) {
  const known = useRead('risk-centre.mined-rule', { id: params.id });
  return (
    <Shown known={known} lines={14}>
      {(it) => <OneRule rule={it} />}
    </Shown>
  );
}

function OneRule({ rule }: { readonly rule: Rule }) {
  const { w, language } = useWords();
  const { evidence, shadow } = rule;
  const rowsOf = (kind: 'source' | 'shadow' | 'live' | 'withdrawn') =>
    rule.rows[kind] === 0 ? (
      number(0)
    ) : (
      <Go className="k-link" to={`/risk/rules/${rule.id}?f.kind=${kind}`}>
        {number(rule.rows[kind])}
      </Go>
    );
  return (
    <Page
      title={words('挖掘出的规律', 'Mined rule')}
      tag={<StatusTag tone={ruleTones[rule.state]}>{w(ruleStateWords[rule.state]!)}</StatusTag>}
      about={rule.told}
      acts={<ActButtons may={rule.may} object={{ id: rule.id }} />}
    >
      <Section title={words('依据', 'What it rests on')}>
        <Pairs
          pairs={[
            { term: words('来由', 'From'), value: w(ruleWayWords[rule.way]!) },
            {
              term: words('支持', 'Support'),
              value:
                evidence.wereTrue === null
                  ? w(
                      words(
                        `${number(evidence.cases)} 个对象，偶然应有 ${number(evidence.expected, 2)} 个`,
                        `${number(evidence.cases)} subjects where chance has ${number(evidence.expected, 2)}`,
                      ),
                    )
                  : w(
                      words(
                        `检验的一半里 ${number(evidence.cases)} 件，其中属实 ${number(evidence.wereTrue)} 件`,
                        `${number(evidence.cases)} of the half it was tested on, ${number(evidence.wereTrue)} of them true`,
                      ),
                    ),
            },
            {
              term: words('提升度（90% 区间）', 'Lift (90 % interval)'),
              value: `${number(evidence.lift, 2)}（${number(evidence.liftLower, 2)}–${number(evidence.liftUpper, 2)}）`,
            },
            {
              term: words('属实比例（90% 区间）', 'Found true (90 % interval)'),
              value:
                evidence.share === null
                  ? w(words('不适用', 'not applicable'))
                  : `${percent(evidence.share.mean)}（${percent(evidence.share.lower)}–${percent(evidence.share.upper)}）`,
            },
            {
              term: words('多次检验校正', 'Corrected for many trials'),
              value: w(
                words(
                  `看过 ${number(evidence.tried)}，检验 ${number(evidence.tested)}，校正后 p = ${number(evidence.adjustedP, 4)}`,
                  `${number(evidence.tried)} looked at, ${number(evidence.tested)} tested, adjusted p = ${number(evidence.adjustedP, 4)}`,
                ),
              ),
            },
            { term: words('来源的异常', 'Findings it came from'), value: rowsOf('source') },
            {
              term: words('拟出', 'Drafted'),
              value: w(
                words(
                  `${instant(rule.draftedAt, language)}，用到 ${day(rule.foundUntil, language)} 为止的异常`,
                  `${instant(rule.draftedAt, language)}, from findings until ${day(rule.foundUntil, language)}`,
                ),
              ),
            },
          ]}
        />
      </Section>
      <Section title={words('试运行', 'Shadow run')}>
        <Pairs
          pairs={[
            { term: words('此后符合条件的新异常', 'New findings that met it since'), value: number(shadow.flagged) },
            { term: words('试运行中符合', 'Met while tried'), value: rowsOf('shadow') },
            { term: words('签署后标明', 'Marked since signed'), value: rowsOf('live') },
            ...(rule.rows.withdrawn > 0
              ? [{ term: words('撤回前标明', 'Marked before taken back'), value: rowsOf('withdrawn') }]
              : []),
            {
              term: words('命中率（90% 区间）', 'Precision (90 % interval)'),
              value:
                shadow.precision === null
                  ? `${w(words('数据不足', 'insufficient data'))}：${shadow.why.map((each) => w(each)).join('；')}`
                  : `${percent(shadow.precision.mean)}（${percent(shadow.precision.lower)}–${percent(shadow.precision.upper)}），${number(shadow.precision.wereTrue)} / ${number(shadow.precision.reviewed)}`,
            },
            {
              term: words('建议', 'Advice'),
              value: shadow.advice === null ? w(words('继续试运行', 'go on trying')) : w(adviceWords[shadow.advice]!),
            },
            ...(rule.decidedAt === null
              ? []
              : [
                  {
                    term: words('决定', 'Decided'),
                    value: `${w(ruleStateWords[rule.state]!)} ${instant(rule.decidedAt, language)}：${rule.reason ?? ''}`,
                  },
                ]),
          ]}
        />
      </Section>
      <Section title={words('涉及的异常', 'Its findings')}>
        <Ledger
          list="risk-centre.rule-rows"
          searchBy={['kind', 'outcome', 'subject_name']}
          fixed={{ rule_id: { is: rule.id } }}
          tones={{ kind: { source: 'plain', shadow: 'busy', live: 'done', withdrawn: 'plain' } }}
          cells={{
            kit: ({ kit }) => <KitName kit={String(kit)} />,
            number: (row) => (
              <Go className="k-link" to={`/risk/findings/${String(row['finding_id'])}`}>
                {String(row['number'])}
              </Go>
            ),
          }}
          empty={{ title: words('没有涉及的异常', 'No findings') }}
        />
      </Section>
      <p className="k-faint">
        {w(
          words(
            `${markWords['source']!.zh}的异常在拟出以前；试运行和标明的都在拟出以后。`,
            'Those it came from were raised before it was drafted; those it met, after.',
          ),
        )}
      </p>
    </Page>
  );
}
