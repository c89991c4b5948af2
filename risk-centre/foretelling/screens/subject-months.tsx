import { words } from '@opengoa/kernel/words';
import { Go, number, Sheet, Shown, StatusTag, useRead, useWords } from '@opengoa/web-kit';
import { RowsTable } from '../../screens/rows-table.tsx';
import { measureWords } from './month-words.ts';

interface SubjectMonthsProps {
  readonly outcome: string;
  readonly subject: string;
  readonly name: string;
  onClose(): void;
}

/** 逐月记录: what one subject was foretold from, month by month, each opening its records. */
export function SubjectMonths({ outcome, subject, name, onClose }: SubjectMonthsProps) {
  const { w } = useWords();
  const known = useRead('risk-centre.subject-months', { outcome, subject });
  return (
    <Sheet title={`${w(words('逐月记录', 'Month by month'))} · ${name}`} onClose={onClose}>
      <Shown known={known} lines={8}>
        {({ months }) => (
          <RowsTable
            title={words('逐月记录', 'Month by month')}
            rows={months}
            keyOf={({ month }) => month}
            empty={{ title: words('没有可看的记录', 'No records that you may see') }}
            columns={[
              {
                title: words('月份', 'Month'),
                cell: ({ month, opens }) => (
                  <Go className="k-link" to={opens}>
                    {month.slice(0, 7)}
                  </Go>
                ),
              },
              {
                title: words('结果', 'Outcome'),
                cell: ({ happened }) =>
                  happened === null ? (
                    w(words('未知', 'not known'))
                  ) : (
                    <StatusTag tone={happened === 1 ? 'check' : 'plain'}>
                      {w(happened === 1 ? words('发生', 'happened') : words('未发生', 'did not'))}
                    </StatusTag>
                  ),
              },
              {
                title: words('当月数值', 'Figures'),
                cell: ({ measures }) =>
                  Object.entries(measures)
                    .filter(([, value]) => value !== null)
                    .map(([of, value]) => `${w(measureWords(of))} ${number(value, 2)}`)
                    .join('；') || '—',
              },
            ]}
          />
        )}
      </Shown>
    </Sheet>
  );
}
