import {
  EmptyState,
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
  useRead,
  useWay,
  useWords,
  withQuery,
} from '@opengoa/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { UnitTable, VehicleTable } from './use-rate-tables.tsx';
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
      about={{
        zh: '供核对车辆能否共享、调剂或更新；使用少可能有正常原因，不作为评价依据。',
        en: 'For seeing whether vehicles can be shared, moved or renewed; little use may have good reasons.',
      }}
      acts={
        <>
          <a className="k-link" href={`/api/reads/vehicles.use-rate.xlsx?from=${from}&to=${to}`} download>
            {w({ zh: '导出', en: 'Export' })}
          </a>
          {periods.map((each) => (
            <Button
              key={each}
              type={each === days ? 'primary' : 'default'}
              onClick={() => way.go(withQuery(way, { days: String(each) }), { replace: true })}
            >
              {w({ zh: `近 ${each} 天`, en: `${each} days` })}
            </Button>
          ))}
        </>
      }
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
                    {
                      term: fact('出车', 'Trips'),
                      value: opens(number(it.trips), `/vehicles/trips?f.starts_at.from=${from}&f.starts_at.to=${to}`),
                    },
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
                              zh: `出车工作日 ÷ 可用工作日（期内工作日 ${it.workdays} 天，减维修）低于 ${percent(it.idleBelow)}；可用不足 ${it.leastWorkdays} 天的不判断`,
                              en: `working days out ÷ those available (${it.workdays} in the period, less repairs) below ${percent(it.idleBelow)}; fewer than ${it.leastWorkdays} are not judged`,
                            },
                          }}
                        >
                          {number(idle.length)}
                        </Figure>
                      ),
                    },
                    { term: fact('同期租车', 'Hired meanwhile'), value: opens(number(it.hired), '/vehicles/hires') },
                    {
                      term: fact('同期未派出', 'Found none'),
                      value: opens(
                        number(it.refused),
                        `/vehicles/trips?f.starts_at.from=${from}&f.starts_at.to=${to}&f.state=approved,cancelled`,
                      ),
                    },
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
              {it.units.length > 1 && (
                <Section title={fact('逐单位', 'By unit')}>
                  <UnitTable units={it.units} period={period} />
                </Section>
              )}
              <Section title={fact('逐车', 'Vehicle by vehicle')}>
                {it.vehicles.length === 0 ? (
                  <EmptyState
                    icon="car"
                    title={fact('还没有在用车辆', 'No vehicles yet')}
                    todo={fact('先在车辆台账登记车辆。', 'Register vehicles first.')}
                  />
                ) : (
                  <VehicleTable it={it} period={period} />
                )}
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
