import type { Context } from '../context.ts';
import type { Id } from '../id.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { StandardsRefused, type LocalRow } from '../standards/standards.ts';

/**
 * May this row be laid over the standards? It must belong to the unit's own region, fit the standard's shape and range, and be stricter
 * than the level above unless a waiver stands with it: the same judgement the files undergo.
 */
export function unfitRow(
  unit: Id,
  row: LocalRow,
  { standards, organisation }: Pick<Context, 'standards' | 'organisation'>,
): Refusal | undefined {
  const own = organisation.place(unit).at(-1)?.code;
  if (row.scope.code !== own) return refuse('standard-not-of-this-place', { place: own ?? '—' });
  try {
    standards.withRows([row]);
    return undefined;
  } catch (error) {
    if (!(error instanceof StandardsRefused)) throw error;
    return refuse('standard-row-refused', {
      problems: error.problems.map(({ where, message }) => `${where}: ${message}`).join(';'),
    });
  }
}
