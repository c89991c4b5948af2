/**
 * PR-02: screens of all groups of three and four bids of a tender. Where only some bidders agreed, the whole set hides what the
 * groups show. Source: Wallimann, Imhof & Huber 2023.
 */
import { type PriceScreens, priceScreens } from '@opengoa/procurement/price-screens';
import { seeded } from '@opengoa/kernel/seeded';

export type ScreenName = Exclude<keyof PriceScreens, 'n'>;

export const screenNames: readonly ScreenName[] = ['cv', 'spd', 'diffp', 'rd', 'altRd', 'normRd', 'skew', 'kurt', 'ks'];

/** What the groups of one size say of one screen; null where no group has it. */
export interface GroupSummary {
  readonly least: number;
  readonly middle: number;
  readonly most: number;
}

export type SubgroupScreens = Readonly<Record<ScreenName, GroupSummary | null>>;

/** Above it groups are drawn (seeded) and no longer counted through. */
const mostGroups = 1500;

/**
 * @param amounts bids of one tender, above 0
 * @param size of the groups, 3 or 4
 * @returns null where the tender has not more bids than a group
 */
export function subgroupScreens(amounts: readonly number[], size: 3 | 4): SubgroupScreens | null {
  if (amounts.length <= Math.max(size, 3)) return null;
  const sorted = amounts.toSorted((a, b) => a - b);
  const found = groupsOf(sorted, size).map((group) => priceScreens(group));
  const summary = (name: ScreenName): GroupSummary | null => {
    const values = found
      .map((screens) => screens[name])
      .filter((value) => value !== null)
      .toSorted((a, b) => a - b);
    if (values.length === 0) return null;
    const half = values.length >> 1;
    const middle = values.length % 2 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
    return { least: values[0]!, middle, most: values.at(-1)! };
  };
  return Object.fromEntries(screenNames.map((name) => [name, summary(name)])) as SubgroupScreens;
}

function groupsOf(sorted: readonly number[], size: number): number[][] {
  const n = sorted.length;
  let count = 1;
  for (let k = 0; k < size; k++) count = (count * (n - k)) / (k + 1);
  if (count <= mostGroups) return combinations(sorted, size);
  const next = seeded(n);
  return Array.from({ length: mostGroups }, () => {
    const chosen = new Set<number>();
    while (chosen.size < size) chosen.add(Math.floor(next() * n));
    return [...chosen].map((i) => sorted[i]!);
  });
}

function combinations(items: readonly number[], size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  const found: number[][] = [];
  for (let i = from; i <= items.length - size; i++)
    for (const rest of combinations(items, size - 1, i + 1)) found.push([items[i]!, ...rest]);
  return found;
}
