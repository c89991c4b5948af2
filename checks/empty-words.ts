import type { Check, Problem } from './check.ts';

/** The properties of a ledger's page as they are written: up to the `/>` that stands outside every brace. */
function propertiesFrom(text: string, start: number): string {
  let open = 0;
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '{') open += 1;
    else if (letter === '}') open -= 1;
    else if (open === 0 && letter === '/' && text[at + 1] === '>') return text.slice(start, at);
  }
  return text.slice(start);
}

/** "Nothing here yet" says what to do: every ledger's page declares its own words for it. */
export const emptyWords: Check = {
  title: 'Lists: every page of a ledger says what to do while there is nothing in it',
  examine(house) {
    const problems: Problem[] = [];
    let examined = 0;
    for (const { path, text } of house.sources) {
      if (!path.endsWith('.tsx') || path.startsWith('web/kit/')) continue;
      for (const found of text.matchAll(/<LedgerPage\b/g)) {
        examined += 1;
        const properties = propertiesFrom(text, found.index);
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
