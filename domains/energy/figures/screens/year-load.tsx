import {
  type Answer,
  type ChartData,
  Chart,
  number,
  percent,
  Section,
  Shown,
  useRead,
  useWords,
  warmChart,
  writtenAt,
} from '@opengoa/web-kit';
import { useEffect, useMemo, useState } from 'react';
import { measures } from '../../words.zh.ts';
import { type SpecialDays, specialDays, specialShades, writtenRuns } from './special-days.ts';

type Intervals = Answer<'energy.intervals'>;

/** Intervals are shown one by one, with nights and days off shaded, of at most so many days. */
const closeDays = 31;
const dayMs = 86_400_000;

/** 全年时段负荷: every interval of a year in one line; a stretch chosen under it is told in figures, and drawn closer when it is short. */
export function YearLoad({ meter, year }: { readonly meter: string; readonly year: number }) {
  const known = useRead('energy.intervals', { meter, from: `${year}-01-01`, toExclusive: `${year + 1}-01-01` });
  useEffect(warmChart, []);
  return (
    <Section title={{ zh: `${year} 年全年时段负荷`, en: `Every interval of ${year}` }}>
      <Shown known={known} lines={14}>
        {(it) => <Year key={it.from} of={it} />}
      </Shown>
    </Section>
  );
}

/** The clock on the wall when the first interval begins, and how long each is. */
const clockOf = ({ from, minutes }: Intervals) => ({ fromMs: Date.parse(from), stepMs: minutes * 60_000 });

function Year({ of }: { readonly of: Intervals }) {
  const { w } = useWords();
  const last = of.values.length - 1;
  const [[from, to], setChosen] = useState<readonly [number, number]>([0, last]);
  const perDay = 1440 / of.minutes;
  const special = useMemo(() => specialDays(of.days, of.from), [of]);
  const unit = `${measures[of.measure].en}/${of.minutes} min`;
  const data = useMemo(
    (): ChartData => ({
      kind: 'long',
      ...clockOf(of),
      unit,
      title: { zh: '实际', en: 'Read' },
      values: of.values,
      shades: specialShades(special, perDay),
    }),
    [of, unit, special, perDay],
  );
  if (of.values.every((each) => each === null))
    return <p className="k-faint">{w({ zh: '这一年没有时段读数。', en: 'No interval of this year was read.' })}</p>;
  return (
    <>
      <Chart
        title={{ zh: `${of.name} 全年每 ${of.minutes} 分钟用量`, en: `${of.name}, every ${of.minutes} minutes` }}
        data={data}
        height={260}
        foot={
          <>
            <Said of={of} from={from} to={to} />
            <Special runs={special} first={of.from} />
          </>
        }
        onSelect={(first, until) => setChosen([Math.max(0, first), Math.min(last, until)])}
      />
      {to - from < closeDays * perDay && <Close of={of} from={from} to={to} unit={unit} />}
    </>
  );
}

interface Stretch {
  readonly of: Intervals;
  readonly from: number;
  readonly to: number;
}

/** Outside the hours of a working day. */
function isOff({ days, workFromHour, workToHour, minutes }: Intervals, place: number): boolean {
  const perDay = 1440 / minutes;
  const hour = ((place % perDay) * minutes) / 60;
  return days[Math.floor(place / perDay)] !== 'w' || hour < workFromHour || hour >= workToHour;
}

/** What the shades mean, and the days themselves for those who do not see them. */
export function Special({ runs, first }: { readonly runs: readonly SpecialDays[]; readonly first: string }) {
  const { w } = useWords();
  if (runs.length === 0) return null;
  const of = (kind: SpecialDays['kind']) => writtenRuns(runs, kind, first, w({ zh: ' 至 ', en: ' to ' }));
  const [holidays, worked] = [of('holiday'), of('worked')];
  return (
    <div>
      {holidays && w({ zh: `灰色阴影为节假日：${holidays}。`, en: `Grey: holidays, ${holidays}.` })}
      {worked && w({ zh: `黄色为调休上班：${worked}。`, en: ` Amber: worked in exchange, ${worked}.` })}
    </div>
  );
}

/** The stretch in figures: how much, the highest and when, and how much of it outside working hours. */
function Said({ of, from, to }: Stretch) {
  const { w } = useWords();
  const at = (place: number) => writtenAt(clockOf(of), place);
  let [sum, off, read, highest, peak] = [0, 0, 0, Number.NEGATIVE_INFINITY, from];
  for (let place = from; place <= to; place += 1) {
    const value = of.values[place] ?? null;
    if (value === null) continue;
    sum += value;
    read += 1;
    if (isOff(of, place)) off += value;
    if (value > highest) [highest, peak] = [value, place];
  }
  if (read === 0) return <>{w({ zh: '所选时段没有读数。', en: 'Nothing was read in this stretch.' })}</>;
  const unit = measures[of.measure].en;
  return (
    <>
      {w({
        zh: `${at(from)} 至 ${at(to)}：合计 ${number(sum, 0)} ${unit}，最高 ${number(highest, 1)}（${at(peak)}），非工作时间占 ${percent(sum === 0 ? null : off / sum)}，缺 ${number(to - from + 1 - read)} 个时段。`,
        en: `${at(from)} to ${at(to)}: ${number(sum, 0)} ${unit}, highest ${number(highest, 1)} (${at(peak)}), ${percent(sum === 0 ? null : off / sum)} outside working hours, ${number(to - from + 1 - read)} intervals missing.`,
      })}
      {of.estimated > 0 &&
        w({
          zh: ` 全年含估计 ${number(of.estimated)} 个。`,
          en: ` ${number(of.estimated)} of the year are estimates.`,
        })}
    </>
  );
}

/** A stretch that is short enough to be seen: nights and days off shaded. */
function Close({ of, from, to, unit }: Stretch & { readonly unit: string }) {
  const data = useMemo((): ChartData => {
    const shades: { from: number; to: number; title: { zh: string; en: string } }[] = [];
    for (let place = from; place <= to; place += 1) {
      if (!isOff(of, place)) continue;
      const here = place - from;
      const open = shades.at(-1);
      if (open?.to === here) open.to = here + 1;
      else shades.push({ from: here, to: here + 1, title: { zh: '非工作时间', en: 'Not worked' } });
    }
    const length = to - from + 1;
    return {
      kind: 'line',
      x: Array.from({ length }, (_, n) => writtenAt(clockOf(of), from + n)),
      unit,
      series: [{ title: { zh: '实际', en: 'Read' }, values: of.values.slice(from, to + 1) }],
      shades: shades.map((shade) => ({ ...shade, to: Math.min(shade.to, length - 1) })),
    };
  }, [of, from, to, unit]);
  const day = (place: number) =>
    new Date(Date.parse(of.from) + Math.floor((place * of.minutes * 60_000) / dayMs) * dayMs)
      .toISOString()
      .slice(0, 10);
  return (
    <Chart
      title={{
        zh: `${day(from)} 至 ${day(to)}（阴影为非工作时间）`,
        en: `${day(from)} to ${day(to)} (shaded: not worked)`,
      }}
      data={data}
      height={240}
    />
  );
}
