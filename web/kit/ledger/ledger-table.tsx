import type { ListAnswer, ListMeta } from '@opengoa/kernel/contract';
import { useEffect, useRef, type MouseEvent } from 'react';
import { nextSort, type ListQuery } from '../client/list-query.ts';
import { Go } from '../frame/way.tsx';
import { fillPath, pageAt } from '../room.ts';
import { useWords } from '../words/i18n.ts';
import { Cell, cellText, headText, isAmount, type Cells, type Tones } from './cell.tsx';
import { TableBox } from '../frame/table-box.tsx';

export type LedgerRow = Readonly<Record<string, unknown>> & { readonly may?: readonly string[] };

interface TableProps {
  readonly meta: ListMeta;
  readonly columns: readonly string[];
  readonly rows: readonly LedgerRow[];
  readonly sums?: ListAnswer['sums'];
  readonly query: ListQuery;
  readonly dense: boolean;
  /** Row under the keyboard. */
  readonly at: number;
  readonly openId: string | undefined;
  readonly cells?: Cells<LedgerRow> | undefined;
  readonly tones?: Tones | undefined;
  onSort(sort: string | undefined): void;
  onOpen(row: LedgerRow, index: number): void;
}

const sorting = (query: ListQuery, order: string, name: string): 'ascending' | 'descending' | undefined => {
  const sort = query.sort ?? order;
  return sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : undefined;
};

/** The rows as a table: header and first column stay, sums at the foot over the whole filter. */
export function LedgerTable({
  meta,
  columns,
  rows,
  sums,
  query,
  dense,
  at,
  openId,
  cells,
  tones,
  onSort,
  onOpen,
}: TableProps) {
  const { t, w, language } = useWords();
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => {
    if (at >= 0) body.current?.rows[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  const drawn = columns.flatMap((name) => {
    const column = meta.columns[name];
    return column ? [{ name, column }] : [];
  });
  return (
    <TableBox title={w(meta.title)}>
      <table className={dense ? 'k-table k-table-dense' : 'k-table'}>
        <thead>
          <tr>
            {drawn.map(({ name, column }) => {
              const order = sorting(query, meta.order, name);
              return (
                <th key={name} scope="col" aria-sort={order} className={isAmount(column) ? 'k-amount' : undefined}>
                  {column.sort ? (
                    <button
                      type="button"
                      className="k-sort"
                      onClick={() => onSort(nextSort(query.sort ?? meta.order, name))}
                    >
                      {headText(column, language)}
                      <span aria-hidden="true" className="k-sort-mark">
                        {order === 'ascending' ? '↑' : order === 'descending' ? '↓' : '↕'}
                      </span>
                    </button>
                  ) : (
                    headText(column, language)
                  )}
                </th>
              );
            })}
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map((row, index) => (
            <tr
              key={String(row['id'] ?? index)}
              className={index === at ? 'k-row-at' : undefined}
              data-open={row['id'] !== undefined && row['id'] === openId ? '' : undefined}
              onClick={(event) => pressRow(event, () => onOpen(row, index))}
            >
              {drawn.map(({ name, column }, place) => {
                const cell = (
                  <Cell name={name} column={column} row={row} language={language} cells={cells} tones={tones} />
                );
                return (
                  <td key={name} className={isAmount(column) ? 'k-amount' : undefined}>
                    {place === 0 ? (
                      <RowOpener opens={meta.opens} row={row} onOpen={() => onOpen(row, index)}>
                        {cell}
                      </RowOpener>
                    ) : (
                      cell
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        {sums && drawn.some(({ name }) => sums[name] !== undefined) && (
          <tfoot>
            <tr>
              {drawn.map(({ name, column }, place) => {
                const sum = sums[name];
                return (
                  <td key={name} className={isAmount(column) ? 'k-amount' : undefined}>
                    {sum !== undefined ? cellText(column, sum, language) : place === 0 ? t('sums') : null}
                  </td>
                );
              })}
            </tr>
          </tfoot>
        )}
      </table>
    </TableBox>
  );
}

/** A press anywhere on the row opens it, unless it was meant for a link or button inside, or text is being selected. */
function pressRow(event: MouseEvent<HTMLElement>, open: () => void): void {
  if ((event.target as HTMLElement).closest('a,button,input')) return;
  if (getSelection()?.toString()) return;
  open();
}

interface OpenerProps {
  readonly opens: string | undefined;
  readonly row: LedgerRow;
  readonly children: React.ReactNode;
  onOpen(): void;
}

/** Where a row's own page is, when there is one. */
export function addressOf(opens: string | undefined, row: LedgerRow): string | undefined {
  const address = opens ? fillPath(opens, row) : '';
  return address !== '' && pageAt(address) ? address : undefined;
}

/** The first cell opens the row: a plain press beside the list, Ctrl or the middle button a page of its own. */
function RowOpener({ opens, row, children, onOpen }: OpenerProps) {
  const address = addressOf(opens, row);
  if (!address) {
    return (
      <button type="button" className="k-row-open" onClick={onOpen}>
        {children}
      </button>
    );
  }
  return (
    <Go
      className="k-row-open"
      to={address}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        onOpen();
      }}
    >
      {children}
    </Go>
  );
}

const CARD_LINES = 6;

/** The same rows on a phone: a card each, the first column as its name, the next few beneath. */
export function LedgerCards({
  meta,
  columns,
  rows,
  cells,
  tones,
  onOpen,
}: Pick<TableProps, 'meta' | 'columns' | 'rows' | 'cells' | 'tones' | 'onOpen'>) {
  const { language } = useWords();
  const [title, ...rest] = columns;
  // A few lines, and of what is counted none is left out: the ledger's figures are what it is kept for.
  const amounts = rest.filter((name) => meta.columns[name] && isAmount(meta.columns[name]));
  const others = rest.filter((name) => !amounts.includes(name)).slice(0, Math.max(2, CARD_LINES - amounts.length));
  const shown = rest.filter(
    (name) => others.includes(name) || amounts.slice(0, CARD_LINES - others.length).includes(name),
  );
  return (
    <ul className="k-cards">
      {rows.map((row, index) => {
        const column = title ? meta.columns[title] : undefined;
        return (
          <li
            key={String(row['id'] ?? index)}
            className="k-card"
            onClick={(event) => pressRow(event, () => onOpen(row, index))}
          >
            {column && title && (
              <RowOpener opens={meta.opens} row={row} onOpen={() => onOpen(row, index)}>
                <Cell name={title} column={column} row={row} language={language} cells={cells} tones={tones} />
              </RowOpener>
            )}
            <dl>
              {shown.map((name) => {
                const each = meta.columns[name];
                return each ? (
                  <div key={name}>
                    <dt>{headText(each, language)}</dt>
                    <dd>
                      <Cell name={name} column={each} row={row} language={language} cells={cells} tones={tones} />
                    </dd>
                  </div>
                ) : null;
              })}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}
