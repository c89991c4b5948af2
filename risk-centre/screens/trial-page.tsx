import { words } from '@opengoa/kernel/words';
import {
  ActButtons,
  Chart,
  day,
  Go,
  Ledger,
  NameOf,
  number,
  Page,
  Pairs,
  Section,
  Shown,
  StatusTag,
  useRead,
  useWords,
  type Answer,
  type ScreenProps,
} from '@opengoa/web-kit';
import { trialStateWords } from '../words.ts';
import { RowsTable } from './rows-table.tsx';
import { TrialBackTest, trialRows } from './trial-back-test.tsx';

type Trial = Answer<'risk-centre.trial'>;

/** How often the page asks while the trial is under way. */
const everyMs = 700;
const underWay = (state: Trial['state']) => state === 'waiting' || state === 'running';

/** 试算结果: alarms by month and unit under the tried and the present settings, beside what was really found. */
export default function TrialPage({ params }: ScreenProps<'id'>) {
  const known = useRead(
    'risk-centre.trial',
    { id: params.id },
    { everyMs: (answer) => (answer === undefined || underWay(answer.state) ? everyMs : false) },
  );
  return (
    <Shown known={known} lines={16}>
      {(it) => <OneTrial trial={it} />}
    </Shown>
  );
}

function OneTrial({ trial }: { readonly trial: Trial }) {
  const { w, language } = useWords();
  const { figures } = trial;
  const changed = [
    ...Object.entries(trial.settings).flatMap(([name, value]) =>
      trial.present[name] === value ? [] : [`${name} ${String(trial.present[name])}→${String(value)}`],
    ),
    ...Object.entries(trial.standards).map(
      ([name, value]) => `${name} ${String(value)}${w(words('（草案）', ' (draft)'))}`,
    ),
  ];
  return (
    <Page
      title={words(`历史试算：${trial.title.zh}`, `Trial: ${trial.title.en}`)}
      tag={
        <StatusTag tone={trial.state === 'done' ? 'done' : underWay(trial.state) ? 'busy' : 'check'}>
          {w(trialStateWords[trial.state]!)}
        </StatusTag>
      }
      about={words(
        `${day(trial.period[0])} 至 ${day(trial.period[1])}（不含）。试算结果不是异常，不通知任何单位。`,
        `${day(trial.period[0], 'en')} to ${day(trial.period[1], 'en')}. Nothing here is a finding, and no unit is told.`,
      )}
      acts={
        <>
          <ActButtons may={trial.may} object={{ id: trial.id }} />
          <Go className="k-link" to={`/risk/kits/${trial.kit}`}>
            {w(words('规则页', 'The kit'))}
          </Go>
        </>
      }
    >
      {underWay(trial.state) && (
        <p className="rc-budget" role="status">
          <progress value={trial.done} max={Math.max(1, trial.of)} aria-label={w(words('试算进度', 'Progress'))} />
          {w(
            words(
              `${number(trial.done)} / ${number(trial.of)} 个月`,
              `${number(trial.done)} of ${number(trial.of)} months`,
            ),
          )}
        </p>
      )}
      <Section title={words('与实际相比', 'Against what was found')}>
        <Pairs
          pairs={[
            {
              term: words('改动', 'Changed'),
              value: changed.length === 0 ? w(words('无，按现行参数', 'nothing: as it is')) : changed.join('，'),
            },
            { term: words('试算提示', 'Alarms as tried'), value: number(figures.asked) },
            { term: words('现行参数提示', 'Alarms as it is'), value: number(figures.present) },
            { term: words('与实际一致', 'Found as well'), value: number(figures.agree) },
            { term: words('新增', 'New'), value: number(figures.fresh) },
            {
              term: words('不再提示', 'No longer'),
              value: w(
                words(
                  `${number(figures.noLonger)}（其中曾核实属实 ${number(figures.noLongerTrue)}）`,
                  `${number(figures.noLonger)} (${number(figures.noLongerTrue)} of them found true)`,
                ),
              ),
            },
            {
              term: words('检查', 'Looked at'),
              value: w(
                words(
                  `${number(Object.values(trial.askedCounts).reduce((sum, n) => sum + n, 0))}，数据不足 ${number(trial.askedCounts['insufficient_data'] ?? 0)}`,
                  `${number(Object.values(trial.askedCounts).reduce((sum, n) => sum + n, 0))}, insufficient data ${number(trial.askedCounts['insufficient_data'] ?? 0)}`,
                ),
              ),
            },
          ]}
        />
      </Section>
      <TrialBackTest trial={trial} />
      {trial.months.length > 0 && (
        <Section title={words('按月', 'By month')}>
          <Chart
            title={words('按月的提示', 'Alarms by month')}
            data={{
              kind: 'bar',
              x: trial.months.map(({ month }) => month),
              unit: w(words('条', 'alarms')),
              series: [
                { title: words('试算参数', 'as tried'), values: trial.months.map(({ asked }) => asked) },
                {
                  title: words('现行参数', 'as it is'),
                  values: trial.months.map(({ present }) => present),
                  tone: 'muted',
                },
                {
                  title: words('与实际一致', 'found as well'),
                  values: trial.months.map(({ agree }) => agree),
                  tone: 'check',
                },
              ],
            }}
          />
        </Section>
      )}
      {trial.units.length > 0 && (
        <Section title={words('按单位', 'By unit')}>
          <RowsTable
            title={words('按单位', 'By unit')}
            rows={trial.units}
            keyOf={({ unit }) => unit}
            empty={{ title: words('没有提示', 'No alarms') }}
            columns={[
              { title: words('单位', 'Unit'), cell: ({ unit }) => <NameOf id={unit} /> },
              { title: words('试算', 'As tried'), amount: true, cell: ({ asked }) => number(asked) },
              { title: words('现行', 'As it is'), amount: true, cell: ({ present }) => number(present) },
              { title: words('与实际一致', 'Found as well'), amount: true, cell: ({ agree }) => number(agree) },
              { title: words('不再提示', 'No longer'), amount: true, cell: ({ noLonger }) => number(noLonger) },
            ]}
          />
        </Section>
      )}
      <div id={trialRows} />
      <Section title={words('逐条', 'One by one')}>
        <Ledger
          list="risk-centre.trial-alarms"
          searchBy={['score', 'standing', 'subject_name']}
          fixed={{ trial_id: { is: trial.id } }}
          tones={{
            score: { hit: 'done', wrong: 'check', missed: 'check', unverified: 'plain', again: 'plain' },
            standing: { agree: 'done', new: 'check', 'no-longer': 'plain' },
          }}
          cells={{
            explanation: (row) => w(words(String(row['explanation']), String(row['explanation_en']))),
            finding_number: (row) =>
              row['finding_id'] ? (
                <Go className="k-link" to={`/risk/findings/${String(row['finding_id'])}`}>
                  {String(row['finding_number'])}
                </Go>
              ) : (
                '—'
              ),
          }}
          empty={{ title: words('这段时间没有提示', 'No alarms in these days') }}
        />
      </Section>
      <p className="k-faint">
        {w(words('试算时间', 'Tried'))} {day(trial.askedAt.slice(0, 10), language)}
      </p>
    </Page>
  );
}
