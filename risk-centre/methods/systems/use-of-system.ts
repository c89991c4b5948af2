/** IS-01, IS-02: whether a system is used, and whether it is used for the business or for inspections. */
import { median } from '@opengoa/kernel/robust-statistics';
import { insufficient, type MethodResult, ok } from '../method-result.ts';

export interface SystemUse {
  /** Who may use it. */
  readonly entitledUsers: number;
  /** Who did at least one act of business in a month; a log-in is none. */
  readonly activeUsersOfMonth: number;
  readonly activeUsersOfDayMean: number;
  readonly itemsInAll: number;
  readonly itemsThroughSystem: number;
  /** In any unit of money, which costs per user and item then have. */
  readonly costOfYear: number;
}

export interface UseRates {
  readonly reach: number;
  /** Null where nobody was active. */
  readonly stickiness: number | null;
  readonly through: number;
  readonly costPerActiveUser: number | null;
  readonly costPerItem: number | null;
}

export function useRates(use: SystemUse): MethodResult<UseRates> {
  if (use.entitledUsers <= 0 || use.itemsInAll <= 0)
    return insufficient({
      zh: '缺少应用人数或业务总量',
      en: 'nobody is entitled to use it, or there is no business for it',
      needed: 1,
      found: Math.min(use.entitledUsers, use.itemsInAll),
    });
  const per = (amount: number, of: number): number | null => (of > 0 ? amount / of : null);
  return ok({
    reach: use.activeUsersOfMonth / use.entitledUsers,
    stickiness: per(use.activeUsersOfDayMean, use.activeUsersOfMonth),
    through: use.itemsThroughSystem / use.itemsInAll,
    costPerActiveUser: per(use.costOfYear, use.activeUsersOfMonth),
    costPerItem: per(use.costOfYear, use.itemsThroughSystem),
  });
}

/** Days below which a share says nothing. */
const leastDays = 14;

/**
 * How much of the use falls on days around announced inspections.
 * @param activeOfDay acts or active users of each day. @param inspectionDays places in it
 * @returns share of all use on those days, and the busiest of them as a multiple of the median day (null where that is 0)
 */
export function inspectionUse(
  activeOfDay: readonly number[],
  inspectionDays: readonly number[],
): MethodResult<{ readonly share: number; readonly overMedian: number | null }> {
  const all = activeOfDay.reduce((sum, active) => sum + active, 0);
  const during = [...new Set(inspectionDays)].flatMap((day) => activeOfDay[day] ?? []);
  if (activeOfDay.length < leastDays || during.length === 0 || all === 0)
    return insufficient({
      zh: `有使用记录的${activeOfDay.length}天、检查日${during.length}天，至少需要${leastDays}天和1天`,
      en: `${activeOfDay.length} days with ${during.length} of inspection; ${leastDays} and 1 are needed`,
      needed: leastDays,
      found: activeOfDay.length,
    });
  const mean = during.reduce((sum, active) => sum + active, 0) / during.length;
  const usual = median(activeOfDay);
  return ok({ share: (mean * during.length) / all, overMedian: usual > 0 ? mean / usual : null });
}
