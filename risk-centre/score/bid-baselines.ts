/** What anybody can do without a model: the thresholds of the literature, fences, and the z-score of the coefficient of variation. */
import { fences } from '@opengoa/procurement/fences';
import { priceScreens } from '@opengoa/procurement/price-screens';
import type { TenderPrices } from '../methods/procurement/tender-features.ts';

export interface SimpleScreen {
  readonly name: string;
  /** Higher is more like arranged bids. */
  readonly scores: readonly number[];
  /** Null where the screen gives no yes or no. */
  readonly flags: readonly boolean[] | null;
}

/** A tender without the screen scores as the middle of those that have it, and is not flagged. */
export function simpleScreens(tenders: readonly TenderPrices[]): SimpleScreen[] {
  const screens = tenders.map(({ amounts }) => priceScreens(amounts));
  const cvs = screens.flatMap(({ cv }) => (cv === null ? [] : [cv]));
  const mean = cvs.reduce((sum, cv) => sum + cv, 0) / cvs.length;
  const deviation = Math.sqrt(cvs.reduce((sum, cv) => sum + (cv - mean) ** 2, 0) / (cvs.length - 1));
  const middleCv = cvs.toSorted((a, b) => a - b)[cvs.length >> 1]!;
  const cvOf = screens.map(({ cv }) => cv ?? middleCv);
  const { lower, upper, q1, q3 } = fences(cvs);
  const gaps = screens.map(({ rd }) => rd ?? 1);
  return [
    {
      name: 'CV < 0.06',
      scores: cvOf.map((cv) => Number(cv < 0.06)),
      flags: screens.map(({ cv }) => cv !== null && cv < 0.06),
    },
    { name: 'RD > 1', scores: gaps.map((rd) => Number(rd > 1)), flags: gaps.map((rd) => rd > 1) },
    {
      name: 'IQR fences of CV, either side',
      scores: cvOf.map((cv) => Math.abs(cv - (q1 + q3) / 2)),
      flags: cvOf.map((cv) => cv < lower || cv > upper),
    },
    {
      name: 'z-score of CV, low',
      scores: cvOf.map((cv) => (mean - cv) / deviation),
      flags: cvOf.map((cv) => (mean - cv) / deviation > 1),
    },
    { name: 'RD, ranked', scores: gaps, flags: null },
    {
      name: 'number of bids, ranked',
      scores: tenders.map(({ amounts, bidCount }) => bidCount ?? amounts.length),
      flags: null,
    },
  ];
}
