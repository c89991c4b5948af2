/** PR-04: is one bidder's price list the other's, times a factor? Definition as AU-02, on the item prices of two bidders. */
import { insufficient, type MethodResult, ok } from '../method-result.ts';

export interface ScaledPriceList {
  readonly items: number;
  readonly meanLogRatio: number;
  /** With n − 1. */
  readonly sdLogRatio: number;
  /** Factors that, after rounding to the unit, give every price of the second list; null where no single one does. */
  readonly factor: readonly [from: number, to: number] | null;
  readonly found: boolean;
  readonly reason: { readonly zh: string; readonly en: string } | null;
}

export interface ScaledSettings {
  readonly leastItems: number;
  /** The second list is rounded to multiples of it. */
  readonly unit: number;
  /** Spread of ln ratio below which lists count as copies. */
  readonly sdBelow: number;
}

export const scaledDefaults: ScaledSettings = { leastItems: 5, unit: 0.01, sdBelow: 0.003 };

/** @param first and @param second prices of the same items in the same order; items without a price above 0 on both sides are left out */
export function scaledPriceList(
  first: readonly number[],
  second: readonly number[],
  settings: ScaledSettings = scaledDefaults,
): MethodResult<ScaledPriceList> {
  if (first.length !== second.length) throw new RangeError('the lists differ in length');
  const pairs = first.map((a, i) => [a, second[i]!] as const).filter(([a, b]) => a > 0 && b > 0);
  const n = pairs.length;
  if (n < settings.leastItems)
    return insufficient({
      zh: `可比分项单价${n}项，至少需要${settings.leastItems}项`,
      en: `${n} comparable item prices; ${settings.leastItems} are needed`,
      needed: settings.leastItems,
      found: n,
    });
  const ratios = pairs.map(([a, b]) => Math.log(b / a));
  const meanLogRatio = ratios.reduce((sum, value) => sum + value, 0) / n;
  const sdLogRatio = Math.sqrt(ratios.reduce((sum, value) => sum + (value - meanLogRatio) ** 2, 0) / (n - 1));
  const from = Math.max(...pairs.map(([a, b]) => (b - settings.unit / 2) / a));
  const to = Math.min(...pairs.map(([a, b]) => (b + settings.unit / 2) / a));
  const factor = from <= to ? ([from, to] as const) : null;
  const found = sdLogRatio < settings.sdBelow || factor !== null;
  const percent = (Math.exp(meanLogRatio) * 100 - 100).toFixed(2);
  return ok({
    items: n,
    meanLogRatio,
    sdLogRatio,
    factor,
    found,
    reason: found
      ? {
          zh: `${n}项单价之比几乎相同（平均相差${percent}%，对数比标准差${sdLogRatio.toFixed(4)}），待核实异常`,
          en: `${n} item prices stand in almost one ratio (${percent} % apart on average, sd of ln ratio ${sdLogRatio.toFixed(4)}); to be verified`,
        }
      : null,
  });
}
