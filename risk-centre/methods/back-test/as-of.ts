/**
 * RE-14, the past as it was known: every row carries the day it became known, and on a replayed day only what was known by then exists. A row corrected later stands as it stood.
 * Days are 'YYYY-MM-DD'.
 */
export interface KnownRow<Row> {
  /** The same thing told again has the same key: what was known last counts. */
  readonly key: string;
  /** Day on which this version came to be known, not the day it speaks of. */
  readonly knownOn: string;
  readonly row: Row;
}

/** Rows known by the end of `day`, each in its newest version of that day, in order of keys. What was known later is not opened. */
export function asOf<Row>(history: readonly KnownRow<Row>[], day: string): Row[] {
  const newest = new Map<string, KnownRow<Row>>();
  for (const each of history) {
    if (each.knownOn > day) continue;
    const before = newest.get(each.key);
    // Of two versions of one day the later in the list was written later.
    if (!before || before.knownOn <= each.knownOn) newest.set(each.key, each);
  }
  return [...newest].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, { row }]) => row);
}
