/** How one field of two records compares. */
export interface ComparedField {
  /** Chance that it agrees where the records are of one body. */
  readonly m: number;
  /** Chance that it agrees by accident. */
  readonly u: number;
  readonly agrees: boolean;
}

export interface Linkage {
  /** Weight of each field in bits, in their order. */
  readonly weights: readonly number[];
  readonly prior: number;
  readonly total: number;
  /** That both records are of one body. */
  readonly probability: number;
}

/**
 * Are two records of one body (DQ-03; Fellegi & Sunter 1969)? Fields are taken as independent.
 * @param share of pairs that are of one body: left out, two fields that agree look like proof
 * @throws RangeError where a chance is not between 0 and 1
 */
export function fellegiSunter(fields: readonly ComparedField[], share: number): Linkage {
  if (![share, ...fields.flatMap(({ m, u }) => [m, u])].every((chance) => chance > 0 && chance < 1))
    throw new RangeError('a chance lies between 0 and 1');
  const weights = fields.map(({ m, u, agrees }) => Math.log2(agrees ? m / u : (1 - m) / (1 - u)));
  const prior = Math.log2(share / (1 - share));
  const total = weights.reduce((sum, weight) => sum + weight, prior);
  return { weights, prior, total, probability: 1 / (1 + 2 ** -total) };
}
