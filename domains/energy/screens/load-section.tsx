import { Chart, Section, Shown, Tabs, useRead, useWords, percent, type ChartData } from '@opengoa/web-kit';
import { Select } from 'antd';
import { useState } from 'react';
import type { CompletenessAnswer, LoadAnswer, ProfileAnswer } from '../contract.ts';
import { dayKinds } from '../words.zh.ts';

const words = (zh: string, en: string) => ({ zh, en });

type Of = { readonly building: string } | { readonly meter: string };

/** 负荷、日型与完整率 of a building or one meter, for a year or one of its months. */
export function LoadSection({ of, years }: { readonly of: Of; readonly years: readonly number[] }) {
  const { w } = useWords();
  const [year, setYear] = useState(years[0] ?? new Date().getFullYear());
  const [month, setMonth] = useState(0);
  const [open, setOpen] = useState('load');
  const from = month === 0 ? `${String(year)}-01-01` : `${String(year)}-${String(month).padStart(2, '0')}-01`;
  const toExclusive =
    month === 0 || month === 12
      ? `${String(year + 1)}-01-01`
      : `${String(year)}-${String(month + 1).padStart(2, '0')}-01`;
  const period = { ...of, from, toExclusive };
  return (
    <Section title={words('用能曲线', 'Load')}>
      <p className="o-row">
        <Select
          aria-label={w(words('年份', 'Year'))}
          value={year}
          onChange={setYear}
          options={years.map((each) => ({ value: each, label: String(each) }))}
          style={{ width: 100 }}
        />{' '}
        <Select
          aria-label={w(words('月份', 'Month'))}
          value={month}
          onChange={setMonth}
          options={[
            { value: 0, label: w(words('全年(按日)', 'Whole year, by day')) },
            ...Array.from({ length: 12 }, (_, i) => ({
              value: i + 1,
              label: w(words(`${String(i + 1)} 月(按时)`, `Month ${String(i + 1)}, by hour`)),
            })),
          ]}
          style={{ width: 160 }}
        />
      </p>
      <Tabs
        open={open}
        onOpen={setOpen}
        tabs={[
          {
            key: 'load',
            title: words('负荷与基线', 'Load and baseline'),
            content: <LoadChart period={{ ...period, by: month === 0 ? 'day' : 'hour' }} />,
          },
          {
            key: 'profile',
            title: words('小时×日 热力图', 'Hours by days'),
            content: <ProfileChart period={period} />,
          },
          {
            key: 'complete',
            title: words('数据完整率', 'Completeness'),
            content: <Completeness of={of} year={year} />,
          },
        ]}
      />
    </Section>
  );
}

/** Line with the band the baseline expects; what lies outside is looked at by the kits, not judged here. */
function LoadChart({ period }: { readonly period: Readonly<Record<string, string>> }) {
  const { w } = useWords();
  const known = useRead<LoadAnswer>('energy.load', period);
  return (
    <Shown known={known} lines={10}>
      {(it) => {
        const short = (place: string) => (it.by === 'day' ? place.slice(5) : place.slice(5).replace('T', ' '));
        const data: ChartData = {
          kind: 'line',
          unit: it.measure,
          x: it.places.map(short),
          series: [
            { title: words('实际', 'Read'), values: it.read },
            ...(it.baseline
              ? [{ title: words('基线预计', 'Expected'), values: it.expected, tone: 'muted' as const }]
              : []),
          ],
          ...(it.baseline ? { band: { low: it.low, high: it.high } } : {}),
          shades: it.offHours.map(([first, after]) => ({
            from: first,
            to: after - 1,
            title: words('非工作时段', 'Off hours'),
          })),
          marks: it.changes.flatMap(({ day, what }) => {
            const at = it.places.findIndex((place) => place.startsWith(day));
            return at < 0 ? [] : [{ at, title: { zh: what, en: what } }];
          }),
          zoom: true,
        };
        return (
          <>
            <Chart title={words('负荷与基线', 'Load and baseline')} data={data} />
            <p className="k-faint">
              {it.baseline
                ? w(
                    words(
                      `基线学习期 ${it.baseline.from} 至 ${it.baseline.toExclusive}(不含);误差 CV(RMSE) ${it.baseline.cvRmsePercent.toFixed(1)}%,NMBE ${it.baseline.nmbePercent.toFixed(1)}%。浅色带为预计范围。`,
                      `Baseline learnt from ${it.baseline.from} to ${it.baseline.toExclusive} (exclusive); CV(RMSE) ${it.baseline.cvRmsePercent.toFixed(1)} %, NMBE ${it.baseline.nmbePercent.toFixed(1)} %. The pale band is what is expected.`,
                    ),
                  )
                : w(
                    words(
                      '这段时间之前没有建立基线,只显示实际读数。',
                      'No baseline was fitted before this period; only readings are shown.',
                    ),
                  )}
            </p>
          </>
        );
      }}
    </Shown>
  );
}

function ProfileChart({ period }: { readonly period: Readonly<Record<string, string>> }) {
  const { w } = useWords();
  const known = useRead<ProfileAnswer>('energy.profile', period);
  return (
    <Shown known={known} lines={10}>
      {(it) => (
        <>
          <Chart
            title={words('小时×日', 'Hours by days')}
            data={{
              kind: 'heat',
              unit: it.measure,
              x: it.days.map(({ day }) => day.slice(5)),
              rows: Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`),
              values: Array.from({ length: 24 }, (_, hour) => it.hours.map((ofDay) => ofDay[hour] ?? null)),
            }}
          />
          <Chart
            title={words('典型日', 'Mean days')}
            data={{
              kind: 'line',
              unit: it.measure,
              x: Array.from({ length: 24 }, (_, hour) => `${String(hour).padStart(2, '0')}:00`),
              series: it.meanDays.map(({ kind, days, mean }) => ({
                title: {
                  zh: `${dayKinds[kind].zh}(${String(days)} 天平均)`,
                  en: `${dayKinds[kind].en} (mean of ${String(days)})`,
                },
                values: mean,
                ...(kind === 'workday' ? {} : { tone: 'muted' as const }),
              })),
            }}
          />
          <p className="k-faint">
            {w(
              words(
                '空白为没有读数;存疑读数在处理前不计入。',
                'Blank: nothing was read; doubtful readings are left out until decided.',
              ),
            )}
          </p>
        </>
      )}
    </Shown>
  );
}

/** 完整率: received of expected, month by month; a meter that fell silent does not look complete. */
function Completeness({ of, year }: { readonly of: Of; readonly year: number }) {
  const { w } = useWords();
  const known = useRead<CompletenessAnswer>('energy.completeness', { ...of, year: String(year) });
  return (
    <Shown known={known} lines={4}>
      {({ meters }) => (
        <div style={{ overflowX: 'auto' }}>
          <table className="k-table">
            <thead>
              <tr>
                <th scope="col">{w(words('表计', 'Meter'))}</th>
                {Array.from({ length: 12 }, (_, i) => (
                  <th key={i} scope="col">
                    {i + 1}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {meters.map((meter) => (
                <tr key={meter.id}>
                  <th scope="row">{meter.name}</th>
                  {meter.months.map(({ month, share, suspect }) => (
                    <td
                      key={month}
                      title={
                        suspect > 0 ? w(words(`存疑 ${String(suspect)}`, `${String(suspect)} doubtful`)) : undefined
                      }
                    >
                      {share === null ? '—' : percent(share)}
                      {suspect > 0 ? ' △' : ''}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Shown>
  );
}
