import type { Context, Id } from '@opengoa/kernel';
import type { Dimension } from './contract.ts';
import type { CheckLines } from './reckon-check.ts';
import { dimensions } from './words.zh.ts';

type Standards = Pick<Context, 'standards' | 'organisation' | 'today'>;

const parameter = (unit: Id, item: string, { standards, organisation, today }: Standards): number =>
  standards.numberOn('space.property-check', today, organisation.place(unit), { item });

/** Points, and a share of the dimensions covered. */
export const linesOf = (unit: Id, context: Standards): CheckLines => ({
  resultLine: parameter(unit, 'result-line', context),
  markLine: parameter(unit, 'mark-line', context),
  leastShare: parameter(unit, 'least-share', context),
});
/** Days to put right what a check found. */
export const daysToRectify = (unit: Id, context: Standards): number => parameter(unit, 'due', context);
/** Days of notice before a contract ends. */
export const daysOfNotice = (unit: Id, context: Standards): number => parameter(unit, 'notice', context);

export const weightsOf = (unit: Id, { standards, organisation, today }: Standards): Record<Dimension, number> =>
  Object.fromEntries(
    (Object.keys(dimensions) as Dimension[]).map((dimension) => [
      dimension,
      standards.numberOn('space.property-weights', today, organisation.place(unit), { dimension }),
    ]),
  ) as Record<Dimension, number>;
