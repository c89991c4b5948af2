import { type AskedOf, type ChartData, Chart, Section, Shown, useRead } from '@opengoa/web-kit';
import { useMemo } from 'react';
import { carriers, measures } from '../../words.zh.ts';

interface MonthCompareProps {
  readonly building: string;
  readonly carrier: NonNullable<AskedOf<'energy.building-months'>['carrier']>;
  readonly year: number;
}

const twelve = Array.from({ length: 12 }, (_, i) => i + 1);

/** 同比: a building's months of one carrier beside those of the year before. */
export function MonthCompare({ building, carrier, year }: MonthCompareProps) {
  const now = useRead('energy.building-months', { year: String(year), carrier }, { keep: true });
  const before = useRead('energy.building-months', { year: String(year - 1), carrier }, { keep: true });
  const data = useMemo((): ChartData => {
    const own = (of: typeof now.answer) => of?.buildings.filter(({ id }) => id === building) ?? [];
    const values = (of: typeof now.answer) =>
      twelve.map((month) => {
        const found = own(of).flatMap(({ months }) => months.filter((each) => each.month === month));
        return found.length === 0 ? null : found.reduce((sum, { amount }) => sum + amount, 0);
      });
    const measure = [...own(now.answer), ...own(before.answer)][0]?.measure;
    return {
      kind: 'bar',
      x: twelve.map(String),
      unit: measure === undefined ? '' : measures[measure].en,
      series: [
        { title: { zh: `${year} 年`, en: `${year}` }, values: values(now.answer) },
        { title: { zh: `${year - 1} 年`, en: `${year - 1}` }, values: values(before.answer), tone: 'muted' },
      ],
    };
  }, [now.answer, before.answer, building, year]);
  return (
    <Section title={{ zh: '各月同比', en: 'Months beside the year before' }}>
      <Shown known={now} lines={8}>
        {() => (
          <Chart
            title={{ zh: `各月用${carriers[carrier].zh}`, en: `${carriers[carrier].en} by month` }}
            data={data}
            height={220}
          />
        )}
      </Shown>
    </Section>
  );
}
