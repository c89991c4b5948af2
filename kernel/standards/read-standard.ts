/** From the text of a file to a standard, or to every problem found in it with its line. */
import { LineCounter, isMap, isNode, isPair, parseDocument, type Document } from 'yaml';
import type { ZodError } from 'zod';
import { FileShape, type LocalEntry, type What } from './standard-file.ts';
import {
  asStrict,
  forItem,
  meet,
  type Bound,
  type Confidence,
  type Dated,
  type Row,
  type Scope,
  type Source,
  type Standard,
  type StandardValue,
} from './standard.ts';
import { foundOn, valueOn } from './value-on.ts';

export type StandardFile = { readonly path: string; readonly text: string };

/** One thing wrong. `where` is the key path inside the file, or the row's standard. */
export type Problem = {
  readonly path: string;
  readonly line?: number;
  readonly where: string;
  readonly message: string;
};

type Place = readonly PropertyKey[];
type Report = (where: Place, message: string) => void;

/** `domains/vehicles/standards/purchase-price.yaml` is `vehicles.purchase-price`: the room, and the file's own name. */
export function standardId(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/');
  const at = parts.lastIndexOf('standards');
  const room = parts[at - 1];
  const name = parts.at(-1)?.replace(/\.ya?ml$/, '');
  if (at < 1 || !room || !name || !/^[a-z][a-z0-9-]*$/.test(name)) {
    throw new Error(`${path}: a standard lies in <room>/standards/<name>.yaml`);
  }
  return `${room}.${name}`;
}

export function readStandard(file: StandardFile): { standard?: Standard; problems: Problem[] } {
  const counter = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: counter, prettyErrors: false });
  const problems: Problem[] = [];
  for (const error of [...document.errors, ...document.warnings]) {
    problems.push({ path: file.path, line: counter.linePos(error.pos[0]).line, where: '', message: error.message });
  }
  if (problems.length > 0) return { problems };

  const report: Report = (where, message) => {
    const line = lineOf(document, counter, where);
    problems.push({ path: file.path, ...(line ? { line } : {}), where: where.join('.'), message });
  };
  const parsed = FileShape.safeParse(document.toJS());
  if (!parsed.success) {
    reportShape(parsed.error, report);
    return { problems };
  }
  const given = parsed.data;
  const by = given.by === undefined ? [] : [given.by].flat();
  const shape = { by, kind: given.kind };
  const dated: { entry: Dated; where: Place }[] = [
    ...Object.entries(given.values).map(([from, what]) => {
      const where = ['values', from];
      return { entry: { scope: { level: 'nation' as const }, from, ...readWhat(what, shape, where, report) }, where };
    }),
    ...given.local.map((local, i) => ({ entry: readLocal(local, shape, ['local', i], report), where: ['local', i] })),
  ];
  if (dated.length === 0) report(['values'], 'no value at all');

  const standard: Standard = {
    id: standardId(file.path),
    title: given.title,
    ...(given.about ? { about: given.about } : {}),
    kind: given.kind,
    by,
    unit: given.unit,
    bound: given.bound,
    ...(given.range ? { range: given.range } : {}),
    dated: sorted(dated.map(({ entry }) => entry)),
    examples: given.examples.map(({ on, at, expect, ...selector }) => ({
      on,
      place: at === undefined ? [] : [at].flat(),
      selector,
      expect: expect === 'none' ? null : expect,
    })),
  };
  if (problems.length === 0) {
    for (const { entry, where } of dated) checkEntry(standard, entry, where, report);
    checkDays(dated, report);
  }
  if (problems.length === 0) checkExamples(standard, report);
  return problems.length > 0 ? { problems } : { standard, problems };
}

type Shape = { readonly by: readonly string[]; readonly kind: Standard['kind'] };

/** A local entry of a file or of a row, put into the one form that values have. */
export function readLocal(local: LocalEntry, shape: Shape, where: Place, report: Report): Dated {
  const { scope, from, waiver, ...what } = local;
  return { scope: scope as Scope, from, ...(waiver ? { waiver } : {}), ...readWhat(what, shape, where, report) };
}

function readWhat(what: What, shape: Shape, where: Place, report: Report): Pick<Dated, 'rows' | 'until'> {
  const forms = (['value', 'table', 'rows'] as const).filter((form) => what[form] !== undefined);
  if (forms.length !== 1) report(where, `exactly one of value, table, rows is needed, not ${forms.length}`);
  const confidenceOf = (own: Confidence | undefined, at: Place): Confidence => {
    if (shape.kind === 'project-default') {
      if (own) report(at, 'a project default is no rule and states no confidence');
      return 'project-default';
    }
    if (!own) report(at, 'confidence is missing: confirmed, single-source or recalled');
    return own ?? 'recalled';
  };
  const note = what.note ? { note: what.note } : {};
  const paper = what.source as Source;
  const rows: Row[] = [];
  if (what.rows) {
    what.rows.forEach((row, i) => {
      const at = [...where, 'rows', i];
      rows.push({
        when: Object.fromEntries(Object.entries(row.when).map(([key, words]) => [key, [words].flat()])),
        value: row.value,
        source: (row.source as Source | undefined) ?? (row.article ? { ...paper, article: row.article } : paper),
        confidence: confidenceOf(row.confidence ?? what.confidence, at),
        ...(row.note ? { note: row.note } : note),
      });
      for (const key of Object.keys(row.when)) {
        if (!shape.by.includes(key)) report([...at, 'when', key], `the standard is not by "${key}"`);
      }
    });
  } else {
    const confidence = confidenceOf(what.confidence, where);
    const put = (when: Row['when'], value: StandardValue | null): void => {
      rows.push({ when, value, source: paper, confidence, ...note });
    };
    if (what.table) readTable(what.table, shape.by, {}, [...where, 'table'], put, report);
    else put({}, what.value ?? null);
  }
  return { rows, ...(what.until ? { until: what.until } : {}) };
}

function readTable(
  table: unknown,
  by: readonly string[],
  when: Row['when'],
  where: Place,
  put: (when: Row['when'], value: StandardValue | null) => void,
  report: Report,
): void {
  const [key, ...rest] = by;
  const isTable = typeof table === 'object' && table !== null && !Array.isArray(table);
  if (key === undefined) {
    const plain =
      table === null ||
      ['number', 'string', 'boolean'].includes(typeof table) ||
      (Array.isArray(table) && table.every((word) => typeof word === 'string'));
    if (plain) put(when, table as StandardValue | null);
    else report(where, 'the table is nested deeper than `by`');
  } else if (isTable) {
    for (const [word, inner] of Object.entries(table)) {
      readTable(inner, rest, { ...when, [key]: [word] }, [...where, word], put, report);
    }
  } else report(where, `the table is less deep than \`by\`: "${key}" is missing`);
}

/** What one dated entry must hold in itself: units and ranges, no two rows for one case, days in order, a waiver that is one. */
export function checkEntry(standard: Standard, entry: Dated, where: Place, report: Report): void {
  const { rows, waiver, from, until, scope } = entry;
  if (until && until < from) report(where, `it ends (${until}) before it begins (${from})`);
  rows.forEach((row, i) => {
    if (rows.slice(0, i).some((other) => meet(row, other)))
      report(where, `two rows speak of the same case: ${show(row)}`);
    const first = standard.by[0];
    const items = first === undefined ? [''] : (row.when[first] ?? []);
    if ((itemised(standard.unit) || itemised(standard.bound)) && items.length === 0) {
      report(where, `a row must name its "${first}", since unit or bound depend on it`);
    }
    for (const item of items) {
      const selector = first === undefined ? {} : { [first]: item };
      const bound = forItem<Bound>(standard.bound, standard.by, selector);
      if (!forItem<string>(standard.unit, standard.by, selector)) report(where, `no unit for "${item}"`);
      if (!bound) report(where, `no bound for "${item}"`);
      else if (row.value !== null && !fits(bound, row.value))
        report(where, `a value of this kind cannot be "${bound}": ${show(row)}`);
      const range = standard.range && forItem<readonly [number, number]>(standard.range, standard.by, selector);
      if (range && typeof row.value === 'number' && (row.value < range[0] || row.value > range[1])) {
        report(where, `${row.value} lies outside ${range[0]} to ${range[1]}`);
      }
    }
  });
  if (waiver) {
    if (scope.level === 'nation') report(where, 'the nation has nobody above to sign a waiver');
    if (waiver.until < waiver.from) report(where, 'the waiver ends before it begins');
    if (waiver.signedBy === scope.code || waiver.signedBy === scope.name)
      report(where, 'a waiver is signed by the superior, not by the place itself');
  }
  if (scope.level !== 'nation' && standard.kind === 'rule' && !waiver) {
    for (const row of rows) {
      const weaker = inForce(standard, from).find((upper) => {
        const first = standard.by[0];
        const item = first === undefined ? {} : { [first]: row.when[first]?.[0] ?? upper.when[first]?.[0] ?? '' };
        const bound = forItem<Bound>(standard.bound, standard.by, item);
        return meet(row, upper) && bound !== undefined && !asStrict(bound, row.value, upper.value);
      });
      if (weaker) report(where, `weaker than the nation's ${show(weaker)} without a waiver: ${show(row)}`);
    }
  }
}

const itemised = (given: unknown): boolean => typeof given === 'object' && !Array.isArray(given);

/** The nation's rows in force on a day. */
function inForce(standard: Standard, day: string): readonly Row[] {
  const entry = standard.dated.findLast(({ scope, from }) => scope.level === 'nation' && from <= day);
  return entry && (!entry.until || day <= entry.until) ? entry.rows : [];
}

/** Two papers of one scope may not speak of the same case from the same day. */
export function checkDays(dated: readonly { entry: Dated; where: Place }[], report: Report): void {
  dated.forEach(({ entry, where }, i) => {
    for (const { entry: other } of dated.slice(0, i)) {
      const same = entry.from === other.from && entry.scope.code === other.scope.code;
      if (same && entry.rows.some((row) => other.rows.some((before) => meet(row, before)))) {
        report(where, `another value of the same scope begins on the same day, ${entry.from}`);
      }
    }
  });
}

function checkExamples(standard: Standard, report: Report): void {
  const used = new Set<Dated | undefined>();
  standard.examples.forEach((example, i) => {
    const strange = Object.keys(example.selector).find((key) => !standard.by.includes(key));
    if (strange) return report(['examples', i, strange], `the standard is not by "${strange}"`);
    const missing = standard.by.find((key) => example.selector[key] === undefined);
    if (missing) return report(['examples', i], `the example does not say its "${missing}"`);
    used.add(foundOn(standard, example.on, example.place, example.selector).found?.entry);
    const got = valueOn(standard, example.on, example.place, example.selector);
    const value = got.found ? got.value : null;
    if (JSON.stringify(value) !== JSON.stringify(example.expect)) {
      report(['examples', i], `expected ${JSON.stringify(example.expect)}, got ${JSON.stringify(value)}`);
    }
  });
  if (standard.dated.some((entry) => !used.has(entry)))
    report(['examples'], 'some dated value has no example that uses it');
}

function fits(bound: Bound, value: StandardValue): boolean {
  if (bound === 'none') return true;
  if (bound === 'one-of' || bound === 'all-of') return Array.isArray(value);
  if (bound === 'is') return !Array.isArray(value);
  return typeof value === 'number' || (typeof value === 'string' && /^(\d{4}-)?\d{2}-\d{2}$|^\d{2}:\d{2}$/.test(value));
}

export const sorted = (dated: readonly Dated[]): Dated[] =>
  dated.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));

const show = (row: Row): string => `${JSON.stringify(row.when)} = ${JSON.stringify(row.value)}`;

export function reportShape(error: ZodError, report: Report, under: Place = []): void {
  for (const issue of error.issues) {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [];
    report([...under, ...issue.path, ...keys.slice(0, 1)], issue.message);
  }
}

/** The line of a key path, or of the nearest thing above it that exists. */
function lineOf(document: Document, counter: LineCounter, where: Place): number | undefined {
  for (let depth = where.length; depth >= 0; depth -= 1) {
    const path = where.slice(0, depth).map((part) => (typeof part === 'symbol' ? String(part) : part));
    const last = path.at(-1);
    const parent = depth > 0 ? (document.getIn(path.slice(0, -1), true) ?? document.contents) : document.contents;
    if (isMap(parent) && last !== undefined) {
      const pair = parent.items.find((item) => isPair(item) && String(item.key) === String(last));
      if (pair && isNode(pair.key) && pair.key.range) return counter.linePos(pair.key.range[0]).line;
    }
    const node = document.getIn(path, true);
    if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
  }
  return undefined;
}
