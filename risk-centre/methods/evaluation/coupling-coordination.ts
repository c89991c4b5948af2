/**
 * EV-11: how evenly and how well subsystems stand (耦合协调度). The coupling alone is never shown: two that are equally bad have 1.
 * The modified form after 王淑佳等 (2021), 自然资源学报 36:793, since the usual one is squeezed towards 1.
 */

export interface Coupling {
  /** n (ΠU)^(1/n) / ΣU: 1 where all are alike. */
  readonly coupling: number;
  /** Σ a U. */
  readonly level: number;
  /** √(coupling · level). */
  readonly coordination: number;
  readonly modified: { readonly coupling: number; readonly coordination: number };
  /** The coordination's tenth, 0 (极度失调) to 9 (优质协调): a convention, after the modified form. */
  readonly tenth: number;
}

/**
 * @param levels of subsystems, each in [0, 1]. @param weights for the level, of sum 1; left out, equal. They have no place in the coupling
 * @throws RangeError of fewer than two, or outside [0, 1]
 */
export function couplingOf(levels: readonly number[], weights?: readonly number[]): Coupling {
  const n = levels.length;
  if (n < 2) throw new RangeError('at least two subsystems');
  if (levels.some((level) => !(level >= 0 && level <= 1))) throw new RangeError('levels from 0 to 1');
  const sum = levels.reduce((all, level) => all + level, 0);
  const level = levels.reduce((all, each, j) => all + each * (weights?.[j] ?? 1 / n), 0);
  const product = levels.reduce((all, each) => all * each, 1);
  const coupling = sum === 0 ? 0 : (n * product ** (1 / n)) / sum;
  const modified = modifiedCoupling(levels);
  const coordination = Math.sqrt(modified * level);
  return {
    coupling,
    level,
    coordination: Math.sqrt(coupling * level),
    modified: { coupling: modified, coordination },
    tenth: Math.min(9, Math.floor(10 * coordination + 1e-12)),
  };
}

/** √((1 − mean distance of pairs) · (Π of the others / the highest)^(1/(n−1))). */
function modifiedCoupling(levels: readonly number[]): number {
  const rising = levels.toSorted((a, b) => a - b);
  const highest = rising.at(-1)!;
  if (highest === 0) return 0;
  const others = rising.slice(0, -1);
  let apart = 0;
  for (const [i, low] of rising.entries()) for (const high of rising.slice(i + 1)) apart += high - low;
  const pairs = (rising.length * others.length) / 2;
  const likeness = others.reduce((all, each) => all * (each / highest), 1) ** (1 / others.length);
  return Math.sqrt((1 - apart / pairs) * likeness);
}

/**
 * The two levels behind a published pair of couplings, the lower first. For checking whether figures in print can come from these formulas.
 * @returns null where no levels in (0, 1) do
 */
export function levelsBehind(coupling: number, modified: number): readonly [number, number] | null {
  if (!(coupling > 0 && coupling <= 1 && modified > 0 && modified <= 1)) return null;
  const root = (1 - Math.sqrt(1 - coupling ** 2)) / coupling;
  const ratio = root ** 2;
  const apart = 1 - modified ** 2 / ratio;
  // Where both are alike any level would do, and nothing is implied.
  if (ratio >= 1 || apart <= 0) return null;
  const high = apart / (1 - ratio);
  return high < 1 ? [ratio * high, high] : null;
}
