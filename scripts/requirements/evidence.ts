import { parseSync } from 'vite';

/** `SEC-AC-04`, `REL-01`. */
const ids = /\b(?:SEC-[A-Z]{2}|REL)-\d{2}\b/g;
export const idsIn = (title: string): string[] => [...new Set(title.match(ids))];

/** A test, or a rule of `npm run check`, whose title bears an id. `written` is one that no report tells of. */
export interface Evidence {
  readonly id: string;
  readonly file: string;
  readonly title: string;
  readonly state: 'passed' | 'failed' | 'skipped' | 'written';
}

interface Report {
  readonly testResults?: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

const stateOf = (status: string): Evidence['state'] =>
  status === 'passed' || status === 'failed' ? status : 'skipped';

/** @param root where the tests ran, so that files are told by their path in the repository */
export function evidenceOfReport(report: Report, root: string): Evidence[] {
  return (report.testResults ?? []).flatMap(({ name, assertionResults }) => {
    const file = name.replaceAll('\\', '/').replace(`${root.replaceAll('\\', '/')}/`, '');
    return assertionResults.flatMap(({ status, fullName }) =>
      idsIn(fullName).map((id) => ({ id, file, title: fullName.trim(), state: stateOf(status) })),
    );
  });
}

interface Node {
  readonly type?: string;
  readonly value?: unknown;
  readonly name?: string;
  readonly callee?: Node;
  readonly object?: Node;
  readonly property?: Node;
  readonly key?: Node;
  readonly arguments?: readonly Node[];
}

const runners = new Set(['describe', 'test', 'it', 'suite']);
/** `test.each(rows)` and the like take something else than a title; the title goes to what they give back. */
const beforeTheTitle = new Set(['each', 'for', 'skipIf', 'runIf', 'extend']);

/** `test`, `test.skip`, `describe.each(rows)`: does what is called take a title first? */
function takesTitle(callee: Node | undefined): boolean {
  const runs = (node: Node | undefined): boolean =>
    node?.type === 'Identifier' ? runners.has(node.name ?? '') : node !== undefined && runs(node.object ?? node.callee);
  return runs(callee) && !(callee?.type === 'MemberExpression' && beforeTheTitle.has(callee.property?.name ?? ''));
}

/** What stands where a title stands: the first word to a runner in a test, `title:` in a rule of `npm run check`. */
function titleIn(node: Node, ofTests: boolean): unknown {
  if (ofTests) return node.type === 'CallExpression' && takesTitle(node.callee) ? node.arguments?.[0] : undefined;
  return node.type === 'Property' && node.key?.name === 'title' ? node.value : undefined;
}

/** Titles as the source writes them, that begin with an id. Comments and strings elsewhere that mention or resemble one are no evidence. */
export function evidenceOfSource(file: string, text: string): Evidence[] {
  const found: Evidence[] = [];
  const ofTests = /\.test\.tsx?$/.test(file);
  const say = (title: unknown): void => {
    if (typeof title !== 'string' || !/^(?:SEC-[A-Z]{2}|REL)-\d{2}\b/.test(title)) return;
    for (const id of idsIn(title)) found.push({ id, file, title, state: 'written' });
  };
  const walk = (node: unknown, visit: (node: Node) => void): void => {
    if (Array.isArray(node)) for (const each of node) walk(each, visit);
    else if (typeof node === 'object' && node !== null) {
      visit(node);
      for (const each of Object.values(node)) walk(each, visit);
    }
  };
  walk(parseSync(file, text).program, (node) =>
    walk(titleIn(node, ofTests), ({ type, value }) => {
      if (type === 'Literal') say(value);
      if (type === 'TemplateElement') say((value as { cooked?: unknown } | undefined)?.cooked);
    }),
  );
  return found;
}
