import { posix } from 'node:path';
import type { Check, Problem } from './check.ts';

const isDocument = (path: string): boolean => path.endsWith('.md') && !path.startsWith('docs/reference/');

/** What a heading is called in an address, as the forges do it. */
export const anchorOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[`*_]/g, '')
    .replaceAll(/[^\p{L}\p{N}\s-]/gu, '')
    .replaceAll(/\s/g, '-');

const withoutCode = (text: string): string =>
  text
    .replaceAll(/^```[\s\S]*?^```/gm, (block) => block.replaceAll(/[^\n]/g, ' '))
    .replaceAll(/`[^`\n]*`/g, (code) => ' '.repeat(code.length));

const anchorsOf = (text: string): Set<string> =>
  new Set([...withoutCode(text).matchAll(/^#{1,6}\s+(.+)$/gm)].map((match) => anchorOf(match[1]!)));

/** A link in a document that leads nowhere is worse than none. Links to other sites are left alone: they cannot be judged offline. */
export const links: Check = {
  title: 'Documents: every link leads to a file and heading that exist',
  examine(house) {
    const problems: Problem[] = [];
    let examined = 0;
    for (const path of house.paths.filter(isDocument)) {
      const text = withoutCode(house.read(path));
      for (const match of text.matchAll(/\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g)) {
        const to = match[1]!;
        if (/^[a-z][a-z0-9+.-]*:/i.test(to)) continue;
        examined += 1;
        const line = text.slice(0, match.index).split('\n').length;
        const [file = '', anchor] = to.split('#');
        const target = file === '' ? path : posix.normalize(posix.join(posix.dirname(path), decodeURIComponent(file)));
        if (!house.has(target.replace(/\/$/, ''))) problems.push({ path, line, says: `${to} leads nowhere` });
        else if (anchor && target.endsWith('.md') && !anchorsOf(house.read(target)).has(decodeURIComponent(anchor)))
          problems.push({ path, line, says: `${target} has no heading #${anchor}` });
      }
    }
    return { examined, of: 'links', problems };
  },
};
