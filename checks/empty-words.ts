import type { Check, Problem } from './check.ts';

/** The opening tag of a ledger's page as it is written, with its properties. */
const tag = /<LedgerPage\b([\s\S]*?)\/>/g;

/** "Nothing here yet" says what to do: every ledger's page declares its own words for it. */
export const emptyWords: Check = {
  title: 'Lists: every page of a ledger says what to do while there is nothing in it',
  examine(house) {
    const problems: Problem[] = [];
    let examined = 0;
    for (const { path, text } of house.sources) {
      if (!path.endsWith('.tsx') || path.startsWith('web/kit/')) continue;
      for (const found of text.matchAll(tag)) {
        examined += 1;
        const [, properties = ''] = found;
        const line = text.slice(0, found.index).split('\n').length;
        if (!/\bempty=/.test(properties))
          problems.push({ path, line, says: 'no empty={{ title, todo }}: say what it is for and where it begins' });
        else if (/\bempty=\{\{/.test(properties) && !/\btodo:/.test(properties))
          problems.push({ path, line, says: 'empty says nothing about what to do: add todo' });
      }
    }
    return { examined, of: 'pages of ledgers', problems };
  },
};
