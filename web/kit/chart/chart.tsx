import { lazy, Suspense, useState, type ReactNode } from 'react';
import { number } from '../formatters.ts';
import { useWords } from '../words/i18n.ts';
import type { Words } from '@opengoa/kernel/contract';
import type { ChartData } from './chart-data.ts';

const Drawn = lazy(() => import('./drawn.tsx'));

interface ChartProps {
  /** Said to those who do not see the picture: what it shows, in a sentence. */
  readonly title: Words | string;
  readonly data: ChartData;
  /** Height in px; the place is kept while the chart is being loaded. */
  readonly height?: number;
  readonly foot?: ReactNode;
  /** A part chosen with the brush: positions on the x axis. */
  readonly onSelect?: (from: number, to: number) => void;
}

const ROWS_SHOWN = 200;

/** A chart with its data as a table one press away. */
export function Chart({ title, data, height = 280, foot, onSelect }: ChartProps) {
  const { t, w } = useWords();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="k-chart">
      <figcaption>
        <span>{w(title)}</span>
        <button type="button" className="k-link" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {asTable ? t('asChart') : t('asTable')}
        </button>
      </figcaption>
      {asTable ? (
        <ChartTable data={data} height={height} title={w(title)} />
      ) : (
        <Suspense fallback={<div className="k-skeleton" style={{ height }} />}>
          <Drawn data={data} height={height} title={w(title)} {...(onSelect ? { onSelect } : {})} />
        </Suspense>
      )}
      {foot && <div className="k-faint">{foot}</div>}
    </figure>
  );
}

function ChartTable({
  data,
  height,
  title,
}: {
  readonly data: ChartData;
  readonly height: number;
  readonly title: string;
}) {
  const { w } = useWords();
  const heads = data.kind === 'heat' ? data.rows : data.series.map((each) => w(each.title));
  return (
    <div className="k-table-box" style={{ maxHeight: height }} tabIndex={0} role="region" aria-label={title}>
      <table className="k-table k-table-dense">
        <thead>
          <tr>
            <th scope="col" />
            {heads.map((head) => (
              <th key={head} scope="col" className="k-amount">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.x.slice(0, ROWS_SHOWN).map((x, at) => (
            <tr key={x}>
              <th scope="row">{x}</th>
              {data.kind === 'heat'
                ? data.rows.map((row, line) => (
                    <td key={row} className="k-amount">
                      {number(data.values[line]?.[at])}
                    </td>
                  ))
                : data.series.map((each) => (
                    <td key={w(each.title)} className="k-amount">
                      {number(each.values[at])}
                    </td>
                  ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
