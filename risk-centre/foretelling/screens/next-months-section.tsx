import { words } from '@opengoa/kernel/words';
import { ActButtons, Go, number, Section, Shown, StatusTag, useMay, useRead, useWords } from '@opengoa/web-kit';
import { RowsTable } from '../../screens/rows-table.tsx';
import { baseText, monthText, stale, staleWords } from './month-words.ts';

/** 下月预测: each outcome that the offices tell of, with what is foretold and whether a model earns it. */
export function NextMonths() {
  const { w } = useWords();
  const known = useRead('risk-centre.next-months', {});
  const mayAsk = useMay('risk-centre.ask-next-month');
  return (
    <Section
      title={words('下月预测', 'Next months')}
      acts={mayAsk && <ActButtons may={['risk-centre.ask-next-month']} onDone={() => void known.again()} />}
    >
      <Shown known={known} lines={5}>
        {({ outcomes }) => (
          <RowsTable
            title={words('下月预测', 'Next months')}
            rows={outcomes}
            keyOf={({ outcome }) => outcome}
            empty={{
              title: words('数据不足：还没有可预测的月份', 'Insufficient data: no month is known yet'),
              todo: words(
                '每天凌晨用各业务的逐月记录预测，满一个月后出现。',
                'Each night the monthly records of the offices are used; it begins when a month is over.',
              ),
            }}
            columns={[
              {
                title: words('预测内容', 'What may happen'),
                cell: ({ outcome, title }) => (
                  <Go className="k-link" to={`/risk/next-month/${outcome}`}>
                    {w(title)}
                  </Go>
                ),
              },
              {
                title: words('预测月份', 'Month'),
                cell: ({ month, madeAt }) => (
                  <>
                    {w(monthText(month))} {stale(month, madeAt) && <small className="k-faint">{w(staleWords)}</small>}
                  </>
                ),
              },
              {
                title: words('给出的是', 'What is told'),
                cell: ({ status }) =>
                  status === 'model' ? (
                    <StatusTag tone="done">{w(words('模型概率', 'probabilities of a model'))}</StatusTag>
                  ) : (
                    <StatusTag tone="plain">
                      {w(words('历史比例（数据不足）', 'base rate (insufficient data)'))}
                    </StatusTag>
                  ),
              },
              { title: words('对象', 'Subjects'), amount: true, cell: ({ subjects }) => number(subjects) },
              {
                title: words('预计发生', 'Expected'),
                amount: true,
                cell: ({ expected }) => (expected === null ? '—' : number(expected, 1)),
              },
              {
                title: words('历史比例', 'Base rate'),
                amount: true,
                cell: ({ months, times }) => w(baseText(months, times)),
              },
            ]}
          />
        )}
      </Shown>
    </Section>
  );
}
