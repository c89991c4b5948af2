import type { ListAnswer, ListMeta, Problem } from '@opengoa/kernel/contract';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { ask, getListMeta, type Query } from '../client/client.ts';
import type { Answer, AskedOf, FilterOf, ListName, ReadName, Row } from '../client/door-types.ts';
import { toSearch, type Condition, type ListQuery } from '../client/list-query.ts';
import { problemOf } from '../client/problem.ts';

/** What a screen knows of a read: nothing yet, an answer (perhaps an old one), or why not. */
export interface Known<Told> {
  readonly answer: Told | undefined;
  /** Nothing has come yet and nothing is refused. */
  readonly loading: boolean;
  /** Being asked again, an answer may be there already. */
  readonly renewing: boolean;
  readonly problem: Problem | undefined;
  /** When the answer came, ms since 1970. Together with `problem`: what is shown is stale. */
  readonly at: number;
  again(): void;
}

interface Asked<Told> {
  readonly data: Told | undefined;
  readonly error: Error | null;
  readonly isPending: boolean;
  readonly isFetching: boolean;
  readonly isEnabled: boolean;
  readonly dataUpdatedAt: number;
  refetch(): Promise<unknown>;
}

const known = <Told>(asked: Asked<Told>): Known<Told> => ({
  answer: asked.data,
  loading: asked.isPending && asked.isEnabled,
  renewing: asked.isFetching,
  problem: asked.error ? problemOf(asked.error) : undefined,
  at: asked.dataUpdatedAt,
  again: () => void asked.refetch(),
});

export interface ReadOptions<Told = unknown> {
  /** Ask only when true; default true. */
  readonly when?: boolean;
  /** Ask again every so many ms; a function is told the last answer (a job's progress, until it has ended). */
  readonly everyMs?: number | false | ((answer: Told | undefined) => number | false);
  /** Keep the last answer on screen while another query is asked. */
  readonly keep?: boolean;
}

const everyOf = <Told>({ everyMs = false }: ReadOptions<Told>) =>
  typeof everyMs === 'function'
    ? (query: { readonly state: { readonly data: Told | undefined } }) => everyMs(query.state.data)
    : everyMs;

/** `const trip = useRead('vehicles.trip', { id: params.id })` */
export function useRead<Name extends ReadName>(
  read: Name,
  query: AskedOf<Name>,
  options: ReadOptions<Answer<Name>> = {},
): Known<Answer<Name>> {
  return known(
    useQuery<Answer<Name>>({
      queryKey: ['read', read, query],
      queryFn: ({ signal }) => ask<Answer<Name>>(read, query, signal),
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

/** One page of a ledger that is only known by the name it is given at run time; while the next is asked for, the last one stays. */
export function useAnyList<Told = Record<string, unknown>>(
  list: string,
  query: ListQuery = { where: {} },
  page: ListPage = {},
  options: ReadOptions<ListAnswer<Told>> = {},
): Known<ListAnswer<Told>> {
  const asked: Query = {
    ...toSearch(query),
    after: page.after,
    size: page.size ?? 50,
    ...(page.sums ? { sums: '1' } : {}),
  };
  return known(
    useQuery<ListAnswer<Told>>({
      queryKey: ['read', list, asked],
      queryFn: ({ signal }) => ask<ListAnswer<Told>>(list, asked, signal),
      enabled: options.when ?? true,
      refetchInterval: everyOf(options),
      placeholderData: keepPreviousData,
    }),
  );
}

/** What a ledger is asked for, by columns that it filters by. */
export interface QueryOf<Name extends ListName> extends Omit<ListQuery, 'where'> {
  readonly where: Readonly<Partial<Record<FilterOf<Name>, Condition>>>;
}

/** One page of a ledger. `useList('vehicles.drives', { where: { state: { is: 'dispatched' } } })` */
export const useList = <Name extends ListName>(
  list: Name,
  query: QueryOf<Name>,
  page: ListPage = {},
  options: ReadOptions<ListAnswer<Row<Name>>> = {},
): Known<ListAnswer<Row<Name>>> => useAnyList<Row<Name>>(list, query as ListQuery, page, options);

/**
 * Asks again for everything that is shown once `mark` has changed: a light read that is asked often says that something heavier is out of date.
 * @param mark undefined while it is not known yet
 */
export function useRenewal(mark: string | null | undefined): void {
  const queries = useQueryClient();
  const before = useRef(mark);
  useEffect(() => {
    const known = before.current;
    before.current = mark;
    if (known !== undefined && mark !== undefined && mark !== known)
      void queries.invalidateQueries({ queryKey: ['read'] });
  }, [mark, queries]);
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
