import {
  type Answer,
  type AskedOf,
  Chart,
  type ChartData,
  instant,
  number,
  percent,
  Section,
  Shown,
  TableBox,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { measures } from '../../words.zh.ts';
import { forecastMethods } from '../words.zh.ts';

type Ahead = Answer<'energy.day-ahead'>;

const dayMs = 86_400_000;
const dayAfter = (day: string, count: number) => new Date(Date.parse(day) + count * dayMs).toISOString().slice(0, 10);

/** 日前预测: the day's hours with their band after the days before it, how good the method was, and what became of earlier forecasts. */
export function DayAhead({ of }: { readonly of: Pick<AskedOf<'energy.day-ahead'>, 'building' | 'carrier' | 'meter'> }) {
  const [day, setDay] = useState<string>();
  const known = useRead('energy.day-ahead', { ...of, ...(day === undefined ? {} : { day }) }, { keep: true });
  const { w } = useWords();
  const shown = known.answer?.day;
  const go = (days: number) => () => shown !== undefined && setDay(dayAfter(shown, days));
  return (
    <Section
      title={{ zh: '日前预测', en: 'Day-ahead forecast' }}
      acts={
        <>
          <Button size="small" disabled={shown === undefined} onClick={go(-1)}>
            {w({ zh: '前一天', en: 'Day before' })}
          </Button>{' '}
          <Button size="small" disabled={shown === undefined} onClick={go(1)}>
            {w({ zh: '后一天', en: 'Day after' })}
          </Button>
        </>
      }
    >
      <Shown known={known} lines={10}>
        {(it) => <Told of={it} />}
      </Shown>
    </Section>
  );
}

function Told({ of }: { readonly of: Ahead }) {
  const { w, language } = useWords();
  const unit = measures[of.measure].en;
  const before = of.read.length - 24;
  const data = useMemo((): ChartData => {
    const pad = (hours: readonly (number | null)[]) => [...Array.from({ length: before }, () => null), ...hours];
    return {
      kind: 'line',
      x: of.read.map((_, place) =>
        new Date(Date.parse(of.readFrom) + place * 3_600_000).toISOString().slice(5, 16).replace('T', ' '),
      ),
      unit,
      series: [
        { title: { zh: '实际', en: 'Read' }, values: of.read },
        ...(of.made === 'none'
          ? []
          : [{ title: { zh: '预测', en: 'Forecast' }, values: pad(of.expected), tone: 'muted' as const }]),
      ],
      ...(of.made === 'none' ? {} : { band: { low: pad(of.low), high: pad(of.high) } }),
    };
  }, [of, before, unit]);
  const floor = of.scores.find(({ method }) => method === 'ensemble');
  const taken = of.scores.find(({ method }) => method === of.method);
  return (
    <>
      <Chart
        title={{ zh: `${of.day} 的预测与此前三天`, en: `${of.day} and the three days before` }}
        data={data}
        height={240}
        foot={
          of.made === 'none'
            ? w({
                zh: `数据不足，不作预测：${of.why?.zh ?? ''}。`,
                en: `Too little is known to forecast it: ${of.why?.en ?? ''}.`,
              })
            : w({
                zh: `${of.made === 'kept' ? `${instant(of.madeAt, language)} 作出` : '按当时已知的读数回算'}，读数用到 ${of.knownTo}；方法：${of.method === null ? '' : forecastMethods[of.method].zh}；预计 ${number(sum(of.expected), 0)} ${unit}，阴影为 ${percent(of.nominal)} 区间${taken && floor ? `；近 ${taken.days} 天误差 NRMSE ${number(taken.nrmsePercent, 1)}%，简单平均 ${number(floor.nrmsePercent, 1)}%` : ''}。`,
                en: `${of.made === 'kept' ? `Made ${instant(of.madeAt, language)}` : 'As it would have been told'} from readings up to ${of.knownTo}; ${of.method === null ? '' : forecastMethods[of.method].en}; ${number(sum(of.expected), 0)} ${unit} expected, band ${percent(of.nominal)}${taken && floor ? `; NRMSE of the last ${taken.days} days ${number(taken.nrmsePercent, 1)} %, plain mean ${number(floor.nrmsePercent, 1)} %` : ''}.`,
              })
        }
      />
      {of.kept.length > 0 && <Kept of={of} unit={unit} />}
    </>
  );
}

const sum = (hours: readonly (number | null)[]) => hours.reduce<number>((all, each) => all + (each ?? 0), 0);

/** Forecasts that were made before their day began, and what became of them. */
function Kept({ of, unit }: { readonly of: Ahead; readonly unit: string }) {
  const { w } = useWords();
  return (
    <TableBox title={w({ zh: '以往预测', en: 'Earlier forecasts' })}>
      <table className="k-table k-table-dense">
        <thead>
          <tr>
            <th scope="col">{w({ zh: '日期', en: 'Day' })}</th>
            <th scope="col" className="k-amount">
              {w({ zh: `预测 ${unit}`, en: `Forecast ${unit}` })}
            </th>
            <th scope="col" className="k-amount">
              {w({ zh: `实际 ${unit}`, en: `Read ${unit}` })}
            </th>
            <th scope="col" className="k-amount">
              NRMSE %
            </th>
            <th scope="col" className="k-amount">
              {w({ zh: '区间内小时', en: 'Hours within' })}
            </th>
          </tr>
        </thead>
        <tbody>
          {of.kept.map((each) => (
            <tr key={each.day}>
              <th scope="row">{each.day}</th>
              <td className="k-amount">{number(each.expected, 0)}</td>
              <td className="k-amount">{number(each.read, 0)}</td>
              <td className="k-amount">{number(each.nrmsePercent, 1)}</td>
              <td className="k-amount">{each.hours === 0 ? '—' : `${each.within}/${each.hours}`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}
