import { words } from '@opengoa/kernel/words';
import {
  ActButtons,
  codeWords,
  day,
  EmptyState,
  instant,
  Ledger,
  number,
  Page,
  Pairs,
  Section,
  Sheet,
  Shown,
  StatusTag,
  unitMark,
  useMay,
  useRead,
  useWay,
  useWords,
  type Answer,
  type ScreenProps,
} from '@opengoa/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { kitStateWords } from '../words.ts';
import { PrecisionText, VerdictCounts } from './kit-register.tsx';
import { KitName } from './kit-names.tsx';
import { RowsTable } from './rows-table.tsx';
import { TrialForm, TuneForm } from './trial-form.tsx';

type Kit = Answer<'risk-centre.kits'>['kits'][number];

/** 一条规则: question, paper, limits, sensitivity, method, cases, record, and what it would have said of the past. */
export default function KitPage({ params }: ScreenProps<'room' | 'kit'>) {
  const id = `${params.room}/${params.kit}`;
  const known = useRead('risk-centre.kits', {});
  return (
    <Shown known={known} lines={20}>
      {({ kits, fewest }) => {
        const kit = kits.find((each) => each.id === id);
        return kit ? (
          <OneKit kit={kit} fewest={fewest} />
        ) : (
          <Page title={words('风险规则', 'Kit')}>
            <EmptyState title={words('没有这条规则', 'There is no such kit')} />
          </Page>
        );
      }}
    </Shown>
  );
}

function OneKit({ kit, fewest }: { readonly kit: Kit; readonly fewest: number }) {
  const { w, language } = useWords();
  const way = useWay();
  const [open, setOpen] = useState<'try' | 'tune' | null>(null);
  const [mayTry, mayTune, mayAdopt] = [
    useMay('risk-centre.try-kit'),
    useMay('risk-centre.tune-kit'),
    useMay('risk-centre.adopt-kit'),
  ];
  const room = kit.id.slice(0, kit.id.indexOf('/'));
  const called = (name: string) => w(codeWords(room, name) ?? name);
  return (
    <Page
      title={kit.title}
      tag={
        <StatusTag tone={kit.state === 'live' ? 'done' : 'plain'}>
          {w(kitStateWords[kit.state] ?? words(kit.state, kit.state))}
        </StatusTag>
      }
      about={kit.question}
      acts={
        <>
          {mayTry && (
            <Button type="primary" onClick={() => setOpen('try')}>
              {w(words('历史试算', 'Try on history'))}
            </Button>
          )}
          {mayTune && kit.settings.length > 0 && (
            <Button onClick={() => setOpen('tune')}>{w(words('调整灵敏度', 'Change settings'))}</Button>
          )}
          {mayAdopt && <ActButtons may={['risk-centre.adopt-kit']} object={{ id: kit.id }} />}
        </>
      }
    >
      <Section title={words('规则', 'The rule')}>
        <Pairs
          pairs={[
            { term: words('编号与版本', 'Id and version'), value: <code>{`${kit.id} ${kit.version}`}</code> },
            { term: words('指标', 'Indicators'), value: kit.indicators.join('、') },
            {
              term: words('依据', 'Paper'),
              value: [kit.article.document, kit.article.number, kit.article.article].filter(Boolean).join(' '),
            },
            {
              term: words('何时核查', 'When it looks'),
              value: w(
                kit.atOnce
                  ? words(
                      '事实发生后即时核查，每晚全面核查',
                      'at once when something happens, and at everything each night',
                    )
                  : words('每晚全面核查', 'at everything each night'),
              ),
            },
            { term: words('命中率', 'Precision'), value: <PrecisionText precision={kit.precision} fewest={fewest} /> },
            { term: words('核实结论', 'Verdicts'), value: <VerdictCounts kit={kit} /> },
            {
              term: words('最近运行', 'Last run'),
              value: kit.lastRun
                ? w(
                    words(
                      `${instant(kit.lastRun.at, language)}，期间 ${day(kit.lastRun.period[0], language)} 至 ${day(kit.lastRun.period[1], language)}：检查 ${number(kit.lastRun.looked)}，提示 ${number(kit.lastRun.flagged)}，未见异常 ${number(kit.lastRun.clear)}，数据不足 ${number(kit.lastRun.insufficient)}，不适用 ${number(kit.lastRun.notApplicable)}`,
                      `${instant(kit.lastRun.at, language)}: looked at ${number(kit.lastRun.looked)}, flagged ${number(kit.lastRun.flagged)}, clear ${number(kit.lastRun.clear)}, insufficient data ${number(kit.lastRun.insufficient)}, not applicable ${number(kit.lastRun.notApplicable)}`,
                    ),
                  )
                : '—',
              wide: true,
            },
            {
              term: words('合并提示', 'Shares a finding with'),
              value:
                kit.together.length === 0
                  ? '—'
                  : kit.together.map((other, at) => (
                      <span key={other}>
                        {at > 0 && '、'}
                        <KitName kit={other} />
                      </span>
                    )),
              wide: true,
            },
            {
              term: words('已知误报', 'Known false alarms'),
              value: kit.knownFalseAlarms.map((each) => w(each)).join('、'),
              wide: true,
            },
            { term: words('处理建议', 'What to do'), value: w(kit.remedy), wide: true },
          ]}
        />
      </Section>
      <Section title={words('标准与灵敏度', 'Limits and settings')}>
        <RowsTable
          title={words('标准与灵敏度', 'Limits and settings')}
          rows={[
            ...kit.standards.map((each) => ({
              key: `s ${each.name}`,
              name: each.name,
              kind: words('标准', 'standard'),
              value:
                each.value === null
                  ? w(words('尚无生效标准', 'none in force'))
                  : `${String(each.value)} ${unitMark(each.unit, language)}`,
              from: each.article ? [each.article.document, each.article.article].filter(Boolean).join(' ') : each.id,
            })),
            ...kit.settings.map((each) => ({
              key: `t ${each.name}`,
              name: each.name,
              kind: words('灵敏度', 'setting'),
              value: `${String(each.value)} ${unitMark(each.unit, language)}`,
              from: w(
                words(
                  `可调 ${String(each.from)}–${String(each.to)}${each.value === each.own ? '' : `，自带 ${String(each.own)}`}`,
                  `from ${String(each.from)} to ${String(each.to)}${each.value === each.own ? '' : `, came as ${String(each.own)}`}`,
                ),
              ),
            })),
          ]}
          keyOf={({ key }) => key}
          empty={{ title: words('没有标准和灵敏度', 'No limits and no settings') }}
          columns={[
            { title: words('名称', 'Name'), cell: ({ name }) => called(name) },
            { title: words('类别', 'Kind'), cell: ({ kind }) => w(kind) },
            { title: words('现行值', 'Value'), amount: true, cell: ({ value }) => value },
            { title: words('来源或范围', 'From'), cell: ({ from }) => from },
          ]}
        />
      </Section>
      <Paper id={kit.id} />
      <Section title={words('历史试算', 'Trials on history')}>
        <Ledger
          list="risk-centre.trials"
          inside
          bare
          fixed={{ kit: { is: kit.id } }}
          opens="page"
          empty={{ title: words('还没有试算过', 'Not tried yet') }}
        />
      </Section>
      {open === 'try' && (
        <Sheet kind="middle" title={w(words('历史试算', 'Try on history'))} onClose={() => setOpen(null)}>
          <TrialForm kit={kit} onDone={(trial) => way.go(`/risk/trials/${trial}`)} onCancel={() => setOpen(null)} />
        </Sheet>
      )}
      {open === 'tune' && (
        <Sheet kind="middle" title={w(words('调整灵敏度', 'Change settings'))} onClose={() => setOpen(null)}>
          <TuneForm kit={kit} onDone={() => setOpen(null)} onCancel={() => setOpen(null)} />
        </Sheet>
      )}
    </Page>
  );
}

/** Method, computed fields with their formulas, and the cases that the rule is tested by. */
function Paper({ id }: { readonly id: string }) {
  const { w } = useWords();
  const known = useRead('risk-centre.kit-paper', { kit: id });
  const room = id.slice(0, id.indexOf('/'));
  return (
    <Shown known={known} lines={6}>
      {(it) => (
        <>
          {it.derived.length > 0 && (
            <Section title={words('派生数据及公式', 'Derived figures and their formulas')}>
              <Pairs
                pairs={it.derived.map(({ field, formula }) => ({
                  term: codeWords(room, field) ?? field,
                  value: w(formula),
                  wide: true,
                }))}
              />
              <p className="k-faint">
                {w(
                  words(
                    '其余证据字段都是原始记录。',
                    'Every other field of the evidence is a record as it was entered or measured.',
                  ),
                )}
              </p>
            </Section>
          )}
          <Section title={words('测试例', 'Test cases')}>
            <RowsTable
              title={words('测试例', 'Test cases')}
              rows={[
                ...it.found.map((each) => ({ ...each, found: true })),
                ...it.notFound.map((each) => ({ ...each, found: false })),
              ]}
              keyOf={({ name }) => name}
              empty={{ title: words('没有测试例', 'No cases') }}
              columns={[
                { title: words('情形', 'Case'), cell: ({ name }) => name },
                {
                  title: words('应当', 'Must'),
                  cell: ({ found, status }) => (
                    <StatusTag tone={found ? 'check' : 'plain'}>
                      {w(
                        found
                          ? words('提示', 'be flagged')
                          : status === 'insufficient_data'
                            ? words('不判断（数据不足）', 'stay silent: insufficient data')
                            : words('不提示', 'not be flagged'),
                      )}
                    </StatusTag>
                  ),
                },
                { title: words('理由', 'Why'), cell: ({ reason }) => reason },
              ]}
            />
          </Section>
          <details className="rc-method">
            <summary>{w(words('方法说明（英文原文）', 'Method'))}</summary>
            <pre>{it.method}</pre>
          </details>
        </>
      )}
    </Shown>
  );
}
