import {
  type Answer,
  type ChartData,
  Chart,
  number,
  Pairs,
  percent,
  Section,
  Shown,
  useRead,
  useWords,
  yuan,
} from '@opengoa/web-kit';
import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { changeKinds } from '../../words.zh.ts';

type Attribution = Answer<'energy.attribution'>;

const months = Array.from({ length: 12 }, (_, i) => i + 1);
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
const signed = (value: number) => `${value > 0 ? '+' : ''}${number(value, 0)}`;

/** 变化原因: this year's electricity against last year's, laid to weather, days, area and people, with what is not explained. */
export function AttributionSection({ building, year }: { readonly building: string; readonly year: number }) {
  const { w } = useWords();
  const [month, setMonth] = useState(0);
  const known = useRead(
    'energy.attribution',
    { building, year: String(year), ...(month === 0 ? {} : { month: String(month) }) },
    { keep: true },
  );
  return (
    <Section title={{ zh: '变化原因（与上年同期）', en: 'Why it changed (against the year before)' }}>
      <p>
        <Select
          aria-label={w({ zh: '时期', en: 'Period' })}
          value={month}
          options={[
            { value: 0, label: w({ zh: '本年累计', en: 'The year so far' }) },
            ...months.map((each) => ({ value: each, label: w({ zh: `${each} 月`, en: `Month ${each}` }) })),
          ]}
          onChange={setMonth}
        />
      </p>
      <Shown known={known} lines={6}>
        {(it) => <Told of={it} />}
      </Shown>
    </Section>
  );
}

function Told({ of }: { readonly of: Attribution }) {
  const { w } = useWords();
  const { found, changes, cost } = of;
  return (
    <>
      {found === null ? (
        <p className="k-faint">
          {w({
            zh: `数据不足，不作归因：${of.why?.zh ?? ''}。`,
            en: `Too little is known to say why: ${of.why?.en ?? ''}.`,
          })}
        </p>
      ) : (
        <Terms of={of} found={found} />
      )}
      {changes.length > 0 && (
        <Pairs
          pairs={changes.map(({ day, kind, what, residualSince }) => ({
            term: day,
            value: `${w(changeKinds[kind])}：${what}${residualSince === null ? '' : w({ zh: `（此后未解释部分 ${signed(residualSince)} kWh）`, en: ` (not explained since: ${signed(residualSince)} kWh)` })}`,
            wide: true,
          }))}
        />
      )}
      {cost && (
        <p>
          {w({
            zh: `电费由 ${yuan(cost.beforeFen, true)} 变为 ${yuan(cost.nowFen, true)}：电价影响 ${yuan(cost.byPriceFen, true)}，用量影响 ${yuan(cost.byAmountFen, true)}，两者之和等于差额。`,
            en: `Cost went from ${yuan(cost.beforeFen, true)} to ${yuan(cost.nowFen, true)}: ${yuan(cost.byPriceFen, true)} by price and ${yuan(cost.byAmountFen, true)} by amount.`,
          })}
        </p>
      )}
    </>
  );
}

function Terms({ of, found }: { readonly of: Attribution; readonly found: NonNullable<Attribution['found']> }) {
  const { w } = useWords();
  const data = useMemo(
    (): ChartData => ({
      kind: 'bar',
      lying: true,
      unit: 'kWh',
      x: ['天气', '天数与日历', '建筑面积', '用能人数', '上年未解释', '今年未解释'].map((zh, i) =>
        w({ zh, en: ['Weather', 'Days', 'Area', 'People', 'Last year’s residual', 'This year’s residual'][i]! }),
      ),
      series: [
        {
          title: { zh: '影响', en: 'Effect' },
          values: [found.weather, found.days, found.area, found.people, found.lastYearResidual, found.thisYearResidual],
        },
      ],
    }),
    [found, w],
  );
  const delta = found.now - found.before;
  return (
    <Chart
      title={{
        zh: `${of.from} 至 ${dayBefore(of.toExclusive)}：由 ${number(found.before, 0)} 变为 ${number(found.now, 0)} kWh，各项之和等于差额 ${signed(delta)}`,
        en: `${of.from} to ${dayBefore(of.toExclusive)}: from ${number(found.before, 0)} to ${number(found.now, 0)} kWh; the terms add up to ${signed(delta)}`,
      }}
      data={data}
      height={220}
      foot={w({
        zh: `按 ${found.baseline.from} 至 ${dayBefore(found.baseline.toExclusive)} 的用能基线（CV(RMSE) ${number(found.baseline.cvRmsePercent, 1)}%），各因素先后次序取平均。面积 ${number(found.areaBefore, 0)} → ${number(found.areaNow, 0)} ㎡，人数 ${number(found.peopleBefore, 0)} → ${number(found.peopleNow, 0)}，随人数的份额取 ${percent(found.peopleShare)}（项目设定）。设备增减没有可分离的方法，列在未解释部分。`,
        en: `By the baseline of ${found.baseline.from} to ${dayBefore(found.baseline.toExclusive)} (CV(RMSE) ${number(found.baseline.cvRmsePercent, 1)} %), the mean over all orders. Area ${number(found.areaBefore, 0)} to ${number(found.areaNow, 0)} m², people ${number(found.peopleBefore, 0)} to ${number(found.peopleNow, 0)}, of which ${percent(found.peopleShare)} of use is taken to follow. Equipment cannot be told apart and lies in what is not explained.`,
      })}
    />
  );
}
