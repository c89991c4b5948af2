import { words } from '@opengoa/kernel/words';
import type { Words } from '@opengoa/kernel/contract';
import { number, Section, Shown, StatusTag, Tabs, useRead, useWords, type Answer } from '@opengoa/web-kit';
import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { RowsTable } from '../../screens/rows-table.tsx';
import { codeColumns, outputWords, patternSaid } from '../words.ts';

type Analysis = Answer<'risk-centre.analysis'>;

/** What came of an analysis: all answers, the flagged ones, and the rows that were passed over; each as a table and as a file. */
export function AnalysisResults({ it }: { readonly it: Analysis }) {
  const [open, setOpen] = useState(it.flags > 0 ? 'flagged' : 'all');
  return (
    <Section>
      <Tabs
        open={open}
        onOpen={setOpen}
        tabs={[
          {
            key: 'flagged',
            title: words('待核实', 'To be verified'),
            count: it.flags,
            content: <Answers key="flagged" it={it} only="flagged" />,
          },
          {
            key: 'all',
            title: words('全部结果', 'All answers'),
            count: it.answers,
            content: <Answers key="all" it={it} only="all" />,
          },
          {
            key: 'bad',
            title: words('不能分析的行', 'Rows passed over'),
            count: it.bad,
            content: <BadRows it={it} />,
          },
        ]}
      />
    </Section>
  );
}

function Answers({ it, only }: { readonly it: Analysis; readonly only: 'all' | 'flagged' }) {
  const { w } = useWords();
  const pages = usePages();
  const known = useRead('risk-centre.analysis-answers', { id: it.id, only, after: pages.after });
  return (
    <Shown known={known} lines={8}>
      {({ columns, rows, total }) => (
        <>
          <RowsTable
            title={words('分析结果', 'Answers')}
            rows={rows}
            keyOf={({ place }) => String(place)}
            empty={{
              title: only === 'all' ? words('没有结果', 'No answers') : words('没有待核实的', 'Nothing to be verified'),
            }}
            columns={[
              { title: words('序号', 'No.'), amount: true, cell: ({ place }) => number(place) },
              ...columns.map(({ name, title }, at) => ({
                title,
                amount: rows.some(({ cells }) => typeof cells[at] === 'number'),
                cell: ({ cells }: (typeof rows)[number]): ReactNode => {
                  const said = codeColumns.includes(name) ? patternSaid(String(cells[at])) : undefined;
                  return cellShown(said ? w(said) : (cells[at] ?? null));
                },
              })),
              {
                title: outputWords['score']!,
                amount: true,
                cell: ({ score }) =>
                  score === null ? cellShown(w(words('数据不足', 'insufficient'))) : score.toFixed(2),
              },
              ...(only === 'all'
                ? [
                    {
                      title: outputWords['flag']!,
                      cell: ({ flag }: (typeof rows)[number]): ReactNode =>
                        flag ? <StatusTag tone="check">{w(outputWords['flag']!)}</StatusTag> : '—',
                    },
                  ]
                : []),
              { title: outputWords['reason']!, cell: ({ reason }) => <span className="rc-reason">{w(reason)}</span> },
            ]}
          />
          <Foot
            pages={pages}
            last={rows.at(-1)?.place}
            shown={rows.length}
            total={total}
            href={`/api/reads/risk-centre.analysis-answers.csv?id=${it.id}&only=${only}&rows=many`}
          />
        </>
      )}
    </Shown>
  );
}

function BadRows({ it }: { readonly it: Analysis }) {
  const { w } = useWords();
  const pages = usePages();
  const known = useRead('risk-centre.analysis-bad-rows', { id: it.id, after: pages.after });
  return (
    <Shown known={known} lines={8}>
      {({ rows, total }) => (
        <>
          <RowsTable
            title={words('不能分析的行', 'Rows passed over')}
            rows={rows}
            keyOf={({ place }) => String(place)}
            empty={{ title: words('每一行都分析了', 'Every row was analysed') }}
            columns={[
              { title: words('文件', 'File'), cell: ({ file }) => file },
              { title: words('行', 'Row'), amount: true, cell: ({ line }) => number(line) },
              { title: words('原因', 'Why'), cell: ({ why }) => <span className="rc-reason">{w(why)}</span> },
            ]}
          />
          <Foot
            pages={pages}
            last={rows.at(-1)?.place}
            shown={rows.length}
            total={total}
            href={`/api/reads/risk-centre.analysis-bad-rows.csv?id=${it.id}&rows=many`}
          />
        </>
      )}
    </Shown>
  );
}

/** Names, codes and times are not broken; a moment is told by its own clock. */
const shortest = 24;
const cellShown = (value: string | number | null): ReactNode => {
  if (value === null || value === '') return '—';
  if (typeof value === 'number') return String(Number(value.toPrecision(6)));
  const text = value.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:[+-]\d\d:\d\d|Z)?$/, '$1 $2');
  return text.length > shortest ? (
    text.replaceAll('|', '、')
  ) : (
    <span className="rc-whole">{text.replaceAll('|', '、')}</span>
  );
};

interface Pages {
  readonly after: string;
  /** Rows before this page. */
  readonly before: number;
  forth(last: number, shown: number): void;
  back(): void;
}

/** Places behind which pages begin, the newest last. */
function usePages(): Pages {
  const [stack, setStack] = useState<readonly { readonly after: string; readonly before: number }[]>([
    { after: '0', before: 0 },
  ]);
  const { after, before } = stack.at(-1)!;
  return {
    after,
    before,
    forth: (last, shown) => setStack((held) => [...held, { after: String(last), before: before + shown }]),
    back: () => setStack((held) => (held.length > 1 ? held.slice(0, -1) : held)),
  };
}

interface FootProps {
  readonly pages: Pages;
  readonly last: number | undefined;
  readonly shown: number;
  readonly total: number;
  readonly href: string;
}

function Foot({ pages, last, shown, total, href }: FootProps) {
  const { w } = useWords();
  if (total === 0) return null;
  const said: Words = words(
    `第 ${number(pages.before + 1)}–${number(pages.before + shown)} 行，共 ${number(total)} 行`,
    `${number(pages.before + 1)}–${number(pages.before + shown)} of ${number(total)}`,
  );
  return (
    <div className="rc-analysis-foot">
      <span>{w(said)}</span>
      {total > shown && (
        <>
          <Button disabled={pages.before === 0} onClick={pages.back}>
            {w(words('上一页', 'Previous'))}
          </Button>
          <Button
            disabled={pages.before + shown >= total}
            onClick={() => last !== undefined && pages.forth(last, shown)}
          >
            {w(words('下一页', 'Next'))}
          </Button>
        </>
      )}
      <a className="k-link" href={href} download>
        {w(words('下载 CSV', 'Download CSV'))}
      </a>
    </div>
  );
}
