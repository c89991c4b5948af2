/** RE-01, a drafted pattern beside the work, shown to nobody: what it would have flagged in cases after the ones it was found in, and what people found of them. Then a person signs, or not. */
import { type MethodResult, insufficient, ok } from '../method-result.ts';
import { precisionOf } from '../indicator-precision.ts';
import { allHold, type Condition, type Features } from './condition.ts';

export interface ShadowCase {
  readonly day: string;
  readonly features: Features;
  /** Null where nobody has looked. */
  readonly came: 0 | 1 | null;
  /** Something else had raised it already: the pattern adds nothing to it. */
  readonly known: boolean;
}

export interface ShadowRun {
  readonly looked: number;
  readonly flagged: number;
  readonly reviewed: number;
  readonly wereTrue: number;
  readonly precision: { readonly mean: number; readonly lower: number; readonly upper: number };
  /** True ones that nothing else had raised. */
  readonly fresh: number;
  /** `sign`: people may take it over; `go-on`: too near to the floor to tell; `drop`: it is surely below. */
  readonly advice: 'sign' | 'go-on' | 'drop';
}

/**
 * @param foundUntil last day of the cases that the pattern was found in: those are left out
 * @param limits.reviewed flagged cases that people have looked at, 20 by RE-01. @param limits.floor precision to be reached
 */
export function shadowRun(
  conditions: readonly Condition[],
  cases: readonly ShadowCase[],
  foundUntil: string,
  { reviewed: needed, floor }: { readonly reviewed: number; readonly floor: number },
): MethodResult<ShadowRun> {
  const later = cases.filter(({ day }) => day > foundUntil);
  const flagged = later.filter(({ features }) => allHold(conditions, features));
  const seen = flagged.filter(({ came }) => came !== null);
  const hits = seen.filter(({ came }) => came === 1);
  const found = precisionOf({
    confirmed: hits.length,
    'partly-confirmed': 0,
    explained: seen.length - hits.length,
    'data-problem': 0,
    'not-verifiable': flagged.length - seen.length,
  });
  if (found.status !== 'ok' || seen.length < needed)
    return insufficient({
      zh: `试运行中已核实${seen.length}件，至少需要${needed}件`,
      en: `${seen.length} of its cases were looked into; ${needed} are needed`,
      needed,
      found: seen.length,
    });
  return ok({
    looked: later.length,
    flagged: flagged.length,
    reviewed: seen.length,
    wereTrue: hits.length,
    precision: { mean: found.mean, lower: found.lower, upper: found.upper },
    fresh: hits.filter(({ known }) => !known).length,
    advice: found.lower >= floor ? 'sign' : found.upper < floor ? 'drop' : 'go-on',
  });
}
