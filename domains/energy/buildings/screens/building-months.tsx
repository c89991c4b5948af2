import {
  type Answer,
  number,
  Page,
  type ScreenProps,
  Section,
  shanghaiParts,
  Shown,
  TableBox,
  useRead,
  useWay,
  useWords,
  withQuery,
} from '@opengoa/web-kit';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { carriers, measures } from '../../words.zh.ts';
import './building-months.css';

const months = Array.from({ length: 12 }, (_, n) => n + 1);
type Building = Answer<'energy.building-months'>['buildings'][number];

/** 建筑月度用能: one row a building, one column a month; what is partly estimated or kept apart says so. */
export default function BuildingMonths({ query }: ScreenProps) {
  const { w } = useWords();
  const way = useWay();
  const [opened] = useState(() => new Date());
  const year = Number(query['year'] ?? shanghaiParts(opened)?.day.slice(0, 4));
  const carrier = (query['carrier'] ?? 'electricity') as keyof typeof carriers;
  const known = useRead('energy.building-months', { year: String(year), carrier }, { keep: true });
  const go = (to: object) => way.go(withQuery(way, { year: String(year), carrier, ...to }), { replace: true });
  return (
    <Page
      title={{ zh: `建筑月度用能 ${year}`, en: `Months of buildings ${year}` }}
      about={{
        zh: '各建筑总表合计。带“估”的月份含估计值，带“疑”的月份另有读数待确认、未计入。',
        en: 'Sums of main meters. “e” holds estimates; “?” has readings kept apart and not counted.',
      }}
      acts={
        <>
          <Select
            aria-label={w({ zh: '能源', en: 'Carrier' })}
            value={carrier}
            onChange={(to) => go({ carrier: to })}
            options={Object.entries(carriers).map(([value, words]) => ({ value, label: w(words) }))}
          />{' '}
          <Button onClick={() => go({ year: String(year - 1) })}>{w({ zh: '上一年', en: 'Year before' })}</Button>{' '}
          <Button onClick={() => go({ year: String(year + 1) })}>{w({ zh: '下一年', en: 'Year after' })}</Button>
        </>
      }
    >
      <Shown known={known} lines={10}>
        {({ buildings }) => (
          <Section>
            {buildings.length === 0 ? (
              <p className="k-faint">
                {w({ zh: '这一年没有该能源的读数。', en: 'Nothing of this carrier was read in this year.' })}
              </p>
            ) : (
              <Table buildings={buildings} />
            )}
          </Section>
        )}
      </Shown>
    </Page>
  );
}

function Table({ buildings }: { readonly buildings: readonly Building[] }) {
  const { w } = useWords();
  return (
    <TableBox title={w({ zh: '各月用量', en: 'Use by month' })}>
      <table className="e-months">
        <thead>
          <tr>
            <th scope="col">{w({ zh: '建筑', en: 'Building' })}</th>
            {months.map((month) => (
              <th key={month} scope="col">
                {month}
              </th>
            ))}
            <th scope="col">{w({ zh: '合计', en: 'Sum' })}</th>
          </tr>
        </thead>
        <tbody>
          {buildings.map((building) => (
            <tr key={`${building.id} ${building.measure}`}>
              <th scope="row">
                {building.name} <span className="k-faint">{measures[building.measure].en}</span>
              </th>
              {months.map((month) => (
                <td key={month}>
                  <Cell month={building.months.find((each) => each.month === month)} />
                </td>
              ))}
              <td>{number(Math.round(building.months.reduce((sum, { amount }) => sum + amount, 0)))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function Cell({ month }: { readonly month: Building['months'][number] | undefined }) {
  const { w } = useWords();
  if (!month) return <span className="k-faint">—</span>;
  const marks = [
    ...(month.estimated > 0 ? [w({ zh: '估', en: 'e' })] : []),
    ...(month.suspect > 0 ? [w({ zh: '疑', en: '?' })] : []),
  ];
  return (
    <>
      {number(Math.round(month.amount))}
      {marks.length > 0 && <span className="k-faint"> {marks.join('')}</span>}
    </>
  );
}
