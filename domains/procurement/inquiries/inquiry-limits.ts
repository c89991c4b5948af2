import type { Context, Id } from '@opengoa/kernel';
import { check, explain, type Verdict } from '@opengoa/kernel/standards';
import type { Kind } from '../contract.ts';

/**
 * What the thresholds say of an estimate: of open tender, and of the procedures of government procurement.
 * @param estimateFen what it is thought to cost
 */
export function thresholdVerdicts(
  { unit, kind, estimateFen }: { readonly unit: Id; readonly kind: Kind; readonly estimateFen: number },
  { standards, organisation, today }: Context,
): { readonly openTender: Verdict | null; readonly dispersed: Verdict | null } {
  const level = organisation.unit(unit)?.level ?? 'county';
  const judged = (item: string): Verdict | null => {
    const limit = standards.valueOn('procurement.thresholds', today, organisation.place(unit), { item, level, kind });
    return limit.found ? check(limit, estimateFen) : null;
  };
  return { openTender: judged('open-tender'), dispersed: judged('dispersed') };
}

/** Sentences to be kept with the inquiry: whatever was reached and does not stop it. */
export const noticesOf = (verdicts: readonly (Verdict | null)[]) =>
  verdicts.flatMap((verdict) => (verdict && verdict.outcome !== 'ok' ? [explain(verdict)] : []));
