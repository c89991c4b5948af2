/** What the law says of a point's set-point. No number stands here: the limits are those of the standard, with their confidence. */
import type { Context } from '@opengoa/kernel';
import { check, type Verdict } from '@opengoa/kernel/standards';
import type { Setting } from './contract.ts';
import type { Bounds } from './decide-point.ts';
import type { ControlPoint } from './point.ts';

const items = { cooling: 'summer-min', heating: 'winter-max' } as const;

/** The bound in force for what a point sets, held against a value; null where the law does not speak of it. */
export function lawOn(
  sets: Setting,
  unit: string,
  value: number,
  { standards, organisation, today }: Pick<Context, 'standards' | 'organisation' | 'today'>,
): Verdict | null {
  if (sets === 'switch') return null;
  const found = standards.valueOn('energy.ac-temperature', today, organisation.place(unit), { item: items[sets] });
  return found.found && typeof found.value === 'number' ? check(found, value) : null;
}

/** The limit of a point that the law may reach: the lowest cooling, the highest heating. */
export const exposed = ({ sets, least, most }: Pick<ControlPoint, 'sets' | 'least' | 'most'>): number =>
  sets === 'cooling' ? least : most;

/** The point's limits, narrowed by the law where it is confirmed and no paper excepts the point. Empty where `least` lies above `most`. */
export function boundsOf(
  point: Pick<ControlPoint, 'sets' | 'unit' | 'least' | 'most' | 'exemptBy'>,
  context: Pick<Context, 'standards' | 'organisation' | 'today'>,
): Bounds {
  const { least, most } = point;
  const law = point.exemptBy === null ? lawOn(point.sets, point.unit, exposed(point), context) : null;
  if (law?.outcome !== 'block') return { least, most };
  const allowed = law.allowed as number;
  return point.sets === 'cooling' ? { least: allowed, most } : { least, most: allowed };
}
