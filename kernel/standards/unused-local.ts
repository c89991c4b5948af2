/** A local value that would be kept and never used, because a level in between is stricter. */
import type { Day } from '../calendar/calendar.ts';
import { meet, type Row, type Standard, type StandardPlace, type Valued } from './standard.ts';
import { valueOn } from './value-on.ts';

/**
 * The value from above that stands instead of the local one laid over last: on its first day, or today where that day is past. The nation's
 * value is held against it when the row is read; a province's is not, since a set of standards knows no tree of places.
 * @param place codes from the nation down to the row's own
 * @returns undefined where the local values are used in every case they name
 */
export function standsInstead(
  standard: Standard,
  own: { readonly code: string; readonly from: Day; readonly until?: Day | undefined },
  place: StandardPlace,
  today: Day,
): Valued | undefined {
  const entry = standard.dated.find(({ scope, from }) => scope.code === own.code && from === own.from);
  if (!entry) return undefined;
  const day = own.from < today && (own.until === undefined || today <= own.until) ? today : own.from;
  const above = standard.dated.filter((each) => each !== entry && each.scope.code !== own.code);
  for (const row of entry.rows)
    for (const other of above.flatMap(({ rows }) => rows).filter((each) => meet(row, each)))
      for (const selector of casesOf(standard.by, row, other)) {
        const stands = valueOn(standard, day, place, selector);
        if (stands.found && stands.scope.level !== 'nation' && stands.scope.code !== own.code) return stands;
      }
  return undefined;
}

/** Every selector that both rows speak of; a key that neither names may be anything. */
function casesOf(by: readonly string[], a: Row, b: Row): Record<string, string>[] {
  return by.reduce<Record<string, string>[]>(
    (cases, key) => {
      const [one, two] = [a.when[key], b.when[key]];
      const words = one && two ? one.filter((word) => two.includes(word)) : (one ?? two ?? ['']);
      return cases.flatMap((each) => words.map((word) => ({ ...each, [key]: word })));
    },
    [{}],
  );
}
