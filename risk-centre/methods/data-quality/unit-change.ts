/** DQ-06: a series whose level jumps by a factor that a change of unit explains: ten, a hundred, a thousand, kWh and MJ, kW and 大卡. */
import { median } from '@opengoa/kernel/robust-statistics';
import { insufficient, ok, type MethodResult } from '../method-result.ts';

export interface UnitChange {
  /** The first value of the new level. */
  readonly at: number;
  /** Median after over median before. */
  readonly ratio: number;
  /** The factor that the ratio is near, above or below 1; null where it is near none. */
  readonly factor: number | null;
}

/**
 * Where the level changes most clearly, and whether a change of unit explains it.
 * @param values above 0, in the order of time. @param factors above 1. @param within relative distance that still is near
 * @param least values on either side
 */
export function unitChange(
  values: readonly number[],
  { factors, within, least }: { readonly factors: readonly number[]; readonly within: number; readonly least: number },
): MethodResult<UnitChange> {
  if (values.length < 2 * least)
    return insufficient({
      zh: `至少需要${2 * least}个数值，现有${values.length}个`,
      en: `${2 * least} values are needed; there are ${values.length}`,
      needed: 2 * least,
      found: values.length,
    });
  const logs = values.map(Math.log);
  // Where the two levels leave the least between themselves and what was reported.
  const splits = values.slice(least, values.length - least + 1).map((_, i) => i + least);
  const [at] = splits
    .map((split) => [split, spread(logs.slice(0, split)) + spread(logs.slice(split))] as const)
    .reduce((best, each) => (each[1] < best[1] ? each : best));
  const ratio = median(values.slice(at)) / median(values.slice(0, at));
  const size = Math.max(ratio, 1 / ratio);
  const near = factors.find((each) => Math.abs(size / each - 1) <= within);
  return ok({ at, ratio, factor: near === undefined ? null : ratio > 1 ? near : 1 / near });
}

/** How far values lie from their middle, in all. */
function spread(values: readonly number[]): number {
  const middle = median(values);
  return values.reduce((sum, each) => sum + Math.abs(each - middle), 0);
}
