import { pinyin } from 'pinyin-pro';

const han = /\p{Script=Han}/u;

/**
 * The pieces a text is found by: every two neighbouring characters (two-character Chinese words give a trigram index nothing to look up),
 * and single Han characters; folded and NFKC.
 */
export function bigrams(...texts: readonly (string | null | undefined)[]): string[] {
  const pieces = new Set<string>();
  for (const text of texts) {
    if (!text) continue;
    for (const run of runsOf(text)) {
      const letters = [...run];
      if (letters.length === 1) pieces.add(run);
      for (let at = 0; at < letters.length; at += 1) {
        if (han.test(letters[at]!)) pieces.add(letters[at]!);
        if (at + 1 < letters.length) pieces.add(letters[at]! + letters[at + 1]!);
      }
    }
  }
  return [...pieces];
}

/** The pieces that a row must hold to be found by these words: without the single characters that a pair implies, since each costs a list of rows. */
export function soughtPieces(words: string): string[] {
  const pieces = bigrams(words);
  const pairs = pieces.filter((piece) => [...piece].length > 1);
  return pieces.filter((piece) => [...piece].length > 1 || !pairs.some((pair) => pair.includes(piece)));
}

/** The same pieces by the words and numbers they come from, each under the first it is in. */
export function soughtByRun(words: string): string[][] {
  const left = new Set(soughtPieces(words));
  return runsOf(words).map((run) => bigrams(run).filter((piece) => left.delete(piece)));
}

/** What stands between blanks and signs. */
const runsOf = (text: string): string[] => fold(text).split(/[\s\p{P}\p{S}]+/u);

/** What is stored beside a row: its bigrams and those of its pinyin initials, so that `zm` finds 周敏. */
export function searchPieces(...texts: readonly (string | null | undefined)[]): string[] {
  const initials = texts.map((text) => (text ? initialsAgain(text) : ''));
  return [...new Set([...bigrams(...texts), ...bigrams(...initials)])];
}

/** Initials of texts that came lately: a ledger says the same names and places over and over, and pinyin is what a row's pieces cost most of. */
const lately = new Map<string, string>();
const mostLately = 4_000;

function initialsAgain(text: string): string {
  const before = lately.get(text);
  if (before !== undefined) return before;
  const initials = initialsOf(text);
  if (text.length > 100) return initials;
  if (lately.size >= mostLately) lately.clear();
  lately.set(text, initials);
  return initials;
}

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

const first = { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' } as const;

/** Pinyin initials of a name: 周敏 → zm. Empty where there is nothing Chinese in it. */
export const initialsOf = (name: string): string => (han.test(name) ? pinyin(name, first).join('') : '');

/** The same of a person, whose first character is a surname: 曾国华 → zgh, 单晨 → sc. */
export const initialsOfPerson = (name: string): string =>
  han.test(name) ? pinyin(name, { ...first, surname: 'head' }).join('') : '';

/** Initials as some write them, with the h of zh, ch and sh: `lch` for 林春 is kept as `lc`. Anything else stays as it is. */
export const plainInitials = (typed: string): string =>
  /^[a-z]{2,12}$/i.test(typed) ? typed.toLowerCase().replaceAll(/([zcs])h/g, '$1') : typed;
