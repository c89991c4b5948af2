/** FI-01: what a year's spending comes to if the rest of it goes as in former years. */
import { insufficient, type MethodResult, ok } from '../method-result.ts';

export interface BudgetBurn {
  /** Mean share of a year that was spent by this month. */
  readonly expectedShare: number;
  readonly projected: number;
  /** Spent so far over the budget, and the projection over it less 1. */
  readonly executed: number;
  readonly over: number;
}

/**
 * @param shares of former years' spending that was spent by the same month, each in (0, 1]. @param budget above 0
 * @returns `insufficient_data` without a former year
 */
export function budgetBurn(budget: number, spent: number, shares: readonly number[]): MethodResult<BudgetBurn> {
  if (!(budget > 0)) throw new RangeError('a budget is above 0');
  if (shares.length === 0)
    return insufficient({
      zh: '没有往年同期进度，无法推算全年',
      en: 'no former year says how much is spent by now',
      needed: 1,
      found: 0,
    });
  const expectedShare = shares.reduce((sum, each) => sum + each, 0) / shares.length;
  const projected = spent / expectedShare;
  return ok({ expectedShare, projected, executed: spent / budget, over: projected / budget - 1 });
}
