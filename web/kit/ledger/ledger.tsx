import type { ListMeta } from '@opengoa/kernel/contract';
import { Button } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import type { ListName } from '../client/door-types.ts';
import { fitting, fromSearch, toSearch, type Condition, type ListQuery } from '../client/list-query.ts';
import { number } from '../formatters.ts';
import { useKeys } from '../frame/keys.ts';
import { Icon } from '../frame/icon.tsx';
import { Go, useWay } from '../frame/way.tsx';
import { useAnyList, useListMeta } from '../hooks/reads.ts';
import { usePhone } from '../look/look.ts';
import { EmptyState } from '../states/empty-state.tsx';
import { RefusedState, StaleNote } from '../states/refusal.tsx';
import { Skeleton } from '../states/skeleton.tsx';
import { useWords } from '../words/i18n.ts';
import type { Words } from '@opengoa/kernel/contract';
import type { Cells, Tones } from './cell.tsx';
import { shownColumns, useKeptLedger } from './kept.ts';
import { LedgerChips, LedgerFilters } from './ledger-filters.tsx';
import { addressOf, LedgerCards, LedgerTable, type LedgerRow } from './ledger-table.tsx';
import { LedgerTools } from './ledger-tools.tsx';
import { RowSheet } from './row-sheet.tsx';

export interface LedgerProps {
  /** `vehicles.trips` */
  readonly list: ListName;
  /** Columns of the folded search form; the first three that filter when left out. */
  readonly searchBy?: readonly string[];
  /** Conditions that always hold here and are not shown (the trips of this vehicle). */
  readonly fixed?: Readonly<Record<string, Condition>>;
  /** Own drawing of a column's cell. */
  readonly cells?: Cells<LedgerRow>;
  /** `{ state: { approved: 'busy', settled: 'done' } }` */
  readonly tones?: Tones;
  /** Stands in a row's side sheet under its columns: the papers of a cost. */
  readonly below?: (row: LedgerRow) => ReactNode;
  /** What a row's side sheet shows; `page` goes to the row's page at once. */
  readonly opens?: 'page' | ((row: LedgerRow) => ReactNode);
  /** What is said when there is nothing at all yet. */
  readonly empty?: {
    readonly title: Words;
    readonly todo?: Words;
    readonly go?: { readonly to: string; readonly title: Words };
  };
  /** Inside another page: filters stay out of the address. */
  readonly inside?: boolean;
  /** Only the rows: no search form, no tools (a short list on a page of its own kind). */
  readonly bare?: boolean;
  readonly pageSize?: number;
}

const TOO_MANY = 10_000;
const ROW_PX = 40;

interface Paging {
  readonly of: string;
  /** Cursors of the pages after the first, up to the one shown. */
  readonly cursors: readonly string[];
}

/** The body of a ledger page; also stands inside a tab of a thing. */
export function Ledger(props: LedgerProps) {
  const known = useListMeta(props.list);
  if (known.answer) return <LedgerBody {...props} meta={known.answer} />;
  if (known.problem) return <RefusedState problem={known.problem} onAgain={known.again} />;
  return <Skeleton lines={12} height={ROW_PX} />;
}

/** The filters of a ledger: in the address, or its own when it stands inside another page. */
function useLedgerQuery(inside: boolean): [ListQuery, (query: ListQuery) => void] {
  const way = useWay();
  const [own, setOwn] = useState<ListQuery>({ where: {} });
  const fromAddress = useMemo(() => fromSearch(way.query), [way.query]);
  if (inside) return [own, setOwn];
  const go = (query: ListQuery) => {
    const others = Object.entries(way.query).filter(
      ([name]) => name !== 'q' && name !== 'sort' && !name.startsWith('f.'),
    );
    const search = new URLSearchParams({ ...Object.fromEntries(others), ...toSearch(query) }).toString();
    way.go(search ? `${way.path}?${search}` : way.path, { replace: true });
  };
  return [fromAddress, go];
}

function LedgerBody({
  list,
  meta,
  searchBy,
  fixed = {},
  cells,
  tones,
  below,
  opens,
  empty,
  inside = false,
  bare = false,
  pageSize = 50,
}: LedgerProps & { readonly meta: ListMeta }) {
  const { t, w } = useWords();
  const way = useWay();
  const phone = usePhone();
  const [asked, setQuery] = useLedgerQuery(inside);
  const query = fitting(asked, meta);
  const choice = useKeptLedger(list);
  const [openRow, setOpenRow] = useState<LedgerRow>();
  const [at, setAt] = useState(-1);
  const full: ListQuery = { ...query, where: { ...query.where, ...fixed } };
  const of = JSON.stringify(toSearch(full));
  const [paging, setPaging] = useState<Paging>({ of, cursors: [] });
  const cursors = paging.of === of ? paging.cursors : [];
  // The total and the sums come with the first page; the pages after it are asked for without. What is searched for does not wait for its sums.
  const summed = Object.values(meta.columns).some((column) => column.sum);
  const searched = query.q !== undefined;
  const first = useAnyList<LedgerRow>(list, full, { size: pageSize, sums: summed && !searched });
  const searchedSums = useAnyList<LedgerRow>(
    list,
    full,
    { size: 1, sums: true },
    { when: summed && searched && !first.renewing },
  );
  const after = useAnyList<LedgerRow>(
    list,
    full,
    { after: cursors.at(-1), size: pageSize },
    { when: cursors.length > 0 },
  );
  const known = cursors.length > 0 ? after : first;
  const answer = known.answer;
  const whole =
    searched && !first.renewing && !searchedSums.renewing ? (searchedSums.answer ?? first.answer) : first.answer;
  const total = whole?.total ?? { count: 0, exact: true };
  const sums = whole?.sums;
  const rows = answer?.rows ?? [];
  const filtered = query.q !== undefined || Object.keys(query.where).length > 0;
  // Nothing to search, sort or export: the place says what to do instead.
  const nothingYet = answer !== undefined && rows.length === 0 && !filtered && cursors.length === 0;
  const columns = shownColumns(meta, choice.kept);
  const open = (row: LedgerRow, index: number) => {
    setAt(index);
    const address = opens === 'page' ? addressOf(meta.opens, row) : undefined;
    if (address) way.go(address);
    else setOpenRow(row);
  };
  const step = (by: number) => {
    const next = Math.min(Math.max(at + by, 0), rows.length - 1);
    setAt(next);
    const row = rows[next];
    // With the sheet open, the sheet follows the row: next case, without closing.
    if (openRow && row) setOpenRow(row);
  };
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    e: () => {
      const row = rows[at];
      if (row) open(row, at);
    },
  });
  const turn = (next: readonly string[]) => {
    setPaging({ of, cursors: next });
    setAt(-1);
  };
  // The sheet shows the row as it is now, also after an act on it.
  const fresh = openRow && (rows.find((row) => row['id'] === openRow['id']) ?? openRow);

  return (
    <div className="k-ledger">
      {!bare && !nothingYet && (
        <>
          <LedgerFilters meta={meta} query={query} used={searchBy} without={Object.keys(fixed)} onQuery={setQuery} />
          <div className="k-ledger-bar">
            {answer && rows.length > 0 && (
              <span className="k-total">
                {t(total.exact ? 'total' : total.atLeast ? 'totalMore' : 'totalAbout', { count: number(total.count) })}
                {!total.exact && total.count > TOO_MANY && <strong className="k-too-many">{t('tooMany')}</strong>}
              </span>
            )}
            <LedgerChips meta={meta} query={query} onQuery={setQuery} />
            <LedgerTools meta={meta} query={full} choice={choice} onQuery={setQuery} />
          </div>
        </>
      )}
      {known.problem && answer && <StaleNote at={known.at} onAgain={known.again} />}
      {!answer && known.problem && <RefusedState problem={known.problem} onAgain={known.again} />}
      {!answer && !known.problem && <Skeleton lines={12} height={ROW_PX} />}
      {answer && rows.length === 0 && (
        <EmptyState
          icon={filtered ? 'search' : 'list'}
          title={filtered ? t('nothingFound') : (empty?.title ?? t('nothingYet'))}
          todo={filtered ? t('nothingFoundDo') : (empty?.todo ?? t('nothingYetDo'))}
        >
          {filtered ? (
            <Button onClick={() => setQuery({ where: {} })}>{t('clearAll')}</Button>
          ) : (
            <>
              {empty?.go && (
                <Go className="k-button" to={empty.go.to}>
                  {w(empty.go.title)}
                </Go>
              )}
              {meta.sheet && !bare && (
                <Go className="k-button" to={`/import/${meta.sheet.replace('.', '/')}`}>
                  <Icon name="upload" size={16} /> {t('import')}
                </Go>
              )}
            </>
          )}
        </EmptyState>
      )}
      {answer && rows.length > 0 && (
        <div className={known.renewing ? 'k-rows k-renewing' : 'k-rows'} aria-busy={known.renewing}>
          {phone ? (
            <LedgerCards meta={meta} columns={columns} rows={rows} cells={cells} tones={tones} onOpen={open} />
          ) : (
            <LedgerTable
              meta={meta}
              columns={columns}
              rows={rows}
              {...(sums ? { sums } : {})}
              query={query}
              dense={choice.kept.dense === true}
              at={at}
              openId={fresh ? String(fresh['id']) : undefined}
              cells={cells}
              tones={tones}
              onSort={(sort) => {
                const { sort: _old, ...rest } = query;
                setQuery(sort ? { ...rest, sort } : rest);
              }}
              onOpen={open}
            />
          )}
        </div>
      )}
      {answer && (cursors.length > 0 || answer.next !== undefined) && (
        <nav className="k-paging" aria-label={t('page', { page: cursors.length + 1 })}>
          <span className="k-paging-turn">
            <Button size="small" disabled={cursors.length === 0} onClick={() => turn(cursors.slice(0, -1))}>
              {t('previousPage')}
            </Button>
            <span>{t('page', { page: cursors.length + 1 })}</span>
            <Button
              size="small"
              disabled={answer.next === undefined}
              onClick={() => answer.next && turn([...cursors, answer.next])}
            >
              {t('nextPage')}
            </Button>
          </span>
        </nav>
      )}
      {fresh && (
        <RowSheet
          meta={meta}
          row={fresh}
          cells={cells}
          tones={tones}
          below={below?.(fresh)}
          onClose={() => setOpenRow(undefined)}
        >
          {typeof opens === 'function' ? opens(fresh) : undefined}
        </RowSheet>
      )}
    </div>
  );
}
