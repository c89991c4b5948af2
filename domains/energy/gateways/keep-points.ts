import { refuse, type Refusal } from '@opengoa/kernel';
import type { Point } from './contract.ts';
import type { metersNamed, NamedPoints } from './gateway-store.ts';

type Named = Awaited<ReturnType<typeof metersNamed>>;

/** From points that name their meters to those that are kept, or why not. A register is read here, never a use of an interval. */
export function keptPoints(
  points: NamedPoints,
  meters: Named,
  elsewhere: { readonly name: string; readonly meter: string } | null,
): Point[] | Refusal {
  const byKey = new Map(meters.map((meter) => [meter.key, meter]));
  const unknown = points.filter(({ key }) => !byKey.has(key)).map(({ key }) => key);
  if (unknown.length > 0)
    return refuse('meters-unknown', { keys: unknown.slice(0, 20).join('、'), count: unknown.length }, { status: 404 });
  const other = points.find(({ key }) => byKey.get(key)!.reads !== 'register');
  if (other) return refuse('not-a-register', { meter: byKey.get(other.key)!.name });
  const twice = points.find(({ key }, i) => points.findIndex((each) => each.key === key) !== i);
  if (twice) return refuse('meter-bound-twice', { key: twice.key });
  if (elsewhere)
    return refuse(
      'meter-bound-elsewhere',
      { key: meters.find(({ id }) => id === elsewhere.meter)?.key ?? '', place: elsewhere.name },
      { status: 409 },
    );
  return points.map(({ key, ...place }) => ({ meter: byKey.get(key)!.id, ...place }));
}
