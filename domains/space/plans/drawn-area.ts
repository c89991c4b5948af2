import type { Context, Id } from '@opengoa/kernel';
import type { AreaTolerance } from './match-plan.ts';

/** How far two measurements of one area may lie apart on that day, where the unit is. */
export function drawnAreaTolerance(
  unit: Id,
  { standards, organisation, today }: Pick<Context, 'standards' | 'organisation' | 'today'>,
): AreaTolerance {
  const of = (item: string) => standards.numberOn('space.drawn-area', today, organisation.place(unit), { item });
  return { root: of('root'), share: of('share') };
}
