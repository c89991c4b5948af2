import {
  area,
  day,
  Figure,
  instant,
  Ledger,
  number,
  type Pair,
  Pairs,
  percent,
  type ScreenProps,
  Section,
  Shown,
  ThingPage,
  type ThingFigure,
  type Answer,
  useRead,
  useWay,
  useWords,
  withQuery,
} from '@opengoa/web-kit';
import { Select } from 'antd';
import { accountCarriers } from '../../accounts/words.zh.ts';
import { buildingUses, carriers, changeKinds, measures } from '../../words.zh.ts';
import { CompletenessStrip } from '../../figures/screens/completeness-strip.tsx';
import { LoadCharts } from '../../figures/screens/load-charts.tsx';
import { AttributionSection } from '../../attribution/screens/attribution-section.tsx';
import { SplitSection } from '../../tariffs/screens/split-section.tsx';
import { QuotaSection } from '../../quota/screens/quota-section.tsx';
import { TreeSection } from '../../tree/screens/tree-section.tsx';
import { MeterTree } from '../../meters/screens/meter-tree.tsx';
import { MonthCompare } from './month-compare.tsx';
import { monthCells } from './month-list.tsx';

type Building = Answer<'energy.building'>;

/** 用能建筑: its year in figures that open, every hour of it, its days beside the baseline, and how complete the data are. */
export default function BuildingPage({ params, query }: ScreenProps<'id'>) {
  const known = useRead(
    'energy.building',
    { id: params.id, ...(query['year'] ? { year: query['year'] } : {}) },
    { keep: true },
  );
  return (
    <Shown known={known} lines={16}>
      {(it) => <Loaded building={it} query={query} />}
    </Shown>
  );
}

function Loaded({
  building: it,
  query,
}: {
  readonly building: Building;
  readonly query: Readonly<Record<string, string>>;
}) {
  const { w } = useWords();
  const carrier = (
    it.carriers.find((each) => each.carrier === query['carrier']) ??
    it.carriers.find((each) => each.carrier === 'electricity') ??
    it.carriers[0]
  )?.carrier;
  const stale = it.meters.length > 0 && it.meters.every((meter) => meter.stale);
  return (
    <ThingPage
      talk="energy.building"
      id={it.id}
      title={it.name}
      status={
        it.openDoubts > 0
          ? { tone: 'check', words: { zh: `${it.openDoubts} 段读数待确认`, en: `${it.openDoubts} in doubt` } }
          : stale
            ? { tone: 'plain', words: { zh: '读数陈旧', en: 'Stale' } }
            : { tone: 'done', words: { zh: '在报', en: 'Reporting' } }
      }
      summary={[
        it.unitName,
        it.use === 'unknown' ? null : w(buildingUses[it.use]),
        it.areaM2 === null ? null : area(it.areaM2),
      ]
        .filter(Boolean)
        .join(' · ')}
      may={it.may}
      object={it}
      figures={figuresOf(it)}
      tabs={[
        { key: 'use', title: { zh: '用能', en: 'Use' }, content: <Use building={it} carrier={carrier} /> },
        {
          key: 'meters',
          title: { zh: '表计', en: 'Meters' },
          count: it.meters.length,
          content: (
            <>
              <Ledger list="energy.meters" inside fixed={{ building_id: { is: it.id } }} opens="page" />
              <TreeSection building={it.id} last={it.comparedTo} />
            </>
          ),
        },
        {
          key: 'months',
          title: { zh: '月度', en: 'Months' },
          content: <Ledger list="energy.months" inside cells={monthCells} fixed={{ building_id: { is: it.id } }} />,
        },
        {
          key: 'doubts',
          title: { zh: '存疑读数', en: 'Doubts' },
          count: it.openDoubts,
          content: (
            <Ledger
              list="energy.doubts"
              inside
              fixed={{ building_id: { is: it.id } }}
              tones={{ state: { open: 'check', counted: 'done' } }}
            />
          ),
        },
        { key: 'about', title: { zh: '档案', en: 'About' }, content: <About building={it} /> },
      ]}
    />
  );
}

function Use({
  building,
  carrier,
}: {
  readonly building: Building;
  readonly carrier: Building['meters'][number]['carrier'] | undefined;
}) {
  const { w } = useWords();
  const way = useWay();
  const { year, years } = building;
  const complete = useRead('energy.completeness', { building: building.id, year: String(year) }, { keep: true });
  const set = (change: Readonly<Record<string, string>>) => way.go(withQuery(way, change), { replace: true });
  const chooseYear = (
    <Select
      aria-label={w({ zh: '年份', en: 'Year' })}
      value={year}
      options={(years.includes(year) ? years : [year, ...years]).map((each) => ({ value: each, label: String(each) }))}
      onChange={(each) => set({ year: String(each) })}
    />
  );
  if (carrier === undefined)
    return (
      <Section>
        {chooseYear}
        <p className="k-faint">
          {w({
            zh: '这一年没有总表读数，分项表不计入建筑用量；可选择其他年份。',
            en: 'No main meter was read in this year, and sub-meters do not count; choose another year.',
          })}
        </p>
      </Section>
    );
  return (
    <>
      <Section>
        {chooseYear}{' '}
        <Select
          aria-label={w({ zh: '能源', en: 'Carrier' })}
          value={carrier}
          options={building.carriers.map((each) => ({ value: each.carrier, label: w(carriers[each.carrier]) }))}
          onChange={(each) => set({ carrier: each })}
        />
      </Section>
      <LoadCharts
        key={`${year} ${carrier}`}
        of={{ building: building.id, carrier }}
        from={`${year}-01-01`}
        toExclusive={`${year + 1}-01-01`}
      />
      <MonthCompare building={building.id} carrier={carrier} year={year} />
      {carrier === 'electricity' && <AttributionSection building={building.id} year={year} />}
      {carrier === 'electricity' && <SplitSection building={building.id} year={year} />}
      <QuotaSection of={{ building: building.id, to: building.comparedTo }} />
      <Section title={{ zh: '谁在用', en: 'Who uses it' }}>
        <MeterTree
          meters={building.meters.filter((meter) => meter.carrier === carrier)}
          remainders={building.remainders}
        />
      </Section>
      <Section title={{ zh: '数据完整率', en: 'Completeness' }}>
        <Shown known={complete} lines={3}>
          {({ meters }) => <CompletenessStrip meters={meters} />}
        </Shown>
      </Section>
    </>
  );
}

/** Each figure says what it is made of, and how it stands to the same days of the year before. */
function figuresOf(it: Building): ThingFigure[] {
  const period = `${it.year}-01-01 – ${it.comparedTo}`;
  const rows = `/energy/buildings/${it.id}?tab=months`;
  const uses = it.carriers.map(({ carrier, measure, amount, lastYear, daysRead }): ThingFigure => {
    const unit = measures[measure].en;
    return {
      title: { zh: `${it.year} 年用${carriers[carrier].zh}`, en: `${carriers[carrier].en} ${it.year}` },
      value: (
        <Figure
          source={{
            value: amount,
            unit,
            period,
            definition: {
              zh: `总表之和，${daysRead} 天有读数；存疑读数不计入`,
              en: `main meters together, ${daysRead} days read; what is in doubt is left out`,
            },
            rows,
          }}
        >
          {number(amount, 0)} {unit}
        </Figure>
      ),
      note: <Against amount={amount} before={lastYear} />,
    };
  });
  const factorWords = (converted: NonNullable<Building['coal']>) =>
    converted.factors
      .map(
        ({ carrier, amount, value, unit, ofYear, later, day: since }) =>
          `${accountCarriers[carrier].zh} ${number(amount, 0)} × ${value} ${unit}${ofYear === null ? '' : `（${ofYear} 年因子）`}${later ? `（${since} 起施行，当月尚无）` : ''}`,
      )
      .join(' + ');
  const papers = (converted: NonNullable<Building['coal']>) =>
    [...new Set(converted.factors.map(({ document }) => document))].join('、');
  const made = (title: ThingFigure['title'], converted: Building['coal'], unit: string): ThingFigure => ({
    title,
    value:
      converted === null ? (
        '—'
      ) : (
        <Figure
          source={{
            value: converted.perM2 ?? converted.amount,
            unit: converted.perM2 === null ? unit : `${unit}/㎡`,
            period,
            formula: {
              zh: `(${factorWords(converted)})${converted.perM2 === null ? '' : ` ÷ 平均面积 ${number(it.meanAreaM2, 0)} ㎡`}`,
              en: factorWords(converted),
            },
            standard: [...new Set(converted.factors.map(({ standard }) => standard))].join('、'),
            article: papers(converted),
            rows,
          }}
        >
          {number(converted.perM2 ?? converted.amount, converted.perM2 === null ? 0 : 2)}{' '}
          {converted.perM2 === null ? unit : `${unit}/㎡`}
        </Figure>
      ),
  });
  return [
    ...uses,
    // Water is no energy: a building of which nothing else is metered has neither coal nor carbon.
    ...(it.carriers.every(({ carrier }) => carrier === 'water')
      ? []
      : [
          made({ zh: '折标准煤', en: 'Standard coal' }, it.coal, 'kgce'),
          made({ zh: '碳排放', en: 'Carbon' }, it.carbon, 'kgCO₂'),
        ]),
    ...(it.kwhPerPerson === null
      ? []
      : [
          {
            title: { zh: '人均用电', en: 'Per head' },
            value: (
              <Figure
                source={{
                  value: it.kwhPerPerson,
                  unit: 'kWh/人',
                  period,
                  formula: {
                    zh: `用电 ÷ 平均用能人数 ${number(it.meanPeople, 0)}`,
                    en: `÷ ${number(it.meanPeople, 0)} people on the mean`,
                  },
                  rows,
                }}
              >
                {number(it.kwhPerPerson, 0)} kWh
              </Figure>
            ),
          },
        ]),
  ];
}

function Against({ amount, before }: { readonly amount: number; readonly before: number | null }) {
  const { w } = useWords();
  if (before === null || before === 0) return <>{w({ zh: '上年同期无读数', en: 'not read the year before' })}</>;
  const share = amount / before - 1;
  return (
    <>
      {w({
        zh: `同比 ${share > 0 ? '+' : ''}${percent(share)}`,
        en: `${share > 0 ? '+' : ''}${percent(share)} on the year before`,
      })}
    </>
  );
}

const measureOf = { electricity: 'kWh', gas: 'm3', water: 'm3', heat: 'GJ' } as const;
const pair = (zh: string, en: string, value: Pair['value']): Pair => ({ term: { zh, en }, value });

function About({ building: it }: { readonly building: Building }) {
  const { w, language } = useWords();
  return (
    <>
      <Section>
        <Pairs
          pairs={[
            pair('所属单位', 'Unit', it.unitName),
            pair('用途', 'Use', w(buildingUses[it.use])),
            pair('建筑面积', 'Floor area', area(it.areaM2)),
            pair('层数', 'Floors', number(it.floors)),
            pair('建成年份', 'Built', it.builtYear === null ? '—' : String(it.builtYear)),
            pair('用能人数', 'People', number(it.people)),
            pair('气象站', 'Station', it.station),
            pair(
              '日历',
              'Calendar',
              it.calendar === 'national' ? w({ zh: '国家法定节假日', en: 'National' }) : it.calendar,
            ),
            pair('工作时间', 'Working hours', `${it.workFromHour}:00–${it.workToHour}:00`),
            pair('夜间固有负荷', 'Night loads', it.nightLoads.join('、') || '—'),
            pair(
              '最近读数',
              'Last read',
              instant(
                it.meters
                  .map(({ lastAt }) => lastAt ?? '')
                  .toSorted()
                  .at(-1) ?? null,
                language,
              ),
            ),
            { term: { zh: '备注', en: 'Note' }, value: it.note || '—', wide: true },
          ]}
        />
      </Section>
      <Section title={{ zh: '用能单价', en: 'Prices' }}>
        {it.prices.length === 0 ? (
          <p className="k-faint">
            {w({
              zh: '没有登记单价；待核实异常只计数量，不折算金额。',
              en: 'None; findings are told in amounts, not in money.',
            })}
          </p>
        ) : (
          <Pairs
            pairs={it.prices.map((price) => ({
              term: `${day(price.from, language)}${price.toExclusive === null ? w({ zh: ' 起', en: ' on' }) : `–${day(price.toExclusive, language)}`}`,
              value: `${w(carriers[price.carrier])}${price.meter === null ? '' : ` · ${price.meter}`} ${number(price.fenPerUnit / 100, 4)} 元/${measures[measureOf[price.carrier]].zh}（${price.document}）`,
              wide: true,
            }))}
          />
        )}
      </Section>
      {it.tenures.length > 0 && (
        <Section title={{ zh: '归属变更', en: 'Whose it was' }}>
          <Pairs
            pairs={it.tenures.map((tenure) => ({
              term: `${tenure.from < '1900' ? w({ zh: '最初', en: 'At first' }) : day(tenure.from, language)}${tenure.toExclusive === null ? w({ zh: ' 起', en: ' on' }) : `–${day(tenure.toExclusive, language)}${w({ zh: '（不含）', en: ' (exclusive)' })}`}`,
              value: [tenure.unitName, tenure.document, tenure.why].filter(Boolean).join(' · '),
              wide: true,
            }))}
          />
        </Section>
      )}
      {it.sizes.length > 1 && (
        <Section title={{ zh: '面积与人数的变化', en: 'Area and people over time' }}>
          <Pairs
            pairs={it.sizes.map((size) => ({
              term: size.from < '1900' ? w({ zh: '最初', en: 'At first' }) : day(size.from, language),
              value: `${area(size.areaM2)} · ${number(size.people)} ${w({ zh: '人', en: 'people' })}`,
              wide: true,
            }))}
          />
        </Section>
      )}
      <Section title={{ zh: '报备的用能变化', en: 'Declared changes' }}>
        {it.changes.length === 0 ? (
          <p className="k-faint">{w({ zh: '没有报备。', en: 'None.' })}</p>
        ) : (
          <Pairs
            pairs={it.changes.map((change) => ({
              term: day(change.day, language),
              value: `${w(changeKinds[change.kind])}:${change.what}`,
              wide: true,
            }))}
          />
        )}
      </Section>
    </>
  );
}
