import {
  distance,
  Figure,
  Go,
  number,
  Page,
  Pairs,
  percent,
  type ScreenProps,
  Section,
  shanghaiParts,
  Shown,
  StatusTag,
  useRead,
  useWay,
  useWords,
  withQuery,
} from '@opengoa/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { categories } from '../../words.zh.ts';
import './use-rate.css';

const DAY_MS = 86_400_000;
const dayBefore = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);
const periods = [30, 90, 365] as const;

/** 使用率与闲置: the last 90 days unless another period is asked; each number opens the rows behind it. */
export default function UseRateScreen({ query }: ScreenProps) {
  const { w } = useWords();
  const way = useWay();
  const [opened] = useState(() => new Date());
  const to = shanghaiParts(opened)?.day ?? '';
  const days = Number(query['days'] ?? 90);
  const from = dayBefore(to, days - 1);
  const rate = useRead('vehicles.use-rate', { from, to }, { keep: true });
  const period = `${from} — ${to}`;
  return (
    <Page
      title={{ zh: '使用率与闲置', en: 'Use and idle vehicles' }}
      tag={<span className="k-faint">{period}</span>}
      acts={periods.map((each) => (
        <Button
          key={each}
          type={each === days ? 'primary' : 'default'}
          onClick={() => way.go(withQuery(way, { days: String(each) }), { replace: true })}
        >
          {w({ zh: `近 ${each} 天`, en: `${each} days` })}
        </Button>
      ))}
    >
      <Shown known={rate} lines={14}>
        {(it) => {
          const idle = it.vehicles.filter((vehicle) => vehicle.idle);
          const fact = (zh: string, en: string) => ({ zh, en });
          return (
            <>
              <Section>
                <Pairs
                  pairs={[
                    { term: fact('在册车辆', 'Vehicles'), value: opens(number(it.vehicles.length), '/vehicles/fleet') },
                    { term: fact('出车', 'Trips'), value: opens(number(it.trips), '/vehicles/trips') },
                    { term: fact('同时在外最多', 'Most out at once'), value: number(it.peak) },
                    {
                      term: fact('够用的车数', 'Enough'),
                      value: (
                        <Figure
                          source={{
                            value: it.enough,
                            unit: '辆',
                            period,
                            formula: {
                              zh: `按时间逐单试派，派不出的不超过 ${percent(it.refusalShare)} 的最小车数`,
                              en: `fewest vehicles with which at most ${percent(it.refusalShare)} of the trips find none`,
                            },
                          }}
                        >
                          {number(it.enough)}
                        </Figure>
                      ),
                    },
                    {
                      term: fact('闲置待核', 'Idle'),
                      value: (
                        <Figure
                          source={{
                            value: idle.length,
                            unit: '辆',
                            period,
                            formula: {
                              zh: `出车工作日 ÷ 工作日（${it.workdays} 天）低于 ${percent(it.idleBelow)}`,
                              en: `working days out ÷ ${it.workdays} working days below ${percent(it.idleBelow)}`,
                            },
                          }}
                        >
                          {number(idle.length)}
                        </Figure>
                      ),
                    },
                    { term: fact('同期租车', 'Hired meanwhile'), value: opens(number(it.hired), '/vehicles/hires') },
                    { term: fact('同期未派出', 'Found none'), value: number(it.refused) },
                  ]}
                />
                {idle.length > 0 && it.lacking && (
                  <p className="k-note v-use-note">
                    {w({
                      zh: `同期租车 ${it.hired} 次、有 ${it.refused} 单没有派出车，而 ${idle.length} 辆车闲置：请先核对能否调剂使用。`,
                      en: `${it.hired} cars were hired and ${it.refused} trips found none while ${idle.length} vehicles stood idle: see first whether those can serve.`,
                    })}
                  </p>
                )}
              </Section>
              <Section title={fact('逐车', 'Vehicle by vehicle')}>
                <div
                  className="v-use-scroll"
                  role="region"
                  aria-label={w({ zh: '逐车', en: 'Vehicle by vehicle' })}
                  tabIndex={0}
                >
                  <table className="v-use">
                    <thead>
                      <tr>
                        {[
                          fact('车牌号', 'Plate'),
                          fact('使用率', 'Use'),
                          fact('出车工作日', 'Days'),
                          fact('所属单位', 'Unit'),
                          fact('车辆类别', 'Category'),
                          fact('小时', 'Hours'),
                          fact('里程', 'Distance'),
                        ].map((title) => (
                          <th key={title.zh} scope="col">
                            {w(title)}
                          </th>
                        ))}
                      </tr>
                    </thead>
                    <tbody>
                      {it.vehicles.map((vehicle) => (
                        <tr key={vehicle.vehicle}>
                          <th scope="row">
                            <Go className="k-link" to={`/vehicles/fleet/${vehicle.vehicle}?tab=trips`}>
                              {vehicle.plate}
                            </Go>
                          </th>
                          <td className="v-use-number">
                            {vehicle.share === null ? '—' : percent(vehicle.share)}{' '}
                            {vehicle.idle && <StatusTag tone="check">{w({ zh: '闲置待核', en: 'Idle' })}</StatusTag>}
                          </td>
                          <td className="v-use-number">{number(vehicle.usedWorkdays)}</td>
                          <td>{vehicle.unitName}</td>
                          <td>{w(categories[vehicle.category])}</td>
                          <td className="v-use-number">{number(vehicle.hours)}</td>
                          <td className="v-use-number">{distance(vehicle.km)}</td>
                        </tr>
                      ))}
                    </tbody>
                  </table>
                </div>
              </Section>
            </>
          );
        }}
      </Shown>
    </Page>
  );
}

const opens = (text: string, to: string) => (
  <Go className="k-link" to={to}>
    {text}
  </Go>
);
