/** IS-06: what a system saved, beside what its appraisal promised (效益后评价). */
import { insufficient, type MethodResult, ok } from '../method-result.ts';

export interface BenefitReview {
  readonly npvPlanned: number;
  readonly npvActual: number;
  /** Saved over promised, not discounted; null where nothing was promised. */
  readonly realisation: number | null;
}

/** Amounts of years 0, 1, 2 …, in one unit of money; year 0 is not discounted. @param rate of discount a year */
export function benefitReview(
  plannedSaving: readonly number[],
  actualSaving: readonly number[],
  cost: readonly number[],
  rate: number,
): MethodResult<BenefitReview> {
  const years = Math.min(plannedSaving.length, actualSaving.length, cost.length);
  if (years < 2)
    return insufficient({
      zh: `有计划、实际与成本的年度${years}个，至少需要2个`,
      en: `${years} years with plan, outcome and cost; 2 are needed`,
      needed: 2,
      found: years,
    });
  const npv = (savings: readonly number[]): number =>
    cost.slice(0, years).reduce((sum, spent, year) => sum + (savings[year]! - spent) / (1 + rate) ** year, 0);
  const total = (savings: readonly number[]): number => savings.slice(0, years).reduce((sum, saved) => sum + saved, 0);
  const promised = total(plannedSaving);
  return ok({
    npvPlanned: npv(plannedSaving),
    npvActual: npv(actualSaving),
    realisation: promised > 0 ? total(actualSaving) / promised : null,
  });
}
