/** IS-04: Chinese texts compared by pieces of two characters. No dictionary and no segmentation are needed. */

/** Pieces of two characters that stand side by side, blanks apart; a text of one character is one piece. */
export function bigrams(text: string): string[] {
  const characters = Array.from(text.replaceAll(/\s+/gu, ''));
  if (characters.length < 2) return characters;
  return characters.slice(1).map((character, i) => characters[i]! + character);
}

/** How often each piece occurs. */
export function counted(grams: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return counts;
}

/** ln((1 + N) / (1 + df)) + 1: what stands in few of N texts says more. */
export const rarity = (texts: number, textsWith: number): number => Math.log((1 + texts) / (1 + textsWith)) + 1;

/** In how many texts each piece occurs. */
export function spread(texts: Iterable<ReadonlyMap<string, number>>): Map<string, number> {
  const found = new Map<string, number>();
  for (const text of texts) for (const gram of text.keys()) found.set(gram, (found.get(gram) ?? 0) + 1);
  return found;
}

/** Texts as vectors of length one: count times rarity. @returns weights of each text, by piece */
export function tfIdf(texts: readonly ReadonlyMap<string, number>[]): Map<string, number>[] {
  const found = spread(texts);
  return texts.map((text) => {
    const weights = new Map([...text].map(([gram, count]) => [gram, count * rarity(texts.length, found.get(gram)!)]));
    const length = Math.hypot(...weights.values()) || 1;
    return new Map([...weights].map(([gram, weight]) => [gram, weight / length]));
  });
}

/** @param a @param b vectors of length one. @returns 0 (nothing shared) to 1 (the same proportions) */
export function cosine(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [gram, weight] of a) sum += weight * (b.get(gram) ?? 0);
  return sum;
}
