import {
  area,
  Figure,
  Go,
  instant,
  number,
  Pairs,
  percent,
  Section,
  Shown,
  StatusTag,
  ThingPage,
  useRead,
  useWords,
  type Pair,
  type ScreenProps,
  type ThingFigure,
} from '@opengoa/web-kit';
import type { BuildingAnswer } from '../contract.ts';
import { buildingUses, carriers, changeKinds, measures, meterKinds } from '../words.zh.ts';
import { LoadSection } from './load-section.tsx';

const words = (zh: string, en: string) => ({ zh, en });
type Building = BuildingAnswer & { readonly may?: readonly string[] };

/** 建筑用能: the year in figures that open, the load beside its baseline, its meters as a tree, what was declared. */
export default function BuildingPage({ params }: ScreenProps<'id'>) {
  const building = useRead<Building>('energy.building', { id: params.id });
  return (
    <Shown known={building} lines={18}>
      {(it) => (
        <ThingPage
          id={it.id}
          title={it.name}
          summary={`${it.unitName} · ${buildingUses[it.use].zh}${it.areaM2 === null ? '' : ` · ${area(it.areaM2)} ㎡`}`}
          may={it.may}
          object={{ id: it.id }}
          figures={figuresOf(it)}
        >
          <LoadSection of={{ building: it.id }} years={it.years} />
          <MeterTree building={it} />
          <About building={it} />
        </ThingPage>
      )}
    </Shown>
  );
}

function figuresOf(it: Building): ThingFigure[] {
  const rows = `/energy/months?f.building_id=${it.id}`;
  const period = `${String(it.year)}-01-01 — ${it.comparedTo}`;
  const used: ThingFigure[] = it.carriers.map(({ carrier, measure, amount, lastYear, daysRead }) => ({
    title: { zh: `${String(it.year)} 年${carriers[carrier].zh}`, en: `${carriers[carrier].en} in ${String(it.year)}` },
    value: (
      <Figure
        source={{
          value: amount,
          unit: measures[measure].zh,
          period,
          formula: words('本建筑总表各日用量之和', 'sum of the days of the building’s main meters'),
          definition: words(`有读数 ${String(daysRead)} 天`, `${String(daysRead)} days with readings`),
          rows,
        }}
      >
        {`${number(amount, 0)} ${measures[measure].zh}`}
      </Figure>
    ),
    note:
      lastYear === null || lastYear === 0
        ? undefined
        : `较上年同期 ${amount >= lastYear ? '+' : '−'}${percent(Math.abs(amount / lastYear - 1))}`,
  }));
  const converted = (key: 'coal' | 'carbon', zh: string, en: string, unit: string): ThingFigure[] => {
    const found = it[key];
    if (!found) return [];
    return [
      {
        title: words(zh, en),
        value: (
          <Figure
            source={{
              value: found.amount,
              unit,
              period,
              formula: { zh: '各能源用量 × 折算系数', en: 'each carrier times its factor' },
              standard: found.factors
                .map(
                  (each) =>
                    `${carriers[each.carrier].zh} ${String(each.value)} ${each.unit}${each.ofYear === null ? '' : `(用 ${String(each.ofYear)} 年)`}`,
                )
                .join(';'),
              article: found.factors.map((each) => each.document).join(';'),
              rows,
            }}
          >
            {found.perM2 === null ? `${number(found.amount, 0)} ${unit}` : `${number(found.perM2, 1)} ${unit}/㎡`}
          </Figure>
        ),
      },
    ];
  };
  return [
    ...used,
    ...converted('coal', '标准煤', 'Standard coal', 'kgce'),
    ...converted('carbon', '碳排放', 'Carbon', 'kgCO₂'),
  ].slice(0, 4);
}

function MeterTree({ building }: { readonly building: Building }) {
  const { w, language } = useWords();
  const most = Math.max(1, ...building.meters.map(({ amount }) => amount));
  const below = (parent: string | null) =>
    building.meters.filter(
      (meter) =>
        meter.parent === parent ||
        (parent === null && !building.meters.some(({ id }) => id === meter.parent) && meter.parent !== null),
    );
  const draw = (parent: string | null, depth: number): React.ReactNode =>
    below(parent).map((meter) => (
      <li key={meter.id} style={{ paddingLeft: depth * 16 }}>
        <Go to={`/energy/meters/${meter.id}`}>{meter.name}</Go> · {w(carriers[meter.carrier])} ·{' '}
        {w(meterKinds[meter.kind])} · {number(meter.amount, 0)} {w(measures[meter.measure])}{' '}
        {meter.stale && (
          <StatusTag tone="check">
            {w(words(`读数已停 ${meter.lastAt ? instant(meter.lastAt, language) : '—'}`, 'no recent reading'))}
          </StatusTag>
        )}
        <meter
          min={0}
          max={most}
          value={meter.amount}
          aria-label={w(words('占比', 'Share'))}
          style={{ width: '100%', maxWidth: 320, display: 'block' }}
        />
        <ul className="k-plain">{draw(meter.id, depth + 1)}</ul>
      </li>
    ));
  return (
    <Section title={words('谁在用', 'Who uses it')}>
      <ul className="k-plain" style={{ listStyle: 'none', paddingLeft: 0 }}>
        {draw(null, 0)}
      </ul>
      {building.openDoubts > 0 && (
        <p>
          <Go to={`/energy/doubts?f.building=${encodeURIComponent(building.name)}`}>
            {w(
              words(
                `有 ${String(building.openDoubts)} 段存疑读数待处理`,
                `${String(building.openDoubts)} doubts are open`,
              ),
            )}
          </Go>
        </p>
      )}
    </Section>
  );
}

function About({ building: it }: { readonly building: Building }) {
  const { w } = useWords();
  const pairs: Pair[] = [
    { term: words('用能人数', 'People'), value: it.people === null ? '—' : number(it.people, 0) },
    {
      term: words('人均用电', 'Electricity per person'),
      value: it.kwhPerPerson === null ? '—' : `${number(it.kwhPerPerson, 0)} kWh`,
    },
    { term: words('工作时段', 'Working hours'), value: `${String(it.workFromHour)}:00–${String(it.workToHour)}:00` },
    { term: words('气象站', 'Weather station'), value: it.station },
    {
      term: words('已报备变化', 'Declared changes'),
      value:
        it.changes.length === 0
          ? '—'
          : it.changes.map(({ day, kind, what }) => `${day} ${w(changeKinds[kind])}:${what}`).join(';'),
      wide: true,
    },
    { term: words('备注', 'Note'), value: it.note || '—', wide: true },
  ];
  return (
    <Section title={words('概况', 'About')}>
      <Pairs pairs={pairs} />
    </Section>
  );
}
