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
}

/** Titles as the source writes them: strings that begin with an id. Comments and other strings that mention one are no evidence. */
export function evidenceOfSource(file: string, text: string): Evidence[] {
  const found: Evidence[] = [];
  const say = (title: unknown): void => {
    if (typeof title !== 'string' || !/^(?:SEC-[A-Z]{2}|REL)-\d{2}\b/.test(title)) return;
    for (const id of idsIn(title)) found.push({ id, file, title, state: 'written' });
  };
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(walk);
    else if (typeof node === 'object' && node !== null) {
      const { type, value } = node as Node;
      if (type === 'Literal') say(value);
      if (type === 'TemplateElement') say((value as { cooked?: unknown } | undefined)?.cooked);
      Object.values(node).forEach(walk);
    }
  };
  walk(parseSync(file, text).program);
  return found;
}
