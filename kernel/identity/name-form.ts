/**
 * The one form under which two spellings of a name are the same name (SEC-ID-01): compatibility composition, case folding,
 * invisible characters and surrounding or repeated white space taken away. The counters of failed sign-ins use it too, so that
 * `ZhouMin`, `ｚｈｏｕｍｉｎ` and `zhoumin` are one account and one counter (SEC-ID-07).
 *
 * Upper-then-lower stands for Unicode's full case folding, which JavaScript lacks: it folds ß to ss and every sigma to one.
 * Source: Unicode UAX #15 (NFKC), UTS #46 and DerivedNormalizationProps (NFKC_Casefold).
 */
export function foldedName(name: string): string {
  return name
    .normalize('NFKC')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFKC')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}

/**
 * Whether a text may be the name of an account: 2 to 64 characters after folding, letters, digits, and `. _ - @` or a single inner
 * space; no control, bidi or invisible characters, which would let two names look alike.
 */
export function isNameForm(name: string): boolean {
  const folded = foldedName(name);
  const length = [...folded].length;
  if (length < 2 || length > 64 || name.length > 200) return false;
  if (!name.isWellFormed() || /[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/u.test(name)) return false;
  return /^[\p{L}\p{M}\p{N}]([\p{L}\p{M}\p{N}._@ -]*[\p{L}\p{M}\p{N}])?$/u.test(folded);
}
