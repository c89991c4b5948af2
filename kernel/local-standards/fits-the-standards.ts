import type { Context } from '../context.ts';
import type { Id } from '../id.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { StandardsRefused, type LocalRow } from '../standards/standards.ts';
import { standsInstead } from '../standards/unused-local.ts';

/**
 * May this row be laid over the standards? It must belong to the unit's own region, fit the standard's shape and range, and be stricter
 * than the nation unless a waiver stands with it: the same judgement the files undergo. A level in between may be stricter still: then the
 * row would be kept and never used, and is refused as well.
 */
export function unfitRow(
  unit: Id,
  row: LocalRow,
  { standards, organisation, today }: Pick<Context, 'standards' | 'organisation' | 'today'>,
): Refusal | undefined {
  const place = organisation.place(unit);
  const own = place.at(-1)?.code;
  if (own === undefined || row.scope.code !== own) return refuse('standard-not-of-this-place', { place: own ?? '—' });
  try {
    const laid = standards.withRows([row]).get(row.standard);
    const stands = standsInstead(laid, { code: own, from: row.from, until: row.until }, place, today);
    if (!stands) return undefined;
    return refuse('standard-weaker-than-above', {
      value: String(stands.value),
      document: stands.source.document,
      from: stands.day,
    });
  } catch (error) {
    if (!(error instanceof StandardsRefused)) throw error;
    return refuse('standard-row-refused', {
      problems: error.problems.map(({ where, message }) => `${where}: ${message}`).join(';'),
    });
  }
}
