import {
  day,
  Figure,
  Go,
  instant,
  Ledger,
  number,
  type Pair,
  Pairs,
  type ScreenProps,
  Section,
  shanghaiParts,
  Shown,
  ThingPage,
  type Answer,
  useRead,
  useWords,
} from '@opengoa/web-kit';
import { useState } from 'react';
import { LoadCharts } from '../../figures/screens/load-charts.tsx';
import { YearLoad } from '../../figures/screens/year-load.tsx';
import { GapTable } from '../../gaps/screens/gap-table.tsx';
import { carriers, measures, meterKinds, meterReads } from '../../words.zh.ts';
import { monthCells } from '../../buildings/screens/month-list.tsx';

type Meter = Answer<'energy.meter'>;

/** 表计: what it reads, how good its baseline is, which instruments stood there. */
export default function MeterPage({ params, query }: ScreenProps<'id'>) {
  const known = useRead('energy.meter', { id: params.id });
  return (
    <Shown known={known} lines={14}>
      {(it) => <Loaded meter={it} query={query} />}
    </Shown>
  );
}

function Loaded({ meter: it, query }: { readonly meter: Meter; readonly query: Readonly<Record<string, string>> }) {
  const { w, language } = useWords();
  const [opened] = useState(() => new Date());
  const year = Number(query['year'] ?? (it.lastAt ?? opened.toISOString()).slice(0, 4));
  return (
    <ThingPage
      talk="energy.meter"
      id={it.id}
      title={`${it.buildingName} ${it.name}`}
      status={
        it.openDoubts > 0
          ? { tone: 'check', words: { zh: `${it.openDoubts} 段读数待确认`, en: `${it.openDoubts} in doubt` } }
          : it.stale
            ? { tone: 'plain', words: { zh: '读数陈旧', en: 'Stale' } }
            : { tone: 'done', words: { zh: '在报', en: 'Reporting' } }
      }
      summary={
        <>
          {w(carriers[it.carrier])} · {w(meterKinds[it.kind])} · {w(meterReads[it.reads])} ·{' '}
          <Go className="k-link" to={`/energy/buildings/${it.building}`}>
            {it.buildingName}
          </Go>
        </>
      }
      may={it.may}
      object={it}
      figures={[
        { title: { zh: '最近读数', en: 'Last read' }, value: instant(it.lastAt, language) },
        ...(it.lastRegister
          ? [
              {
                title: { zh: '表底', en: 'Register' },
                value: `${number(it.lastRegister.value)} ${measures[it.measure].en}`,
                note: (
                  <>
                    {instant(it.lastRegister.at, language)}
                    {it.lastRegister.photos.map((photo, n) => (
                      <a key={photo} className="k-link" href={`/api/files/${photo}`} download>
                        {' '}
                        {w({ zh: `照片${n + 1}`, en: `photo ${n + 1}` })}
                      </a>
                    ))}
                  </>
                ),
              },
            ]
          : []),
        ...(it.baseline
          ? [
              {
                title: { zh: '基线误差', en: 'Baseline error' },
                value: (
                  <Figure
                    source={{
                      value: it.baseline.cvRmsePercent,
                      unit: '% CV(RMSE)',
                      period: `${it.baseline.from} – ${it.baseline.toExclusive}`,
                      definition: {
                        zh: `按周内小时与气温拟合，训练 ${it.baseline.trainedDays} 天，偏差 ${number(it.baseline.nmbePercent, 2)}%`,
                        en: `hour of the week and temperature, ${it.baseline.trainedDays} days, bias ${number(it.baseline.nmbePercent, 2)} %`,
                      },
                      standard: 'ASHRAE Guideline 14',
                      at: it.baseline.fittedAt,
                    }}
                  >
                    {number(it.baseline.cvRmsePercent, 1)}%
                  </Figure>
                ),
              },
            ]
          : []),
      ]}
      tabs={[
        ...(it.reads === 'interval'
          ? [
              {
                key: 'load',
                title: { zh: '负荷', en: 'Load' },
                content: <LoadCharts of={{ meter: it.id }} from={`${year}-01-01`} toExclusive={`${year + 1}-01-01`} />,
              },
            ]
          : []),
        ...(it.reads === 'interval'
          ? [
              {
                key: 'year',
                title: { zh: '全年时段', en: 'Whole year' },
                content: <YearLoad meter={it.id} year={year} />,
              },
              {
                key: 'gaps',
                title: { zh: '缺数', en: 'Gaps' },
                content: <GapTable meter={it.id} year={year} />,
              },
            ]
          : []),
        {
          key: 'months',
          title: { zh: '月度', en: 'Months' },
          content: <Ledger list="energy.months" inside cells={monthCells} fixed={{ meter_id: { is: it.id } }} />,
        },
        {
          key: 'doubts',
          title: { zh: '存疑读数', en: 'Doubts' },
          count: it.openDoubts,
          content: (
            <Ledger
              list="energy.doubts"
              inside
              fixed={{ meter_id: { is: it.id } }}
              tones={{ state: { open: 'check', counted: 'done' } }}
            />
          ),
        },
        { key: 'about', title: { zh: '档案', en: 'About' }, content: <About meter={it} /> },
      ]}
    />
  );
}

const pair = (zh: string, en: string, value: Pair['value']): Pair => ({ term: { zh, en }, value });

function About({ meter: it }: { readonly meter: Meter }) {
  const { w, language } = useWords();
  const since = (at: string | null) => (at === null ? '…' : (shanghaiParts(at)?.day ?? at));
  return (
    <>
      <Section>
        <Pairs
          pairs={[
            pair('所属单位', 'Unit', it.unitName),
            pair('计量单位', 'Measure', w(measures[it.measure])),
            pair('间隔', 'Interval', it.intervalMinutes === null ? '—' : `${it.intervalMinutes} min`),
            pair(
              '时间戳',
              'Stamp',
              it.stamped === 'begins' ? w({ zh: '时段开始', en: 'beginning' }) : w({ zh: '时段结束', en: 'end' }),
            ),
            pair('上级表', 'Parent', it.parentName ?? '—'),
            pair('表底位数', 'Digits', number(it.digits)),
            pair('启用', 'From', day(it.validFrom, language)),
            pair('停用', 'To', day(it.validTo, language)),
          ]}
        />
      </Section>
      <Section title={{ zh: '表身', en: 'Instruments' }}>
        <Pairs
          pairs={it.instruments.map((each, i) => ({
            term: `${since(each.from)} – ${since(each.to)}`,
            value: `${each.key ?? w({ zh: '无表号', en: 'no number' })} · ${w({ zh: '倍率', en: 'multiplier' })} ${each.multiplier}${i === it.instruments.length - 1 ? w({ zh: '（现用）', en: ' (now)' }) : ''}`,
            wide: true,
          }))}
        />
      </Section>
    </>
  );
}
