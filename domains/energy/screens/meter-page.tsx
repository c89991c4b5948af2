import {
  Figure,
  Go,
  instant,
  number,
  Pairs,
  Section,
  Shown,
  ThingPage,
  useRead,
  useWords,
  type Pair,
  type ScreenProps,
} from '@opengoa/web-kit';
import type { MeterAnswer } from '../contract.ts';
import { carriers, measures, meterKinds, meterReads } from '../words.zh.ts';
import { LoadSection } from './load-section.tsx';

const words = (zh: string, en: string) => ({ zh, en });
type Meter = MeterAnswer & { readonly may?: readonly string[] };

/** 一块表: its readings beside its baseline, its instruments, its doubts; read by hand from here on the phone. */
export default function MeterPage({ params }: ScreenProps<'id'>) {
  const { language } = useWords();
  const known = useRead<Meter>('energy.meter', { id: params.id });
  return (
    <Shown known={known} lines={14}>
      {(it) => (
        <ThingPage
          id={it.id}
          title={it.name}
          status={
            it.stale
              ? { tone: 'check', words: words('读数已停', 'No recent reading') }
              : { tone: 'done', words: words('正常', 'In order') }
          }
          summary={`${it.unitName} · ${it.buildingName}`}
          may={it.may}
          object={{ id: it.id }}
          figures={[
            { title: words('最近读数', 'Last read'), value: it.lastAt ? instant(it.lastAt, language) : '—' },
            {
              title: words('基线误差', 'Baseline error'),
              value: it.baseline ? (
                <Figure
                  source={{
                    value: it.baseline.cvRmsePercent,
                    unit: '%',
                    period: `${it.baseline.from} — ${it.baseline.toExclusive}`,
                    definition: words('逐时 CV(RMSE);NMBE 见下', 'hourly CV(RMSE)'),
                    formula: words(
                      `NMBE ${it.baseline.nmbePercent.toFixed(1)}%,学习 ${String(it.baseline.trainedDays)} 天`,
                      `NMBE ${it.baseline.nmbePercent.toFixed(1)} %, ${String(it.baseline.trainedDays)} days`,
                    ),
                    at: it.baseline.fittedAt,
                  }}
                >{`${it.baseline.cvRmsePercent.toFixed(1)}%`}</Figure>
              ) : (
                '—'
              ),
            },
            {
              title: words('存疑读数', 'Doubts'),
              value:
                it.openDoubts === 0 ? (
                  '0'
                ) : (
                  <Go to={`/energy/doubts?f.meter=${encodeURIComponent(it.name)}`}>{String(it.openDoubts)}</Go>
                ),
            },
          ]}
        >
          {it.reads === 'interval' && <LoadSection of={{ meter: it.id }} years={yearsOf(it)} />}
          <About meter={it} />
        </ThingPage>
      )}
    </Shown>
  );
}

/** Years from the day it went into service to its last reading, newest first. */
function yearsOf({ validFrom, lastAt }: Meter): number[] {
  const first = Number(validFrom.slice(0, 4));
  const last = lastAt ? Number(lastAt.slice(0, 4)) : new Date().getFullYear();
  return Array.from({ length: Math.max(1, Math.min(30, last - first + 1)) }, (_, i) => last - i);
}

function About({ meter: it }: { readonly meter: Meter }) {
  const { w, language } = useWords();
  const pairs: Pair[] = [
    { term: words('建筑', 'Building'), value: <Go to={`/energy/buildings/${it.building}`}>{it.buildingName}</Go> },
    { term: words('能源', 'Carrier'), value: `${w(carriers[it.carrier])}(${w(measures[it.measure])})` },
    { term: words('层级', 'Kind'), value: `${w(meterKinds[it.kind])}${it.parentName ? ` · ${it.parentName}` : ''}` },
    {
      term: words('读法', 'Reads'),
      value: `${w(meterReads[it.reads])}${it.intervalMinutes === null ? '' : ` · ${String(it.intervalMinutes)} min`}`,
    },
    {
      term: words('上次示数', 'Register last read'),
      value: it.lastRegister ? `${number(it.lastRegister.value, 2)}(${instant(it.lastRegister.at, language)})` : '—',
    },
    {
      term: words('表具', 'Instruments'),
      value:
        it.instruments
          .map(
            ({ key, multiplier, from, to }) =>
              `${key ?? '—'} ×${String(multiplier)}(${from ? instant(from, language) : '—'} – ${to ? instant(to, language) : ''})`,
          )
          .join(';') || '—',
      wide: true,
    },
  ];
  return (
    <Section title={words('概况', 'About')}>
      <Pairs pairs={pairs} />
    </Section>
  );
}
