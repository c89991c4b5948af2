/** Likeness of two names, character by character (DQ-03). Near-identical names of different bodies are alike too: ask for a code or an address beside it. */
export interface Likeness {
  /** In [0, 1]. */
  readonly jaro: number;
  /** The same, raised where the names begin alike. */
  readonly jaroWinkler: number;
}

/** Jaro 1989 and Winkler 1990 with the usual scale of 0.1 for up to four characters that both begin with. Two empty names are alike. */
export function jaroWinkler(a: string, b: string): Likeness {
  const [s, t] = [[...a], [...b]];
  if (s.length === 0 && t.length === 0) return { jaro: 1, jaroWinkler: 1 };
  const window = Math.max(0, Math.floor(Math.max(s.length, t.length) / 2) - 1);
  const taken = new Set<number>();
  const matched = s.filter((character, i) => {
    for (let j = Math.max(0, i - window); j <= Math.min(t.length - 1, i + window); j += 1)
      if (!taken.has(j) && t[j] === character) {
        taken.add(j);
        return true;
      }
    return false;
  });
  const m = matched.length;
  if (m === 0) return { jaro: 0, jaroWinkler: 0 };
  const inOrder = t.filter((_, j) => taken.has(j));
  const transposed = matched.filter((character, k) => character !== inOrder[k]).length / 2;
  const jaro = (m / s.length + m / t.length + (m - transposed) / m) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < s.length && s[prefix] === t[prefix]) prefix += 1;
  return { jaro, jaroWinkler: jaro + 0.1 * prefix * (1 - jaro) };
}
