/** Numbers in [0, 1) that are the same for a seed on every machine: mulberry32 (worked example `prng.mulberry32`). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A standard normal number (Box and Muller). */
export const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** The values in another order (Fisher and Yates). */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const some = [...values];
  for (let i = some.length - 1; i > 0; i -= 1) {
    const j = Math.floor(random() * (i + 1));
    [some[i], some[j]] = [some[j]!, some[i]!];
  }
  return some;
}
