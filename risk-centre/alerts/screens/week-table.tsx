import { words } from '@opengoa/kernel/words';
import { day, Go, number, percent, Section, useWords, type Answer } from '@opengoa/web-kit';
import { RowsTable, type TableColumn } from '../../screens/rows-table.tsx';
import { rowsOf } from './rows-of.ts';

type Weeks = Answer<'risk-centre.alerts'>['weeks'];

interface WeekTableProps {
  readonly weeks: Weeks;
  readonly fewest: number;
  /** The week that is shown. */
  readonly at: string;
}

/** 各周: what was promised of the false ones, and what was found. */
export function WeekTable({ weeks, fewest, at }: WeekTableProps) {
  const { w, language } = useWords();
  const counted = (
    title: { zh: string; en: string },
    of: 'open' | 'true' | 'partly' | 'notTrue' | 'unverifiable',
    outcome?: string,
  ) =>
    ({
      title,
      amount: true,
      cell: (row) =>
        row[of] === 0 || !outcome ? (
          number(row[of])
        ) : (
          <Go className="k-link" to={rowsOf(row.week, { standing: 'sent', outcome })}>
            {number(row[of])}
          </Go>
        ),
    }) satisfies TableColumn<Weeks[number]>;
  return (
    <Section title={words('各周发出的提示后来怎样', 'What became of the alerts')}>
      <RowsTable
        title={words('各周的提示', 'Alerts by week')}
        rows={weeks}
        keyOf={({ week }) => week}
        empty={{ title: words('还没有发出过提示', 'Nothing has gone out yet') }}
        columns={[
          {
            title: words('周', 'Week'),
            cell: ({ week }) => (
              <Go className="k-link" to={`/risk/alerts/${week}`} aria-current={week === at ? 'page' : undefined}>
                {day(week, language)}
              </Go>
            ),
          },
          {
            title: words('发出', 'Sent'),
            amount: true,
            cell: ({ week, sent }) => (
              <Go className="k-link" to={rowsOf(week, { standing: 'sent' })}>
                {number(sent)}
              </Go>
            ),
          },
          counted(words('尚无结论', 'Undecided'), 'open'),
          counted(words('属实', 'True'), 'true', 'confirmed'),
          counted(words('部分属实', 'Partly'), 'partly', 'partly-confirmed'),
          counted(words('不属实', 'Not true'), 'notTrue', 'explained,data-problem'),
          counted(words('无法核实', 'Unverifiable'), 'unverifiable', 'not-verifiable'),
          {
            title: words('预期误报', 'Expected false'),
            amount: true,
            cell: ({ expectedFalse }) => (expectedFalse === null ? '—' : percent(expectedFalse)),
          },
          {
            title: words('实际误报', 'Found false'),
            amount: true,
            cell: ({ foundFalse }) =>
              foundFalse === null
                ? w(
                    words(
                      `数据不足（核实少于 ${number(fewest)} 件）`,
                      `insufficient data (fewer than ${number(fewest)})`,
                    ),
                  )
                : percent(foundFalse),
          },
        ]}
      />
    </Section>
  );
}
