import { useCallback, useState, useSyncExternalStore, type ReactNode } from 'react';
import { number } from '../formatters.ts';
import { useWords } from '../words/i18n.ts';
import type { Words } from '@opengoa/kernel/contract';
import type { ChartData } from './chart-data.ts';
import { writtenAt } from './long-line.ts';
import { TableBox } from '../frame/table-box.tsx';

type DrawnModule = typeof import('./drawn.tsx');
let drawing: DrawnModule | undefined;
let coming: Promise<DrawnModule> | undefined;

/**
 * Fetches what draws charts, for a page that knows before its figures have come that it will draw them. A module of `lazy` would be shown up
 * to 300 ms late, because React holds back what follows a fallback; this one is there at once.
 */
export function warmChart(): void {
  void loadDrawn().catch(() => undefined);
}

function loadDrawn(): Promise<DrawnModule> {
  coming ??= import('./drawn.tsx').then(
    (loaded) => (drawing = loaded),
    (caught: unknown) => {
      coming = undefined;
      throw caught;
    },
  );
  return coming;
}

/** The drawing module, or undefined while it comes; where it cannot be fetched the error is thrown to the page as `lazy` would. */
function useDrawing(): DrawnModule | undefined {
  const [failed, setFailed] = useState<unknown>(null);
  const loaded = useSyncExternalStore(
    useCallback((changed: () => void) => {
      let wanted = true;
      loadDrawn().then(
        () => wanted && changed(),
        (caught: unknown) => wanted && setFailed(() => caught),
      );
      return () => {
        wanted = false;
      };
    }, []),
    () => drawing,
  );
  if (failed !== null) throw failed;
  return loaded;
}

interface ChartProps {
  /** Said to those who do not see the picture: what it shows, in a sentence. */
  readonly title: Words | string;
  readonly data: ChartData;
  /** Height in px; the place is kept while the chart is being loaded. */
  readonly height?: number;
  readonly foot?: ReactNode;
  /** A part chosen with the brush: positions on the x axis. */
  readonly onSelect?: (from: number, to: number) => void;
  /** What of a heat-map is chosen; the whole when left out. */
  readonly selected?: readonly [number, number] | undefined;
}

const ROWS_SHOWN = 200;

/** A chart with its data as a table one press away. */
export function Chart({ title, data, height = 280, foot, onSelect, selected }: ChartProps) {
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
        <Picture data={data} height={height} title={w(title)} selected={selected} {...(onSelect ? { onSelect } : {})} />
      )}
      {foot && <div className="k-faint">{foot}</div>}
    </figure>
  );
}

function Picture(props: Parameters<DrawnModule['default']>[0]) {
  const Drawn = useDrawing()?.default;
  return Drawn ? <Drawn {...props} /> : <div className="k-skeleton" style={{ height: props.height }} />;
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
  const heads =
    data.kind === 'heat'
      ? data.rows
      : data.kind === 'long'
        ? [w(data.title)]
        : data.series.map((each) => w(each.title));
  const places =
    data.kind === 'long'
      ? Array.from({ length: Math.min(ROWS_SHOWN, data.values.length) }, (_, at) => writtenAt(data, at))
      : data.x.slice(0, ROWS_SHOWN);
  return (
    <TableBox title={title} style={{ maxHeight: height }}>
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
          {places.map((x, at) => (
            <tr key={x}>
              <th scope="row">{x}</th>
              {valuesAt(data, at).map((value, nth) => (
                <td key={heads[nth]} className="k-amount">
                  {number(value)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </TableBox>
  );
}

function valuesAt(data: ChartData, at: number): readonly (number | null | undefined)[] {
  if (data.kind === 'heat') return data.values.map((row) => row[at]);
  return data.kind === 'long' ? [data.values[at]] : data.series.map((each) => each.values[at]);
}
