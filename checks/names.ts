import type { Check, Problem } from './check.ts';

/** Words that name nothing: whatever is called so could hold anything, and in time does. */
const empty = ['util', 'utils', 'helper', 'helpers', 'common', 'misc', 'base', 'manager', 'handler', 'handlers'];

const wordsOf = (name: string): string[] =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
/** The last word is the noun: `common-passwords` are passwords. A question (`isCommon`) asks about something else. */
const namesNothing = (name: string): string | undefined => {
  const words = wordsOf(name);
  return words[0] === 'is' ? undefined : empty.find((word) => words.at(-1) === word);
};

/** Files, folders, functions and classes are called by what they are about. */
export const names: Check = {
  title: 'Names: nothing is called util, helper, common, misc, base, manager or handler',
  examine(house) {
    const problems: Problem[] = [];
    let examined = 0;
    for (const path of house.paths.filter((each) => each.includes('/'))) {
      const parts = path.split('/');
      examined += 1;
      for (const part of parts) {
        const word = namesNothing(part.replace(/(\.(test|db))*\.[a-z]+$/, '').replace(/^\d+-/, ''));
        // The kernel's first migration is the base of the others in the plain sense of the word.
        if (word && !part.endsWith('.sql')) problems.push({ path, says: `“${part}” names nothing: ${word} of what?` });
      }
    }
    for (const { path, text } of house.sources) {
      for (const match of text.matchAll(
        /^export (?:default )?(?:async )?(?:abstract )?(?:function|class|const|interface|type) (\w+)/gm,
      )) {
        examined += 1;
        const word = namesNothing(match[1]!);
        if (word)
          problems.push({
            path,
            line: text.slice(0, match.index).split('\n').length,
            says: `“${match[1]}” names nothing: ${word} of what?`,
          });
      }
    }
    return { examined, of: 'names', problems };
  },
};
