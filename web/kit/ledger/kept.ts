import type { ListMeta } from '@opengoa/kernel/contract';
import { usePreference } from '../hooks/preferences.ts';

/** A named set of filters and an order. */
export interface View {
  readonly name: string;
  readonly search: Readonly<Record<string, string>>;
}

/** What a person chose about one ledger, kept on the server. */
export interface KeptLedger {
  /** Columns shown, in order; absent: the list's own. */
  readonly columns?: readonly string[];
  readonly dense?: boolean;
  readonly views?: readonly View[];
}

export interface LedgerChoice {
  readonly kept: KeptLedger;
  keep(change: Partial<KeptLedger>): void;
}

export function useKeptLedger(list: string): LedgerChoice {
  const [kept = {}, keep] = usePreference<KeptLedger>(`ledger.${list}`);
  return { kept, keep: (change) => void keep({ ...kept, ...change }) };
}

/** Columns that can be drawn, in the list's own order. */
export const drawable = (meta: ListMeta): readonly string[] =>
  Object.entries(meta.columns)
    .filter(([, column]) => !column.hidden && column.kind !== 'json')
    .map(([name]) => name);

/** Columns drawn now: the kept ones that still exist, or the first of the list's own. */
export function shownColumns(meta: ListMeta, kept: KeptLedger): readonly string[] {
  const all = drawable(meta);
  const chosen = kept.columns?.filter((name) => all.includes(name)) ?? [];
  return chosen.length > 0 ? chosen : all;
}
