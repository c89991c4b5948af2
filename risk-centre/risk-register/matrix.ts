import type { Context, Id } from '@opengoa/kernel';
import type { Level } from '../contract.ts';

/** Steps of the matrix, least first. */
export const steps = [1, 2, 3, 4, 5] as const;

export interface Rating {
  readonly likelihood: number;
  readonly consequence: number;
}

export type MatrixBounds = Readonly<Record<'red' | 'orange' | 'yellow', number>>;

type Standards = Pick<Context, 'standards' | 'today' | 'organisation'>;

/** From which product of likelihood and consequence a field has each level, as in force today at the unit; widest where no unit is said. */
export function matrixBounds({ standards, today, organisation }: Standards, unit: Id | null): MatrixBounds {
  const place = unit === null ? [] : organisation.place(unit);
  const from = (level: string) => standards.numberOn('risk-centre.risk-matrix', today, place, { level });
  return { red: from('red'), orange: from('orange'), yellow: from('yellow') };
}

/** The level of a field of the matrix. */
export function levelOfRating({ likelihood, consequence }: Rating, bounds: MatrixBounds): Level {
  const points = likelihood * consequence;
  return (['red', 'orange', 'yellow'] as const).find((level) => points >= bounds[level]) ?? 'blue';
}

/** Controls make nothing worse: each side of what is left is at most what it was. */
export const lowers = (inherent: Rating, residual: Rating): boolean =>
  residual.likelihood <= inherent.likelihood && residual.consequence <= inherent.consequence;

/** For how many days a residual risk of this level may be accepted at a time; 0: not at all. */
export const longestAcceptance = ({ standards, today, organisation }: Standards, unit: Id, level: Level): number =>
  standards.numberOn('risk-centre.risk-acceptance', today, organisation.place(unit), { level });
