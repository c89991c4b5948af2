import { words } from '@opengoa/kernel/words';
import {
  type Answer,
  Chart,
  day,
  Figure,
  Go,
  instant,
  money,
  number,
  Pairs,
  percent,
  type ScreenProps,
  Section,
  Shown,
  ThingPage,
  type ThingFigure,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { carriers, measures } from '../../words.zh.ts';
import { projectKinds, projectStates } from '../words.zh.ts';

type Project = Answer<'energy.project'>;
type Known = Extract<NonNullable<Project['savings']>, { status: 'ok' }>;
/** 节能项目: its saving beside the baseline, and what was settled. */
export default function ProjectPage({ params }: ScreenProps<'id'>) {
  const known = useRead('energy.project', { id: params.id }, { keep: true });
  return (
    <Shown known={known} lines={16}>
      {(it) => <Loaded of={it} />}
    </Shown>
  );
}

function Loaded({ of: it }: { readonly of: Project }) {
  const { w } = useWords();
  const known = it.savings?.status === 'ok' ? it.savings : null;
  return (
    <ThingPage
      id={it.id}
      title={it.name}
      status={{
        tone: it.state === 'running' ? 'busy' : it.state === 'accepted' ? 'done' : 'plain',
        words: projectStates[it.state],
      }}
      summary={[it.unitName, w(projectKinds[it.kind]), it.contractor].filter(Boolean).join(' · ')}
      may={it.may}
      object={it}
      figures={known ? figuresOf(it, known) : []}
      tabs={[
        { key: 'savings', title: words('节能量', 'Savings'), content: <SavingsTab of={it} /> },
        {
          key: 'settlements',
          title: words('结算', 'Settlements'),
          count: it.settlements.length,
          content: <Settlements of={it} />,
        },
        { key: 'about', title: words('档案', 'About'), content: <About of={it} /> },
      ]}
    />
  );
}

function figuresOf(it: Project, known: Known): ThingFigure[] {
  const unit = measures[it.measure].en;
  const period = `${known.from} – ${known.toExclusive}`;
  const rows = `/energy/projects/${it.id}?tab=savings`;
  const told = (
    title: ThingFigure['title'],
    value: number | null,
    shown: string,
    of: string,
    formula: { zh: string; en: string },
  ): ThingFigure => ({
    title,
    value:
      value === null ? (
        '—'
      ) : (
        <Figure source={{ value, unit: of, period, formula, rows, standard: 'energy.savings-verification' }}>
          {shown}
        </Figure>
      ),
  });
  return [
    {
      ...told(words('节能量', 'Saved'), known.avoided, `${number(known.avoided, 0)} ${unit}`, unit, {
        zh: `基准 ${number(known.expected, 0)} − 实际 ${number(known.actual, 0)}`,
        en: `baseline ${number(known.expected, 0)} − read ${number(known.actual, 0)}`,
      }),
      note: <Range of={known} unit={unit} />,
    },
    told(
      words('节省费用', 'Money saved'),
      known.savedFen,
      known.savedFen === null ? '—' : money(Math.round(known.savedFen)),
      '元',
      words('逐小时节能量 × 当时电价或单价', 'each hour’s saving at its price'),
    ),
    told(
      words('折标准煤', 'Standard coal'),
      known.coalKg,
      `${number(known.coalKg, 0)} kgce`,
      'kgce',
      words('逐月节能量 × 当月系数', 'each month’s saving by its factor'),
    ),
    told(
      words('减少碳排放', 'Carbon avoided'),
      known.carbonKg,
      `${number(known.carbonKg, 0)} kgCO₂`,
      'kgCO₂',
      words('逐月节能量 × 当月因子', 'each month’s saving by its factor'),
    ),
    told(
      words('静态投资回收期', 'Simple payback'),
      it.paybackYears,
      `${number(it.paybackYears, 1)} 年`,
      '年',
      words('投资 ÷ 折算为一年的节省费用', 'invested ÷ what a year saves'),
    ),
  ];
}

function Range({ of, unit }: { readonly of: Known; readonly unit: string }) {
  const { w } = useWords();
  const range = `±${number(of.uncertainty, 0)} ${unit}`;
  const sure = percent(of.confidence);
  return (
    <>
      {of.shown
        ? w(words(`${range}（${sure} 置信）`, `${range} at ${sure}`))
        : w(
            words(
              `${range}（${sure} 置信），不确定度过大，不能认定为节能`,
              `${range} at ${sure}: too uncertain to be told from chance`,
            ),
          )}
    </>
  );
}

function SavingsTab({ of: it }: { readonly of: Project }) {
  const { w } = useWords();
  const unit = measures[it.measure].en;
  if (it.savings === null)
    return (
      <Section>
        <p className="k-faint">
          {w(words('投运并有读数后显示与基准的比较。', 'Shown beside the baseline once the project runs and is read.'))}
        </p>
      </Section>
    );
  if (it.savings.status !== 'ok')
    return (
      <Section title={words('暂不能核定节能量', 'The saving cannot be told yet')}>
        <ul>
          {it.savings.reasons.map((reason) => (
            <li key={`${reason.meter} ${reason.zh}`}>
              {reason.meter}：{w(reason)}
            </li>
          ))}
        </ul>
      </Section>
    );
  const known = it.savings;
  return (
    <>
      <Section
        title={words('逐月与基准比较', 'Months beside the baseline')}
        acts={
          <a className="k-link" href={`/api/reads/energy.project.xlsx?id=${it.id}`} download>
            {w(words('下载核算表', 'Download the sheet'))}
          </a>
        }
      >
        <Chart
          title={words('基准与实际用量', 'Baseline and use')}
          height={260}
          data={{
            kind: 'bar',
            x: known.months.map(({ month }) => month),
            unit,
            series: [
              { title: words('基准', 'Baseline'), values: known.months.map(({ expected }) => expected), tone: 'muted' },
              { title: words('实际', 'Read'), values: known.months.map(({ actual }) => actual), tone: 'main' },
            ],
          }}
        />
        <p className="k-faint">
          {w(
            words(
              `${known.days} 天中 ${known.counted} 天有读数和气温并计入；基准按改造前同一小时、气温和日历推算。`,
              `${known.counted} of ${known.days} days have readings and weather and count; the baseline goes by hour of the week, weather and calendar before the works.`,
            ),
          )}
        </p>
      </Section>
      <Section title={words('各表计', 'Meter by meter')}>
        <Pairs
          pairs={known.meters.map((each) => ({
            term: each.name,
            wide: true,
            value: (
              <>
                <Go className="k-link" to={`/energy/meters/${each.meter}`}>
                  {number(each.avoided, 0)} {unit}
                </Go>{' '}
                ±{number(each.uncertainty, 0)} · CV(RMSE) {number(each.cvRmsePercent, 1)}% · NMBE{' '}
                {number(each.nmbePercent, 1)}% ·{' '}
                {w(words(`基准 ${each.trainedDays} 天`, `${each.trainedDays} days learnt`))}
              </>
            ),
          }))}
        />
      </Section>
    </>
  );
}

function Settlements({ of: it }: { readonly of: Project }) {
  const { w, language } = useWords();
  if (it.settlements.length === 0)
    return (
      <Section>
        <p className="k-faint">
          {it.kind === 'own-funded'
            ? w(words('自筹资金项目不结算。', 'A project of own funds has nothing to settle.'))
            : w(words('还没有结算。', 'Nothing was settled yet.'))}
        </p>
      </Section>
    );
  const unit = measures[it.measure].en;
  return (
    <>
      {it.settlements.map(({ id, from, toExclusive, inputs, payableFen, document, settledName, settledAt }) => (
        <Section
          key={id}
          title={`${day(from, language)}–${day(toExclusive, language)}${w(words('（不含）', ' (exclusive)'))}`}
        >
          <Pairs
            pairs={[
              { term: words('应付', 'Payable'), value: money(payableFen) },
              {
                term: words('节能量', 'Saved'),
                value:
                  inputs.avoided === null
                    ? w(words('不能核定', 'cannot be told'))
                    : `${number(inputs.expected, 0)} − ${number(inputs.actual, 0)} = ${number(inputs.avoided, 0)} ±${number(inputs.uncertainty, 0)} ${unit}`,
              },
              ...(inputs.savedFen === null
                ? []
                : [{ term: words('节省费用', 'Money saved'), value: money(inputs.savedFen) }]),
              ...(inputs.sharePercent === null
                ? []
                : [
                    {
                      term: words('分享比例', 'Share'),
                      value: w(
                        words(
                          `第 ${inputs.contractYear} 年 ${inputs.sharePercent}%`,
                          `year ${inputs.contractYear}: ${inputs.sharePercent} %`,
                        ),
                      ),
                    },
                  ]),
              ...(inputs.feeFen === null
                ? []
                : [{ term: words('当期费用', 'Fee of these days'), value: money(inputs.feeFen) }]),
              ...(inputs.guaranteed === null
                ? []
                : [
                    {
                      term: words('保证节能量', 'Guaranteed'),
                      value: `${number(inputs.guaranteed, 0)} ${unit}${
                        inputs.shortfall === null || inputs.shortfall === 0
                          ? ''
                          : w(
                              words(
                                `，差 ${number(inputs.shortfall, 0)}，扣 ${money(inputs.shortfallFen ?? 0)}`,
                                `, ${number(inputs.shortfall, 0)} short, less ${money(inputs.shortfallFen ?? 0)}`,
                              ),
                            )
                      }`,
                    },
                  ]),
              ...(inputs.shown || inputs.avoided === null
                ? []
                : [
                    {
                      term: words('提示', 'Note'),
                      value: w(words('不确定度过大，不能认定为节能', 'too uncertain to be told from chance')),
                    },
                  ]),
              { term: words('依据', 'Paper'), value: document },
              { term: words('经办', 'By'), value: `${settledName} ${instant(settledAt, language)}` },
            ]}
          />
        </Section>
      ))}
    </>
  );
}

function About({ of: it }: { readonly of: Project }) {
  const { w, language } = useWords();
  const unit = measures[it.measure].en;
  return (
    <Section>
      <Pairs
        pairs={[
          { term: words('单位', 'Unit'), value: it.unitName },
          { term: words('方式', 'Kind'), value: w(projectKinds[it.kind]) },
          { term: words('投资', 'Invested'), value: money(it.investmentFen) },
          ...(it.contractor === null ? [] : [{ term: words('节能服务公司', 'Contractor'), value: it.contractor }]),
          ...(it.contractFrom === null || it.contractTo === null
            ? []
            : [
                {
                  term: words('合同期', 'Contract'),
                  value: `${day(it.contractFrom, language)}–${day(it.contractTo, language)}`,
                },
              ]),
          ...(it.sharePercents.length === 0
            ? []
            : [
                { term: words('逐年分享比例', 'Shares'), value: it.sharePercents.map((each) => `${each}%`).join('、') },
              ]),
          ...(it.guaranteed === null
            ? []
            : [{ term: words('每年保证节能量', 'Guaranteed a year'), value: `${number(it.guaranteed, 0)} ${unit}` }]),
          ...(it.yearlyFeeFen === null ? [] : [{ term: words('年费用', 'Fee a year'), value: money(it.yearlyFeeFen) }]),
          { term: words('能源', 'Carrier'), value: w(carriers[it.carrier]) },
          {
            term: words('基准期', 'Baseline'),
            value: `${day(it.baselineFrom, language)}–${day(it.baselineToExclusive, language)}${w(words('（不含）', ' (exclusive)'))}`,
          },
          {
            term: words('投运', 'Runs since'),
            value: it.reportingFrom === null ? '—' : day(it.reportingFrom, language),
          },
          { term: words('依据', 'Paper'), value: it.document },
          { term: words('节能措施', 'Measures'), value: it.measures, wide: true },
          ...(it.said === '' ? [] : [{ term: words('验收或结束意见', 'Said at the end'), value: it.said, wide: true }]),
          {
            term: words('涉及表计', 'Meters'),
            wide: true,
            value: (
              <>
                {it.covered.map((each) => (
                  <span key={each.meter}>
                    <Go className="k-link" to={`/energy/meters/${each.meter}`}>
                      {each.buildingName} {each.name}
                    </Go>{' '}
                  </span>
                ))}
              </>
            ),
          },
        ]}
      />
    </Section>
  );
}
