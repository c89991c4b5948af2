import { sql, type Sql, type Tx } from '@opengoa/kernel';
import type { Outcome } from '../contract.ts';
import { precisionOf, type OutcomeCounts } from '../methods/indicator-precision.ts';
import { none } from '../register/measured-kits.ts';

/** Verdicts of one kit counted together: all of them, those of one kind of unit, or those judged under one setting. */
export interface CountedBy {
  readonly by: 'all' | 'kind' | 'setting';
  readonly key: string;
  readonly outcome: Outcome;
  readonly n: number;
}

export interface PrecisionBy {
  readonly by: CountedBy['by'];
  readonly key: string;
  readonly outcomes: OutcomeCounts;
  readonly verdicts: number;
  /** Null below the fewest verdicts. */
  readonly precision: {
    readonly reviewed: number;
    readonly mean: number;
    readonly lower: number;
    readonly upper: number;
  } | null;
}

/** @param mine which units' verdicts the asker may see */
export const countedBy = (tx: Tx, kit: string, mine: Sql): Promise<CountedBy[]> =>
  tx.rows(sql`
    select case when grouping(unit_kind) = 0 then 'kind' when grouping(setting) = 0 then 'setting' else 'all' end as by,
           coalesce(unit_kind, setting, '') as key, outcome, count(*)::int as n
      from risk_centre_read.verdict_v1 where kit = ${kit} and ${mine}
     group by grouping sets ((outcome), (unit_kind, outcome), (setting, outcome))`);

/** @param fewest verdicts that count before a precision is told, a standard */
export function precisionBy(counted: readonly CountedBy[], fewest: number): PrecisionBy[] {
  const order = { all: 0, kind: 1, setting: 2 };
  return [...Map.groupBy(counted, ({ by, key }) => `${by} ${key}`).values()]
    .map((rows): PrecisionBy => {
      const { by, key } = rows[0]!;
      const outcomes = { ...none, ...Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n])) };
      const found = precisionOf(outcomes);
      return {
        by,
        key,
        outcomes,
        verdicts: rows.reduce((sum, { n }) => sum + n, 0),
        precision:
          found.status === 'ok' && found.reviewed >= fewest
            ? { reviewed: found.reviewed, mean: found.mean, lower: found.lower, upper: found.upper }
            : null,
      };
    })
    .toSorted((a, b) => order[a.by] - order[b.by] || b.verdicts - a.verdicts || (a.key < b.key ? -1 : 1));
}
