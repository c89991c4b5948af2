import { addDays } from '@opengoa/kernel/calendar';
import type { Dimension } from './contract.ts';
import { lastDayOf, type ServiceContract } from './service-contract.ts';
import { dimensions } from './words.zh.ts';

/** What an amendment may change, besides the buildings. Money in whole fen. */
export interface AmendedTerms {
  /** The last day of the contract. */
  readonly to: string;
  readonly annualFeeFen: number;
  readonly dimensions: readonly Dimension[];
  readonly energyTargets: string;
}
/** A signed amendment: its first day, and what stood before it. */
export interface SignedAmendment {
  readonly from: string;
  readonly was: AmendedTerms;
}
/** The terms over a stretch of days. */
export interface Edition extends AmendedTerms {
  /** 1 is the contract as it was signed first. */
  readonly edition: number;
  readonly first: string;
  /** Before `first` where the contract ended earlier. */
  readonly last: string;
}
type Amendable = AmendedTerms & Pick<ServiceContract, 'from' | 'endedOn'>;

/** 合同各版约定, the oldest first. The contract holds the newest terms, each amendment what stood before it. @param signed by their first day */
export function editionsOf(contract: Amendable, signed: readonly SignedAmendment[]): Edition[] {
  const { to, annualFeeFen, dimensions: covered, energyTargets } = contract;
  const end = lastDayOf(contract);
  return [...signed.map(({ was }) => was), { to, annualFeeFen, dimensions: covered, energyTargets }].map((terms, n) => {
    const next = signed[n];
    const before = next && addDays(next.from, -1);
    return {
      ...terms,
      edition: n + 1,
      first: signed[n - 1]?.from ?? contract.from,
      last: before !== undefined && before < end ? before : end,
    };
  });
}

/** The terms of a day; before the first day those of the first edition. */
export const editionOn = (editions: readonly Edition[], day: string): Edition =>
  editions.findLast(({ first }) => first <= day) ?? editions[0]!;

/** What was served in a month by the terms of its days. @param month `YYYY-MM` */
export function dimensionsIn(editions: readonly Edition[], month: string): Dimension[] {
  const served = editions.filter(
    ({ first, last }) => first.slice(0, 7) <= month && last.slice(0, 7) >= month && first <= last,
  );
  return (Object.keys(dimensions) as Dimension[]).filter((each) =>
    served.some(({ dimensions: covered }) => covered.includes(each)),
  );
}
