/** What a test of report truth says of one series. */
export interface TruthFinding {
  readonly pattern: TruthPattern;
  readonly from: string;
  readonly to: string;
  /** The constant that reproduces what was reported: use per head, share, ratio, lag in periods, share of digits, step. */
  readonly parameter: number;
  /** How likely an honest series looks like this. */
  readonly p: number;
  readonly said: { readonly zh: string; readonly en: string };
}

export type TruthPattern =
  | 'per-head-share'
  | 'fixed-share'
  | 'last-year-ratio'
  | 'copied-forward'
  | 'digits'
  | 'precision'
  | 'meter-gap';

/** What a test answers: what it found, the smallest chance it saw, and whether it could have told at all. */
export interface Tested {
  readonly findings: readonly TruthFinding[];
  /** Smallest p seen; 1 where nothing was tested. */
  readonly p: number;
  /** False where the values are too few or rounded too coarsely for the test to tell. */
  readonly able: boolean;
}

export const notAble: Tested = { findings: [], p: 1, able: false };

/** Chance below which an exact identity is told of. Spreads are assumed small, so that honest series lie far above it. */
export const exactLimit = 1e-4;

/** p below which a test of dispersion flags. */
export const dispersionLimit = 1e-3;

export const joined = (tests: readonly Tested[]): Tested => ({
  findings: tests.flatMap(({ findings }) => findings),
  p: Math.min(1, ...tests.map(({ p }) => p)),
  able: tests.some(({ able }) => able),
});
