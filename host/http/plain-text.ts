/** Control characters but tab and line ends; marks that turn the reading direction (CVE-2021-42574); what is no character at all. */
const unfit =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ufdd0-\ufdef\ufffe\uffff]|\p{Surrogate}/u;

export interface Unfit {
  readonly path: string;
  readonly message: string;
}

/**
 * Text as it enters by any door (SEC-IN-10): composed (NFC), so that one word has one spelling in store, search and keys; and without
 * characters that nobody sees, which could make one name look like another or end up in a line of a log. Rare hanzi pass as they are.
 * @param asTyped fields left exactly as they came and not looked at: passwords
 * @returns the value with its text composed, and where something does not fit
 */
export function plainText(
  value: unknown,
  asTyped: ReadonlySet<string> = new Set(),
): { value: unknown; unfit: Unfit[] } {
  const found: Unfit[] = [];
  const look = (each: unknown, path: string): unknown => {
    if (typeof each === 'string') {
      if (unfit.test(each)) found.push({ path, message: 'holds a character that cannot be seen' });
      return each.normalize('NFC');
    }
    if (Array.isArray(each)) return each.map((one, at) => look(one, `${path}.${at}`));
    if (typeof each !== 'object' || each === null) return each;
    return Object.fromEntries(
      Object.entries(each).map(([key, one]) => [
        key,
        asTyped.has(key) ? one : look(one, path === '' ? key : `${path}.${key}`),
      ]),
    );
  };
  const plain = look(value, '');
  return { value: plain, unfit: found.slice(0, 50) };
}
