/**
 * What a classifier is told of one tender (PR-02): its screens, the gaps between its bids, the screens of its groups and, where an
 * estimate was announced, the distance to it. No name, date, place or kind of contract is among them. NaN stands for "not defined",
 * which is told apart from any number.
 */
import { priceScreens } from '@opengoa/procurement/price-screens';
import { screenNames, subgroupScreens } from './subgroup-screens.ts';

export interface TenderPrices {
  /** Bids above 0, in any order and any one unit; at least one. */
  readonly amounts: readonly number[];
  /** The winning bid, where it is known. It is not the lowest where bids below a floor were set aside. */
  readonly winning?: number | undefined;
  /** The announced or estimated price, where there is one. */
  readonly estimate?: number | undefined;
  /** Bids in all, where not all amounts are known. */
  readonly bidCount?: number | undefined;
}

export interface FeatureChoice {
  /** The size of the contract: ln of bids and of the gaps between them. It is no sign in itself, and says which market a tender stands in. */
  readonly size: boolean;
  /** The number of bids. Where the sets of ones and zeros come from different years it may give away more than prices do. */
  readonly number: boolean;
}

export type Features = Readonly<Record<string, number>>;

const orNaN = (value: number | null | undefined): number => value ?? Number.NaN;
const ln = (value: number | null): number => (value === null ? Number.NaN : Math.log(Math.max(value, 1e-6)));
const meanOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Names to values, the same names for every tender of one choice. */
export function tenderFeatures(prices: TenderPrices, choice: FeatureChoice): Features {
  const b = prices.amounts.toSorted((one, other) => one - other);
  const screens = priceScreens(b);
  return {
    lnCv: ln(screens.cv),
    spd: orNaN(screens.spd),
    diffp: orNaN(screens.diffp),
    lnRd: screens.rd === null ? Number.NaN : Math.log1p(screens.rd),
    lnAltRd: screens.altRd === null ? Number.NaN : Math.log1p(screens.altRd),
    normRd: orNaN(screens.normRd),
    skew: orNaN(screens.skew),
    kurt: orNaN(screens.kurt),
    ks: orNaN(screens.ks),
    ...gapFeatures(b),
    ...stepFeatures(b),
    ...roundFeatures(b),
    ...winnerFeatures(b, prices.winning ?? b[0]!, prices.estimate),
    ...groupFeatures(b),
    ...(choice.number ? { n: prices.bidCount ?? b.length } : {}),
    ...(choice.size ? sizeFeatures(b) : {}),
  };
}

/** Shares of the mean: gaps of the first ranks, the widest and the middle one, and how evenly bids are spaced. */
function gapFeatures(b: readonly number[]): Features {
  const m = meanOf(b);
  const gaps = b.slice(1).map((value, i) => (value - b[i]!) / m);
  const sorted = gaps.toSorted((one, other) => one - other);
  const others = gaps.slice(1);
  return {
    gap2: orNaN(gaps[1]),
    gap3: orNaN(gaps[2]),
    gapMiddle: orNaN(sorted[sorted.length >> 1]),
    gapLeast: orNaN(sorted[0]),
    gapMost: orNaN(sorted.at(-1)),
    gapLast: gaps.length > 1 ? gaps.at(-1)! : Number.NaN,
    firstOverOthers:
      others.length && meanOf(others) > 0 ? Math.log((gaps[0]! + 1e-5) / (meanOf(others) + 1e-5)) : Number.NaN,
    lowestBelowMean: (m - b[0]!) / m,
    highestAboveMean: (b.at(-1)! - m) / m,
    gapsUneven:
      gaps.length > 1 && meanOf(gaps) > 0
        ? Math.sqrt(meanOf(gaps.map((gap) => (gap - meanOf(gaps)) ** 2))) / meanOf(gaps)
        : Number.NaN,
  };
}

/** How far each further bid lies above the lowest, on a scale of ratios. */
function stepFeatures(b: readonly number[]): Features {
  const found: Record<string, number> = {};
  for (let rank = 1; rank < 9; rank++) {
    const own = b[rank];
    found[`step${rank}`] = own === undefined ? Number.NaN : Math.log(Math.log(own / b[0]!) + 0.003);
  }
  return found;
}

/** How round the bids are: a bid that need not win is often written down without reckoning. */
function roundFeatures(b: readonly number[]): Features {
  const share = (step: number) =>
    meanOf(b.map((value) => Number(Math.abs(value / step - Math.round(value / step)) < 1e-9)));
  return { round1: share(1), round100: share(100), round1000: share(1000) };
}

function sizeFeatures(b: readonly number[]): Features {
  const found: Record<string, number> = { size: Math.log(b[b.length >> 1]!), sizeHighest: Math.log(b.at(-1)!) };
  for (let rank = 0; rank < 6; rank++) {
    const [own, next] = [b[rank], b[rank + 1]];
    found[`size${rank}`] = own === undefined ? Number.NaN : Math.log(own);
    found[`sizeGap${rank}`] = own === undefined || next === undefined ? Number.NaN : Math.log(next - own + 1);
  }
  return found;
}

function winnerFeatures(b: readonly number[], winning: number, estimate: number | undefined): Features {
  const over = (value: number | undefined): number =>
    estimate && estimate > 0 && value !== undefined ? value / estimate - 1 : Number.NaN;
  const next = b.find((value) => value > winning);
  return {
    belowWinner: b.filter((value) => value < winning).length,
    winnerToNext: next === undefined ? Number.NaN : next / winning - 1,
    winnerToEstimate: over(winning),
    lowestToEstimate: over(b[0]),
    secondToEstimate: over(b[1]),
    meanToEstimate: over(meanOf(b)),
    highestToEstimate: over(b.at(-1)),
  };
}

function groupFeatures(b: readonly number[]): Features {
  const found: Record<string, number> = {};
  for (const size of [3, 4] as const) {
    const groups = subgroupScreens(b, size);
    for (const name of screenNames) {
      if (size === 3 && name === 'kurt') continue;
      const summary = groups?.[name];
      found[`${name}${size}Least`] = orNaN(summary?.least);
      found[`${name}${size}Middle`] = orNaN(summary?.middle);
      found[`${name}${size}Most`] = orNaN(summary?.most);
    }
  }
  return found;
}
