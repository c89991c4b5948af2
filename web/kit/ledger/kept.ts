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

/** Columns that can be drawn, in the list's own order. The name beside an id (`unit_name` beside `unit_id`) is drawn in the id's place. */
export const drawable = (meta: ListMeta): readonly string[] =>
  Object.entries(meta.columns)
    .filter(([name, column]) => {
      const named = meta.columns[name.replace(/_name$/, '_id')];
      const besideId = name.endsWith('_name') && (named?.kind === 'unit' || named?.kind === 'person') && !named.hidden;
      return !column.hidden && column.kind !== 'json' && !besideId;
    })
    .map(([name]) => name);

/** As many columns as are read at a glance; the others are one press away. */
const AT_FIRST = 9;

/** Columns drawn now: the kept ones that still exist, or the first of the list's own. */
export function shownColumns(meta: ListMeta, kept: KeptLedger): readonly string[] {
  const all = drawable(meta);
  const chosen = kept.columns?.filter((name) => all.includes(name)) ?? [];
  return chosen.length > 0 ? chosen : all.filter((name) => meta.columns[name]?.kind !== 'id').slice(0, AT_FIRST);
}
