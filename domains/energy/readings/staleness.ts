import type { Context } from '@opengoa/kernel';
import type { Meter } from '../meters/meter.ts';

/** Was it last read longer ago than the standard allows its kind? A meter that was never read is stale (SEC-TE-08). */
export function isStale(
  { reads, lastAt }: Pick<Meter, 'reads' | 'lastAt'>,
  { now, standards, today }: Pick<Context, 'now' | 'standards' | 'today'>,
): boolean {
  const limit = (item: string) => standards.numberOn('energy.reading-receipt', today, [], { item });
  const hours = reads === 'register' ? 24 * limit('stale-days-by-hand') : limit('stale-hours');
  return lastAt === null || now.getTime() - lastAt.getTime() > hours * 3_600_000;
}
