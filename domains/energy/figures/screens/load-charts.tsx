import {
  type Answer,
  type AskedOf,
  type ChartData,
  Chart,
  number,
  Section,
  type Shade,
  Shown,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { useMemo, useState } from 'react';
import { DayAhead } from '../../forecast/screens/day-ahead.tsx';
import { dayKinds } from '../../words.zh.ts';
import { meanOfDays } from './mean-of-days.ts';
import { specialDays, specialShades } from './special-days.ts';

/** What is looked at, and which days of it. */
interface Looked {
  readonly of: Pick<AskedOf<'energy.load'>, 'building' | 'carrier' | 'meter'>;
  readonly from: string;
  readonly toExclusive: string;
}

type Profile = Answer<'energy.profile'>;
type Stretch = readonly [from: number, to: number];
/** Days chosen on one of the charts, for all of them; null before anybody chose. */
interface Choosing {
  readonly chosen: Stretch | null;
  readonly onSelect: (from: number, to: number) => void;
}
const isAll = ([from, to]: Stretch, days: number): boolean => from === 0 && to === days - 1;

const dayMs = 86_400_000;
const dayAfter = (day: string, count = 1) => new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);
const hours = Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`);
/** Hours are drawn of at most so many days: beyond that nobody sees one. */
const byHourDays = 92;

/** 热力图,负荷与基线区间: the year at a glance, its days beside what was expected, and the hours of the days chosen under them. */
export function LoadCharts({ of, from, toExclusive }: Looked) {
  const { w } = useWords();
  const query = { ...of, from, toExclusive };
  const [chosen, setChosen] = useState<Stretch | null>(null);
  const map = useRead('energy.profile', query, { keep: true });
  const days = useRead('energy.load', { ...query, by: 'day' }, { keep: true });
  return (
    <>
      <Section title={{ zh: '全年逐时', en: 'Every hour of the year' }}>
        <Shown known={map} lines={12}>
          {(it) =>
            it.meanDays.length === 0 ? (
              <p className="k-faint">
                {w({ zh: '没有逐时读数（人工抄表只有日用量）。', en: 'No hours were read; a register gives days.' })}
              </p>
            ) : (
              <>
                <HeatMap map={it} chosen={chosen} onSelect={(first, last) => setChosen([first, last])} />
                <MeanDays map={it} chosen={chosen} />
              </>
            )
          }
        </Shown>
      </Section>
      <Section title={{ zh: '每日用量与基线区间', en: 'Days beside the baseline' }}>
        <Shown known={days} lines={12}>
          {(it) => <Days of={of} load={it} chosen={chosen} onSelect={(first, last) => setChosen([first, last])} />}
        </Shown>
      </Section>
      <DayAhead of={of} />
    </>
  );
}

function HeatMap({ map, chosen, onSelect }: { readonly map: Profile } & Choosing) {
  const { w } = useWords();
  const data = useMemo(
    (): ChartData => ({
      kind: 'heat',
      x: map.days.map(({ day }) => day.slice(5)),
      rows: hours,
      values: hours.map((_, hour) => map.hours.map((row) => row[hour] ?? null)),
      unit: map.measure,
    }),
    [map],
  );
  return (
    <Chart
      title={{ zh: `${map.name} 逐时用量（横向为日，纵向为时）`, en: `${map.name}, hours by days` }}
      data={data}
      height={300}
      selected={chosen ?? undefined}
      onSelect={onSelect}
      foot={
        chosen && !isAll(chosen, map.days.length) ? (
          <>
            {w({ zh: '已选', en: 'Chosen' })} {map.days[chosen[0]]?.day} – {map.days[chosen[1]]?.day}{' '}
            <button type="button" className="k-link" onClick={() => onSelect(0, map.days.length - 1)}>
              {w({ zh: '看全年', en: 'The whole year' })}
            </button>
          </>
        ) : (
          w({
            zh: '在图上拖动选择一段日期，下面的平均日、每日与逐时随之变化；也可用方向键（按住 Shift 改长短）。',
            en: 'Drag over the map to choose days: the mean day, the days and the hours follow. Arrow keys do too, Shift changes the length.',
          })
        )
      }
    />
  );
}

/** What a day of each kind looks like on the mean. */
function MeanDays({ map, chosen }: { readonly map: Profile } & Pick<Choosing, 'chosen'>) {
  const data = useMemo(
    (): ChartData => ({
      kind: 'line',
      x: hours,
      series: (chosen && !isAll(chosen, map.days.length) ? meanOfDays(map, chosen) : map.meanDays).map(
        ({ kind, days, mean }) => ({
          title: { zh: `${dayKinds[kind].zh}（${days} 天）`, en: `${dayKinds[kind].en} (${days})` },
          values: mean,
          tone: kind === 'workday' ? 'main' : kind === 'holiday' ? 'check' : 'muted',
        }),
      ),
      unit: map.measure,
    }),
    [map, chosen],
  );
  return <Chart title={{ zh: '平均日', en: 'Mean days' }} data={data} height={200} />;
}

function Days({
  of,
  load,
  chosen,
  onSelect,
}: { readonly of: Looked['of']; readonly load: Answer<'energy.load'> } & Choosing) {
  const { w } = useWords();
  const last = load.read.findLastIndex((each) => each !== null);
  const [from, to] = chosen ?? [Math.max(0, last - 13), Math.max(0, last)];
  const data = useMemo(() => lineOf(load, (place) => place.slice(5)), [load]);
  const length = to - from + 1;
  return (
    <>
      <Chart
        title={{ zh: '每日用量', en: 'Days' }}
        data={data}
        height={280}
        foot={<BaselineSays load={load} />}
        onSelect={(first, until) => onSelect(Math.max(0, first), Math.min(load.places.length - 1, until))}
      />
      {load.places[from] !== undefined &&
        (length <= byHourDays ? (
          <Hours of={of} from={load.places[from]} toExclusive={dayAfter(load.places[to] ?? load.places[from])} />
        ) : (
          <p className="k-faint">
            {w({
              zh: `在上图下方选择不超过 ${byHourDays} 天，即可查看逐时负荷。`,
              en: `Choose at most ${byHourDays} days under the chart to see their hours.`,
            })}
          </p>
        ))}
    </>
  );
}

function Hours({ of, from, toExclusive }: Looked) {
  const known = useRead('energy.load', { ...of, from, toExclusive, by: 'hour' }, { keep: true });
  return (
    <Shown known={known} lines={10}>
      {(load) => (load.read.every((each) => each === null) ? null : <HourChart load={load} />)}
    </Shown>
  );
}

function HourChart({ load }: { readonly load: Answer<'energy.load'> }) {
  const data = useMemo(() => lineOf(load, (place) => place.slice(5).replace('T', ' ')), [load]);
  return <Chart title={{ zh: `逐时负荷 ${load.from} 起`, en: `Hours from ${load.from}` }} data={data} height={260} />;
}

/** What was read beside what was expected, as a line with its band. */
export function lineOf(load: Answer<'energy.load'>, written: (place: string) => string): ChartData {
  const x = load.places.map(written);
  const off = { zh: '非工作时间', en: 'Not worked' };
  return {
    kind: 'line',
    x,
    series: [
      { title: { zh: '实际', en: 'Read' }, values: load.read },
      ...(load.baseline
        ? [{ title: { zh: '基线', en: 'Baseline' }, values: load.expected, tone: 'muted' as const }]
        : []),
    ],
    unit: load.measure,
    ...(load.baseline ? { band: { low: load.low, high: load.high } } : {}),
    shades: [
      ...load.offHours.map(([from, to]) => ({ from, to: Math.min(to, x.length - 1), title: off })),
      ...workedInExchange(load),
    ],
    marks: load.changes
      .flatMap(({ day, what }) => {
        const at = load.places.findIndex((place) => place.startsWith(day));
        return at < 0 ? [] : [{ at, title: what }];
      })
      .map(({ at, title }) => ({ at, title: { zh: title, en: title } })),
    zoom: load.by === 'day',
  };
}

/** 调休上班: days of a weekend that were worked, marked on the chart of days. */
function workedInExchange(load: Answer<'energy.load'>): Shade[] {
  if (load.by !== 'day') return [];
  const off = new Set(load.offHours.flatMap(([from, to]) => Array.from({ length: to - from }, (_, n) => from + n)));
  const letters = load.places.map((_, place) => (off.has(place) ? 'r' : 'w')).join('');
  const runs = specialDays(letters, load.from).filter(({ kind }) => kind === 'worked');
  return specialShades(runs, 1).map((shade) => ({ ...shade, to: Math.min(shade.to, load.places.length - 1) }));
}

/** Not `-0.0`. */
const bias = (percent: number): string => number(Math.abs(percent) < 0.05 ? 0 : percent, 1);

/** The error of a baseline stands beside it, always. */
function BaselineSays({ load }: { readonly load: Answer<'energy.load'> }) {
  const { w } = useWords();
  const { baseline } = load;
  if (!baseline)
    return (
      <>
        {w({
          zh: '这段时间之前没有可用的基线，因此没有区间。可在表计页面建立。',
          en: 'No baseline had been fitted before these days, hence no band. It is fitted on the meter’s page.',
        })}
      </>
    );
  return (
    <>
      {w({
        zh: `基线由 ${baseline.from} 至 ${dayAfter(baseline.toExclusive, -1)} 训练，CV(RMSE) ${number(baseline.cvRmsePercent, 1)}%，偏差 ${bias(baseline.nmbePercent)}%；灰色阴影为非工作日，黄色为调休上班。`,
        en: `Baseline of ${baseline.from} to ${dayAfter(baseline.toExclusive, -1)}: CV(RMSE) ${number(baseline.cvRmsePercent, 1)} %, bias ${bias(baseline.nmbePercent)} %; grey: days not worked, amber: worked in exchange.`,
      })}
    </>
  );
}
