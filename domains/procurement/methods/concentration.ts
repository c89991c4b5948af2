/** PR-07: how concentrated a buyer's contracts are. */
import { insufficient, type MethodResult, ok } from '@opengoa/kernel/method-result';
import { seeded } from '@opengoa/kernel/seeded';

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** 10⁴ Σ s² over the shares of suppliers: 10,000 is one supplier. @param amounts per supplier, contracts or value, not all 0 */
export function herfindahl(amounts: readonly number[]): number {
  const total = sum(amounts);
  return 1e4 * sum(amounts.map((amount) => (amount / total) ** 2));
}

/** 10⁴ Σ k(k−1)/(N(N−1)) over contract counts: few contracts look concentrated by chance, and this form does not. Null for one contract. */
export function herfindahlUnbiased(counts: readonly number[]): number | null {
  const n = sum(counts);
  return n < 2 ? null : (1e4 * sum(counts.map((k) => k * (k - 1)))) / (n * (n - 1));
}

/**
 * The chance of a concentration as high where each contract goes to a supplier by its share of the market.
 * @param values of the buyer's contracts. @param suppliers of each, by number. @param marketShares by number of supplier
 */
export function concentrationChance(
  values: readonly number[],
  suppliers: readonly number[],
  marketShares: readonly number[],
  draws = 1999,
  seed = 1,
): MethodResult<{ readonly hhi: number; readonly p: number }> {
  if (values.length < 5)
    return insufficient({
      zh: `合同${values.length}份，至少需要5份`,
      en: `${values.length} contracts; 5 are needed`,
      needed: 5,
      found: values.length,
    });
  const of = (who: (contract: number) => number): number => {
    const won = marketShares.map(() => 0);
    for (const [i, value] of values.entries()) won[who(i)]! += value;
    return herfindahl(won);
  };
  const hhi = of((i) => suppliers[i]!);
  const next = seeded(seed);
  const total = sum(marketShares);
  const drawn = (): number => {
    let left = next() * total;
    const found = marketShares.findIndex((share) => (left -= share) < 0);
    return found < 0 ? marketShares.length - 1 : found;
  };
  let asHigh = 0;
  for (let draw = 0; draw < draws; draw++) if (of(drawn) >= hhi - 1e-9) asHigh += 1;
  return ok({ hhi, p: (asHigh + 1) / (draws + 1) });
}
