/** All standards together: loaded, checked, frozen, and laid over with local rows or with a draft. */
import { createHash } from 'node:crypto';
import type { Day } from '../calendar/calendar.ts';
import { LocalRowShape, type LocalRow } from './standard-file.ts';
import {
  checkDays,
  checkEntry,
  readLocal,
  readStandard,
  reportShape,
  sorted,
  type Problem,
  type StandardFile,
} from './read-standard.ts';
import { type Dated, type NoValue, type Selector, type Standard, type StandardPlace, type Valued } from './standard.ts';
import { valueOn } from './value-on.ts';

/** Files or rows that cannot be used, with every problem found: the whole list is to be mended, not the first of it. */
export class StandardsRefused extends Error {
  readonly problems: readonly Problem[];
  constructor(problems: readonly Problem[]) {
    super(`standards refused:\n${problems.map(problemText).join('\n')}`);
    this.name = 'StandardsRefused';
    this.problems = problems;
  }
}

const problemText = ({ path, line, where, message }: Problem): string =>
  `${path}${line ? `:${line}` : ''}${where ? ` ${where}` : ''}: ${message}`;

export type StandardSet = {
  /** SHA-256 over the content: two sets with the same version judge alike. */
  readonly version: string;
  readonly ids: readonly string[];
  /** Rows that were left out because they cannot be used (only with `onProblem: 'set-aside'`). */
  readonly setAside: readonly Problem[];
  has(id: string): boolean;
  /** The standard with all its dated values. Throws on an unknown id. */
  get(id: string): Standard;
  /**
   * The value in force on `day` at `place` for `selector`, or why there is none.
   * @throws RangeError on an unknown id, a day that does not exist or a selector of the wrong keys
   */
  valueOn(id: string, day: Day, place: StandardPlace, selector?: Selector): Valued | NoValue;
  /** The same for a number the program cannot work without. @throws RangeError when there is none */
  numberOn(id: string, day: Day, place: StandardPlace, selector?: Selector): number;
  /**
   * Local values and waivers kept as rows, laid over the files.
   * @throws StandardsRefused on a row that cannot be used, unless `onProblem` is 'set-aside': then it is left out and listed
   */
  withRows(rows: readonly LocalRow[], given?: { onProblem?: 'refuse' | 'set-aside' }): StandardSet;
  /** What if: the set with a draft laid over it. Its values are marked `draft`; the same scope and day replaces. @throws StandardsRefused */
  withDraft(file: StandardFile): StandardSet;
};

/**
 * Loads standards from their files.
 * @param files path (for the id and for problems) and text
 * @throws StandardsRefused with every problem of every file
 */
export function loadStandards(files: readonly StandardFile[]): StandardSet {
  const problems: Problem[] = [];
  const standards = new Map<string, Standard>();
  for (const file of files) {
    const read = readStandard(file);
    problems.push(...read.problems);
    if (!read.standard) continue;
    if (standards.has(read.standard.id)) {
      problems.push({ path: file.path, where: '', message: `${read.standard.id} is there twice` });
    }
    standards.set(read.standard.id, read.standard);
  }
  if (problems.length > 0) throw new StandardsRefused(problems);
  return setOf(standards, []);
}

function setOf(standards: ReadonlyMap<string, Standard>, setAside: readonly Problem[]): StandardSet {
  for (const standard of standards.values()) freeze(standard);
  const ids = [...standards.keys()].toSorted();

  const get = (id: string): Standard => {
    const standard = standards.get(id);
    if (!standard) throw new RangeError(`no such standard: ${id}`);
    return standard;
  };

  const set: StandardSet = {
    version: createHash('sha256')
      .update(canonical(ids.map((id) => get(id))))
      .digest('hex'),
    ids,
    setAside,
    has: (id) => standards.has(id),
    get,
    valueOn: (id, day, place, selector) => valueOn(get(id), day, place, selector),
    numberOn: (id, day, place, selector) => {
      const found = valueOn(get(id), day, place, selector);
      if (!found.found || typeof found.value !== 'number') {
        const reason = found.found ? 'no number' : found.reason;
        throw new RangeError(`${id} ${JSON.stringify(selector ?? {})} on ${day}: ${reason}`);
      }
      return found.value;
    },
    withRows: (rows, given) => {
      const laid = layRows(standards, rows);
      if (laid.problems.length > 0 && given?.onProblem !== 'set-aside') throw new StandardsRefused(laid.problems);
      return setOf(laid.standards, [...setAside, ...laid.problems]);
    },
    withDraft: (file) => {
      const read = readStandard(file);
      if (!read.standard) throw new StandardsRefused(read.problems);
      return setOf(layDraft(standards, read.standard), setAside);
    },
  };
  return Object.freeze(set);
}

function layRows(
  standards: ReadonlyMap<string, Standard>,
  rows: readonly LocalRow[],
): { standards: Map<string, Standard>; problems: Problem[] } {
  const laid = new Map(standards);
  const problems: Problem[] = [];
  rows.forEach((raw, i) => {
    const own: Problem[] = [];
    const report = (where: readonly PropertyKey[], message: string): void => {
      own.push({
        path: `row ${i + 1}`,
        where: [String((raw as { standard?: unknown }).standard ?? ''), ...where].join(' '),
        message,
      });
    };
    const parsed = LocalRowShape.safeParse(raw);
    if (!parsed.success) reportShape(parsed.error, report);
    else {
      const { standard: id, ...local } = parsed.data;
      const standard = laid.get(id);
      if (!standard) report([], 'no such standard');
      else {
        const entry = readLocal(local, standard, [], report);
        if (entry.scope.level === 'nation')
          report(['scope'], "a row is local: the nation's values come with the program");
        if (own.length === 0) checkEntry(standard, entry, [], report);
        if (own.length === 0) {
          checkDays(
            [...standard.dated.map((other) => ({ entry: other, where: [] })), { entry, where: ['from'] }],
            report,
          );
        }
        if (own.length === 0) laid.set(id, { ...standard, dated: sorted([...standard.dated, entry]) });
      }
    }
    problems.push(...own);
  });
  return { standards: laid, problems };
}

function layDraft(standards: ReadonlyMap<string, Standard>, draft: Standard): Map<string, Standard> {
  const before = standards.get(draft.id);
  const marked = draft.dated.map((entry): Dated => ({ ...entry, draft: true }));
  const replaced = (entry: Dated): boolean =>
    marked.some(
      (mark) =>
        mark.from === entry.from && mark.scope.code === entry.scope.code && mark.scope.level === entry.scope.level,
    );
  const kept = before?.dated.filter((entry) => !replaced(entry)) ?? [];
  return new Map(standards).set(draft.id, { ...draft, dated: sorted([...kept, ...marked]) });
}

function freeze(thing: unknown): void {
  if (typeof thing !== 'object' || thing === null || Object.isFrozen(thing)) return;
  Object.freeze(thing);
  for (const inner of Object.values(thing)) freeze(inner);
}

/** JSON with sorted keys, so that the order in which a file was written does not change the version. */
function canonical(thing: unknown): string {
  return JSON.stringify(thing, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
