/** R048: a supplier that wins in far more kinds of business than the like: a trader behind whom others may stand, or a large house. Tukey's upper fence. */
import { fences } from '@opengoa/procurement/fences';
import { insufficient, type MethodResult, ok } from '../method-result.ts';

export interface SupplierAwards {
  readonly supplier: string;
  /** First-level category of each award. */
  readonly categories: readonly string[];
}

export interface HeterogeneousSupplier {
  readonly supplier: string;
  readonly awards: number;
  readonly categories: number;
}

/** Fewer awards say nothing of how many kinds a supplier is in. */
const leastAwards = 20;
/** Fewer suppliers have no fence. */
const leastSuppliers = 8;

/** @returns suppliers at or beyond the upper fence of those with twenty awards or more, and the fence */
export function heterogeneousSuppliers(
  suppliers: readonly SupplierAwards[],
): MethodResult<{ readonly upper: number; readonly found: readonly HeterogeneousSupplier[] }> {
  const judged = suppliers
    .filter(({ categories }) => categories.length >= leastAwards)
    .map(({ supplier, categories }) => ({
      supplier,
      awards: categories.length,
      categories: new Set(categories).size,
    }));
  if (judged.length < leastSuppliers)
    return insufficient({
      zh: `中标${leastAwards}次以上的供应商${judged.length}家，至少需要${leastSuppliers}家`,
      en: `${judged.length} suppliers with ${leastAwards} awards; ${leastSuppliers} are needed`,
      needed: leastSuppliers,
      found: judged.length,
    });
  const { q3, upper } = fences(judged.map(({ categories }) => categories));
  // Where nearly all are in as many kinds the fence is the middle itself, and reaching it is nothing.
  return ok({ upper, found: judged.filter(({ categories }) => categories >= upper && categories > q3) });
}
