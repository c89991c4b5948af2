import { parseSync } from 'vite';

/** One check in the sources, and what stands in its place once it is taken away. */
export interface Point {
  /** `<file> <rule>: <text of the check>`, with a number where the same words stand twice; it outlives a moved line. */
  readonly id: string;
  readonly file: string;
  /** 1 for the first line. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** The expression that replaces the one from `start` to `end`. */
  readonly instead: string;
}

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Calls that answer whether somebody may, or how far; each with what an open door would answer. */
const rightWords: Readonly<Record<string, (args: readonly string[]) => string>> = {
  mayCome: () => 'true',
  mayAt: () => 'true',
  mayBeAt: () => 'true',
  covers: () => 'true',
  fromOurOwnPage: () => 'true',
  grantsFor: ([actor]) => `(${actor}).grants`,
  clearanceOf: () => '2',
  inScope: () => 'sql`true`',
};

/** Where rights themselves are judged, each half of a condition is a check of its own. */
const judgesRights =
  /^(kernel\/rights\/[\w-]+|kernel\/identity\/(?:actor-of-session|find-actor|session-limits|switch-post|session-token)|kernel\/reads\/(run-read|mask)|kernel\/actor|kernel\/files\/file-desk|host\/http\/(same-origin|doors))\.ts$/;

/** Conditions in SQL that bind rows to the asker: to the person, the account, the units in scope, or a task that is held. */
const boundInSql = [
  /[\w.]+ (?:= any|in) \((?:select )?kernel\.(?:persons|scope_units|objects)\(\)\)/g,
  /[\w.]+ = kernel\.(?:person|actor|account)\(\)/g,
  /kernel\.holds\((?:\$\{[^}]+\}|[\w.]+)\)/g,
  /[\w.]+ = any \(\$\{[^}]*\b(?:personsOf|actor)\b[^}]*\}(?:::uuid\[\])?\)/g,
  /[\w.]+ = \$\{[^}]*\bactor(?:Key\(|\.)[^}]*\}/g,
];

/** Refusals that say: not you, not here. */
const turnsAway = /\bnotFound\(\)|status: 40[134]\b|'(?:not-your-right|not-signed-in)'/;

/**
 * Every check of rights in a source, found by its form. A check that is written tomorrow is found tomorrow.
 * @param file path from the root of the repository
 */
export function pointsOf(file: string, source: string): Point[] {
  const { program } = parseSync(file, source, { lang: 'ts' });
  const found: Omit<Point, 'id'>[] = [];
  const named: string[] = [];
  const textOf = ({ start, end }: { start: number; end: number }) => source.slice(start, end);
  const add = (rule: string, { start, end }: { start: number; end: number }, instead: string, told?: string) => {
    const line = source.slice(0, start).split('\n').length;
    const words = (told ?? source.slice(start, end)).replaceAll(/\s+/g, ' ').slice(0, 120);
    found.push({ file, line, start, end, instead });
    named.push(`${file} ${rule}: ${words}`);
  };
  walk(program as unknown as Node, (node) => {
    if (node.type === 'CallExpression') {
      const callee = node['callee'] as Node;
      const name = textOf((callee['property'] as Node | undefined) ?? callee);
      const open = Object.hasOwn(rightWords, name) ? rightWords[name] : undefined;
      if (open) add('right', node, open((node['arguments'] as Node[]).map(textOf)));
      if (name === 'filter' && judgesRights.test(file) && /\bgrant/.test(textOf(callee)))
        add('filter', node, textOf(callee['object'] as Node));
    }
    if (node.type === 'IfStatement') {
      const test = node['test'] as Node;
      if (
        turnsAway.test(textOf(node['consequent'] as Node)) &&
        leaves(node['consequent'] as Node) &&
        !asksOnlyIfThere(test)
      )
        add('guard', test, 'false');
    }
    if (node.type === 'LogicalExpression' && node['operator'] === '&&' && judgesRights.test(file)) {
      const [left, right] = [node['left'] as Node, node['right'] as Node];
      if (!isThere(left)) add('half', node, textOf(right), `${textOf(left)} [&& …]`);
      if (!isThere(right)) add('half', node, textOf(left), `[… &&] ${textOf(right)}`);
    }
    if (node.type === 'ConditionalExpression') {
      const [test, then, other] = [node['test'] as Node, node['consequent'] as Node, node['alternate'] as Node];
      if (refusesAt(textOf(then)) && !asksOnlyIfThere(test)) add('guard', test, 'false');
      if (refusesAt(textOf(other)) && !isThere(test)) add('guard', test, 'true');
    }
    if (node.type === 'TaggedTemplateExpression' || node.type === 'TemplateLiteral')
      for (const condition of boundInSql)
        for (const { 0: words, index } of textOf(node).matchAll(condition)) {
          const text = textOf(node);
          if (!/\b(?:where|and|or|on|not|if)\s*\(*\s*$/.test(text.slice(0, index))) continue;
          const instead = `${text.slice(0, index)}(true or ${words})${text.slice(index + words.length)}`;
          add('rows', node, instead, words);
        }
    return node.type === 'TaggedTemplateExpression' ? [node['quasi'] as Node] : [];
  });
  const seen = new Map<string, number>();
  return found.map((point, at) => {
    const id = named[at]!;
    const times = (seen.get(id) ?? 0) + 1;
    seen.set(id, times);
    return { ...point, id: times === 1 ? id : `${id} (${times})` };
  });
}

/**
 * The source with every check switched: `__without(id)` answers whether it is taken away just now. Lines stay where they are.
 * @param door the module that exports `without`
 */
export function switched(source: string, points: readonly Point[], door: string): string {
  const sorted = points.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const render = (from: number, to: number, inside: readonly Point[]): string => {
    let text = '';
    let at = from;
    for (let next = inside.find(({ start }) => start >= at); next; next = inside.find(({ start }) => start >= at)) {
      const outer = next;
      const rest = inside.filter((each) => each !== outer && each.start >= outer.start && each.end <= outer.end);
      text += source.slice(at, outer.start);
      text += `(__without(${JSON.stringify(outer.id)}) ? ${outer.instead} : ${render(outer.start, outer.end, rest)})`;
      at = outer.end;
    }
    return text + source.slice(at, to);
  };
  return `import { without as __without } from ${JSON.stringify(door)}; ${render(0, source.length, sorted)}`;
}

/** Calls `look` for every node; it names children that need no look of their own. */
function walk(node: Node, look: (node: Node) => readonly Node[]): void {
  const skipped = look(node);
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) {
        if (skipped.includes(child)) for (const inner of child['expressions'] as Node[]) walk(inner, look);
        else walk(child, look);
      }
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';

const refusesAt = (text: string): boolean =>
  /^(?:refuse\(|notFound\(|new Refused\()/.test(text) && turnsAway.test(text);

/** `row`, `row !== undefined`, a shape that is built: no check of rights. */
const isThere = (test: Node): boolean =>
  ['Identifier', 'MemberExpression', 'ObjectExpression'].includes(test.type) ||
  (test.type === 'BinaryExpression' &&
    ['!==', '!='].includes(test['operator'] as string) &&
    isNothing(test['right'] as Node));

const isNothing = (node: Node): boolean =>
  node['name'] === 'undefined' || (node.type === 'Literal' && node['value'] === null);

/** The branch ends here: it returns, or throws. */
function leaves(branch: Node): boolean {
  if (branch.type === 'ReturnStatement' || branch.type === 'ThrowStatement') return true;
  const last = branch.type === 'BlockStatement' ? (branch['body'] as Node[]).at(-1) : undefined;
  return last !== undefined && leaves(last);
}

/** `!row`, `row === undefined`: whether there is anything at all is no question of rights; without the check the act only breaks. */
function asksOnlyIfThere(test: Node): boolean {
  if (test.type === 'UnaryExpression') return (test['argument'] as Node).type !== 'CallExpression';
  const [left, right] = [test['left'] as Node, test['right'] as Node];
  if (test.type === 'LogicalExpression')
    return asksOnlyIfThere(right) && (asksOnlyIfThere(left) || (test['operator'] === '&&' && isThere(left)));
  return test.type === 'BinaryExpression' && ['===', '=='].includes(test['operator'] as string) && isNothing(right);
}
