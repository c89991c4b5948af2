/** Why a text cannot be taken as it is. */
export type TextFlaw =
  | { readonly flaw: 'control-character'; readonly codePoint: string }
  | { readonly flaw: 'direction-mark'; readonly codePoint: string }
  | { readonly flaw: 'line-break' }
  | { readonly flaw: 'unreadable-character' };

// Spaces of every kind at the ends, and marks of no width that copying from web pages and spreadsheets leaves anywhere.
const noWidth = /[\u200b\u2060\ufeff\u00ad]/g;
const lineEnd = /\r\n|\r|\u2028|\u2029|\u0085/g;
// Marks that turn the reading direction can make a name read as another (CVE-2021-42574).
const direction = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
// oxlint-disable-next-line no-control-regex -- these are what is looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]/;
const notACharacter = /[\ufffd-\uffff\ufdd0-\ufdef]|\p{Surrogate}/u;
// Nearly every cell: ASCII and common hanzi that begin and end with no space, and no apostrophe before them. Nothing of the below can be in it.
const cleanAlready = /^[!-&(-~\u4e00-\u9fff](?:[ -~\u4e00-\u9fff]*[!-~\u4e00-\u9fff])?$/;
// What a spreadsheet would take for a formula; our own export puts an apostrophe before it, and here it is taken off.
// oxlint-disable-next-line no-control-regex -- tab, line breaks and NUL open a formula in some programs
export const formulaOpening = /^'*[=+\-@\t\r\n\u0000＝＋－＠]/;

/**
 * Text as it is stored: NFC, without marks of no width, ends trimmed, line ends as LF. Rare hanzi, private-use characters
 * of older registers and variation selectors pass unchanged (GB 18030-2022; NFC folds only the compatibility ideographs
 * that Unicode itself maps).
 * @param multiline line breaks and tabs inside the text are kept; otherwise a line break is a flaw and a tab a space
 */
export function cleanText(raw: string, multiline = false): string | TextFlaw {
  if (cleanAlready.test(raw)) return raw;
  const inner = raw.startsWith("'") && formulaOpening.test(raw.slice(1)) ? raw.slice(1) : raw;
  const text = inner.replaceAll(lineEnd, '\n').replaceAll(noWidth, '').trim().normalize('NFC');
  const turned = direction.exec(text);
  if (turned) return { flaw: 'direction-mark', codePoint: named(turned[0]) };
  const hidden = control.exec(text);
  if (hidden) return { flaw: 'control-character', codePoint: named(hidden[0]) };
  if (notACharacter.test(text)) return { flaw: 'unreadable-character' };
  if (multiline) return text;
  return text.includes('\n') ? { flaw: 'line-break' } : text.replaceAll('\t', ' ');
}

const named = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Length as people count it: a rare hanzi outside the basic plane is one. */
export const lengthOf = (text: string): number => {
  let length = 0;
  for (const character of text) if (character) length += 1;
  return length;
};
