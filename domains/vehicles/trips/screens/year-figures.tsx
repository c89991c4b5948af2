import {
  distance,
  Figure,
  type FigureSource,
  number,
  Page,
  Pairs,
  type ScreenProps,
  Section,
  shanghaiParts,
  Shown,
  useRead,
  useWay,
  useWords,
  withQuery,
  yuan,
} from '@opengoa/web-kit';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { tripStates } from '../../words.zh.ts';

/** 年度数据: sums over what the reader's rights cover; who may see the rows goes on to them. */
export default function YearFigures({ query }: ScreenProps) {
  const { w } = useWords();
  const way = useWay();
  const [opened] = useState(() => new Date());
  const thisYear = Number(shanghaiParts(opened)?.day.slice(0, 4));
  const year = Number(query['year'] ?? thisYear);
  const figures = useRead('vehicles.figures', { year: String(year) }, { keep: true });
  const go = (to: number) => way.go(withQuery(way, { year: String(to) }), { replace: true });
  return (
    <Page
      title={{ zh: `公务用车 ${year} 年`, en: `Official vehicles ${year}` }}
      acts={
        <>
          <Button onClick={() => go(year - 1)}>{w({ zh: '上一年', en: 'Year before' })}</Button>{' '}
          <Button disabled={year >= thisYear} onClick={() => go(year + 1)}>
            {w({ zh: '下一年', en: 'Year after' })}
          </Button>
        </>
      }
    >
      <Shown known={figures} lines={10}>
        {(it) => {
          const costFen = it.tripCostFen + it.fuelCostFen;
          return (
            <>
              <Section title={{ zh: '车辆', en: 'Fleet' }}>
                <Pairs
                  pairs={[
                    {
                      term: { zh: '在册车辆', en: 'Vehicles' },
                      value: opens(`${number(it.vehicles)} ${w(vehicleWord)}`, { unit: '辆', rows: '/vehicles/fleet' }),
                    },
                    {
                      term: { zh: '有标准提示', en: 'With notes' },
                      value: opens(`${number(it.vehiclesWithNotes)} ${w(vehicleWord)}`, {
                        unit: '辆',
                        definition: {
                          zh: '依据为单一来源或待核原文的标准提示',
                          en: 'noted by a single-source or recalled standard',
                        },
                        rows: '/vehicles/fleet?sort=-warning_count',
                      }),
                    },
                  ]}
                />
              </Section>
              <Section title={{ zh: '用车', en: 'Trips' }}>
                <Pairs
                  pairs={(Object.keys(tripStates) as (keyof typeof tripStates)[]).map((state) => ({
                    term: tripStates[state],
                    value: opens(`${number(it.trips[state] ?? 0)} ${w(tripWord)}`, {
                      unit: '次',
                      period: String(year),
                      rows: `/vehicles/trips?f.state=${state}`,
                    }),
                  }))}
                />
              </Section>
              <Section title={{ zh: '里程与费用', en: 'Distance and cost' }}>
                <Pairs
                  pairs={[
                    {
                      term: { zh: '实际里程', en: 'Driven' },
                      value: opens(distance(it.drivenKm), {
                        unit: 'km',
                        period: String(year),
                        formula: { zh: '各次用车实际里程之和', en: 'sum over trips' },
                      }),
                    },
                    {
                      term: { zh: '途中费用', en: 'On the way' },
                      value: opens(yuan(it.tripCostFen, true), {
                        unit: '元',
                        period: String(year),
                        formula: { zh: '结算的油费、通行费、停车费之和', en: 'fuel on the way, toll, parking' },
                      }),
                    },
                    {
                      term: { zh: '加油充电', en: 'Fuel' },
                      value: opens(yuan(it.fuelCostFen, true), {
                        unit: '元',
                        period: String(year),
                        rows: '/vehicles/fuel',
                      }),
                    },
                    {
                      term: { zh: '每公里成本', en: 'Per km' },
                      value: opens(it.drivenKm === 0 ? '—' : `${yuan(costFen / it.drivenKm)} 元/km`, {
                        unit: '元/km',
                        formula: { zh: '（途中费用 + 加油充电）÷ 实际里程', en: '(on the way + fuel) ÷ km' },
                      }),
                    },
                    {
                      term: { zh: '服务评价', en: 'Rating' },
                      value: opens(
                        it.stars === null ? '—' : `${number(it.stars, 1)} ${w({ zh: '分（满分 5）', en: 'of 5' })}`,
                        {
                          definition: { zh: '申请人评价的平均分（1–5）', en: 'mean of askers’ ratings, 1–5' },
                          period: String(year),
                        },
                      ),
                    },
                  ]}
                />
              </Section>
            </>
          );
        }}
      </Shown>
    </Page>
  );
}

const vehicleWord = { zh: '辆', en: 'vehicles' };
const tripWord = { zh: '次', en: 'trips' };

const opens = (shown: ReactNode, source: FigureSource) => <Figure source={source}>{shown}</Figure>;
