import { type AskedOf, Chart, day, Shown, useRead, useWords } from '@opengoa/web-kit';
import { useMemo } from 'react';
import { lineOf } from './load-charts.tsx';

interface LoadEvidenceProps {
  readonly of: Pick<AskedOf<'energy.load'>, 'building' | 'carrier' | 'meter'>;
  readonly period: readonly [string, string];
}

/** Days shown before those in question, so that the usual is seen beside them. */
const before = 60;
/** More days than this are not told apart. */
const longest = 400;

const dayMs = 86_400_000;
const dayAfter = (from: string, count: number) => new Date(Date.parse(from) + count * dayMs).toISOString().slice(0, 10);

/** 每日用量与基线: the days a finding is about and those before them, with the band they may lie in and a mark where they begin. */
export function LoadEvidence({ of, period }: LoadEvidenceProps) {
  const { language } = useWords();
  const [began, toExclusive] = period;
  const earliest = dayAfter(toExclusive, -longest);
  const wished = dayAfter(began, -before);
  const from = wished > earliest ? wished : earliest;
  const known = useRead('energy.load', { ...of, from, toExclusive, by: 'day' });
  const load = known.answer;
  const data = useMemo(() => {
    if (!load) return undefined;
    const line = lineOf(load, (place) => place.slice(5));
    const at = load.places.indexOf(began);
    if (line.kind !== 'line' || at < 0) return line;
    return { ...line, zoom: false, marks: [...(line.marks ?? []), { at, title: { zh: '自此', en: 'from here' } }] };
  }, [load, began]);
  return (
    <Shown known={known} lines={8}>
      {() =>
        data && (
          <Chart
            title={{
              zh: `每日用量，${day(began, language)} 起`,
              en: `Days, from ${day(began, language)} on`,
            }}
            data={data}
            height={220}
          />
        )
      }
    </Shown>
  );
}
