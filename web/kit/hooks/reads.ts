import type { ListAnswer, ListMeta, Problem } from '@opengoa/kernel/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { get, getList, getListMeta, type Query } from '../client/client.ts';
import { toSearch, type ListQuery } from '../client/list-query.ts';
import { problemOf } from '../client/problem.ts';

/** What a screen knows of a read: nothing yet, an answer (perhaps an old one), or why not. */
export interface Known<Answer> {
  readonly answer: Answer | undefined;
  /** Nothing has come yet and nothing is refused. */
  readonly loading: boolean;
  /** Being asked again, an answer may be there already. */
  readonly renewing: boolean;
  readonly problem: Problem | undefined;
  /** When the answer came, ms since 1970. Together with `problem`: what is shown is stale. */
  readonly at: number;
  again(): void;
}

interface Asked<Answer> {
  readonly data: Answer | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly isFetching: boolean;
  readonly isEnabled: boolean;
  readonly dataUpdatedAt: number;
  refetch(): Promise<unknown>;
}

const known = <Answer>(asked: Asked<Answer>): Known<Answer> => ({
  answer: asked.data,
  loading: asked.isPending && asked.isEnabled,
  renewing: asked.isFetching,
  problem: asked.error ? problemOf(asked.error) : undefined,
  at: asked.dataUpdatedAt,
  again: () => void asked.refetch(),
});

export interface ReadOptions<Answer = unknown> {
  /** Ask only when true; default true. */
  readonly when?: boolean;
  /** Ask again every so many ms; a function is told the last answer (a job's progress, until it has ended). */
  readonly everyMs?: number | false | ((answer: Answer | undefined) => number | false);
  /** Keep the last answer on screen while another query is asked. */
  readonly keep?: boolean;
}

const everyOf = <Answer>({ everyMs = false }: ReadOptions<Answer>) =>
  typeof everyMs === 'function'
    ? (query: { readonly state: { readonly data: Answer | undefined } }) => everyMs(query.state.data)
    : everyMs;

/** `const trip = useRead<Trip>('vehicles.trip', { id: params.id })` */
export function useRead<Answer>(read: string, query: Query = {}, options: ReadOptions<Answer> = {}): Known<Answer> {
  return known(
    useQuery<Answer>({
      queryKey: ['read', read, query],
      queryFn: ({ signal }) => get<Answer>(read, query, signal),
      enabled: options.when ?? true,
      refetchInterval: everyOf(options),
      ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    }),
  );
}

export interface ListPage {
  readonly after?: string | undefined;
  readonly size?: number;
  readonly sums?: boolean;
}

/** One page of a ledger; while the next is asked for, the last one stays. */
export function useList<Row = Record<string, unknown>>(
  list: string,
  query: ListQuery = { where: {} },
  page: ListPage = {},
  options: ReadOptions<ListAnswer<Row>> = {},
): Known<ListAnswer<Row>> {
  const asked: Query = {
    ...toSearch(query),
    after: page.after,
    size: page.size ?? 50,
    ...(page.sums ? { sums: '1' } : {}),
  };
  return known(
    useQuery<ListAnswer<Row>>({
      queryKey: ['read', list, asked],
      queryFn: ({ signal }) => getList<Row>(list, asked, signal),
      enabled: options.when ?? true,
      refetchInterval: everyOf(options),
      placeholderData: keepPreviousData,
    }),
  );
}

/** What a list's page is drawn from; it changes with the session only. */
export function useListMeta(list: string): Known<ListMeta> {
  return known(
    useQuery<ListMeta>({
      queryKey: ['list', list],
      queryFn: ({ signal }) => getListMeta(list, signal),
      staleTime: 10 * 60_000,
    }),
  );
}
