import type { Category } from '../contract.ts';

/** What might be looked at because of how much a vehicle is used; a question to people, and no judgement of anybody. */
export const suggestions = ['kept-ready', 'share', 'transfer', 'establishment', 'renew'] as const;
export type Suggestion = (typeof suggestions)[number];

export interface Used {
  readonly category: Category;
  readonly share: number | null;
  readonly peersShare: number | null;
  readonly yearsInService: number | null;
}

export interface Around {
  readonly idleBelow: number;
  readonly busyFrom: number;
  /** Cars were hired, or trips found no vehicle, in the same time. */
  readonly lacking: boolean;
  readonly renewalYears: number | null;
}

/** Vehicles kept ready for what seldom happens: little use may be as it should be (机要、应急、执法执勤、特种专业技术). */
const keptReady: ReadonlySet<Category> = new Set([
  'confidential-courier',
  'emergency-support',
  'law-enforcement',
  'special-technical',
]);

/** Pure. Null: nothing to look at, or too little is known. */
export function suggestionOf({ category, share, peersShare, yearsInService }: Used, around: Around): Suggestion | null {
  if (share === null) return null;
  const { idleBelow, busyFrom, lacking, renewalYears } = around;
  if (share < idleBelow) {
    if (keptReady.has(category)) return 'kept-ready';
    if (lacking) return 'share';
    return peersShare !== null && peersShare >= idleBelow ? 'transfer' : 'establishment';
  }
  const oldEnough = renewalYears !== null && yearsInService !== null && yearsInService > renewalYears;
  return share >= busyFrom && oldEnough ? 'renew' : null;
}
