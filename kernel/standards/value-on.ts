/** Which value holds: on a day, at a place, for a case. */
import { isDay, type Day } from '../calendar/calendar.ts';
import {
  asStrict,
  forItem,
  speaksOf,
  type Bound,
  type Dated,
  type NoValue,
  type Row,
  type Selector,
  type Standard,
  type StandardPlace,
  type Valued,
  type Waiver,
} from './standard.ts';

export type Found = { entry: Dated; row: Row; waiver?: Waiver };

/**
 * Walks from the nation down the chain of codes. A lower level's value replaces the one above it where it is at least as strict,
 * or where a waiver holds on that day; otherwise the upper value stands. A project default is nobody's rule, so the nearest one wins.
 *
 * The nation's newest paper replaces its older one whole; local papers are small and each holds for the cases it names.
 *
 * @param place codes from the nation down; the nation's own code may be left out
 * @throws RangeError on a day that does not exist, or on a selector that lacks a key or has one too many: our fault, not a case
 */
export function valueOn(standard: Standard, day: Day, place: StandardPlace, selector: Selector = {}): Valued | NoValue {
  if (!isDay(day)) throw new RangeError(`${standard.id}: not a day: ${JSON.stringify(day)}`);
  const words = Object.fromEntries(Object.entries(selector).map(([key, word]) => [key, String(word)]));
  const missing = standard.by.find((key) => words[key] === undefined);
  const strange = Object.keys(words).find((key) => !standard.by.includes(key));
  if (missing ?? strange) {
    throw new RangeError(
      `${standard.id} is by [${standard.by.join(', ')}], asked with [${Object.keys(words).join(', ')}]`,
    );
  }
  const { found, anything } = foundOn(standard, day, place, words);

  const common = { id: standard.id, title: standard.title, selector: words };
  if (!found) {
    const reason = anything ? 'no-such-case' : 'not-on-that-day';
    return { found: false, ...common, day, reason };
  }
  const { entry, row, waiver } = found;
  const note = row.note ? { note: row.note } : {};
  if (row.value === null) return { found: false, ...common, day, reason: 'left-open', source: row.source, ...note };
  return {
    found: true,
    ...common,
    kind: standard.kind,
    value: row.value,
    unit: forItem<string>(standard.unit, standard.by, words) ?? '',
    bound: forItem<Bound>(standard.bound, standard.by, words) ?? 'none',
    day: entry.from,
    scope: entry.scope,
    source: row.source,
    confidence: row.confidence,
    ...(waiver ? { waiver } : {}),
    ...note,
    ...(entry.draft ? { draft: true as const } : {}),
  };
}

/** The entry and row that decide, and whether anything at all was in force for this place and day. */
export function foundOn(
  standard: Standard,
  day: Day,
  place: StandardPlace,
  words: Readonly<Record<string, string>>,
): { found?: Found; anything: boolean } {
  const bound = forItem<Bound>(standard.bound, standard.by, words) ?? 'none';

  const national = nationalOn(standard, day);
  let found: Found | undefined;
  const nationalRow = national?.rows.find((row) => speaksOf(row, words));
  if (national && nationalRow) found = { entry: national, row: nationalRow };
  // What would hold if no waiver had been given: a value that rests on a waiver from above must say so too.
  let unwaived = found;

  let anyLocal = false;
  for (const code of codesOf(place)) {
    const local = localOn(standard, day, code, words);
    if (!local) continue;
    anyLocal = true;
    const noWeakerThan = (upper: Found | undefined): boolean =>
      !upper || standard.kind === 'project-default' || asStrict(bound, local.row.value, upper.row.value);
    const own = local.entry.waiver;
    if (noWeakerThan(unwaived)) found = unwaived = local;
    else if (own && own.from <= day && day <= own.until) found = { ...local, waiver: own };
    else if (found?.waiver && noWeakerThan(found)) found = { ...local, waiver: found.waiver };
  }
  return { ...(found ? { found } : {}), anything: national !== undefined || anyLocal };
}

function nationalOn(standard: Standard, day: Day): Dated | undefined {
  const entry = standard.dated.findLast(({ scope, from }) => scope.level === 'nation' && from <= day);
  return entry && inForce(entry, day) ? entry : undefined;
}

function localOn(
  standard: Standard,
  day: Day,
  code: string,
  words: Readonly<Record<string, string>>,
): Found | undefined {
  for (const entry of standard.dated.toReversed()) {
    if (entry.scope.code !== code || entry.scope.level === 'nation' || entry.from > day) continue;
    const row = entry.rows.find((candidate) => speaksOf(candidate, words));
    if (row) return inForce(entry, day) ? { entry, row } : undefined;
  }
  return undefined;
}

const inForce = (entry: Dated, day: Day): boolean => entry.until === undefined || day <= entry.until;

/** Codes in order; a unit of the chain may have values of its own under its id, after those of its division. */
function* codesOf(place: StandardPlace): Iterable<string> {
  for (const at of place) {
    if (typeof at === 'string') yield at;
    else {
      yield at.code;
      if (at.unit !== undefined) yield at.unit;
    }
  }
}
