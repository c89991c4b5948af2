import type { Context } from '@opengoa/kernel';

/** Was it last read longer ago than the hours of the standard? A meter that was never read is stale (SEC-TE-08). */
export function isStale(
  lastAt: Date | null,
  { now, standards, today }: Pick<Context, 'now' | 'standards' | 'today'>,
): boolean {
  const hours = standards.numberOn('energy.reading-receipt', today, [], { item: 'stale-hours' });
  return lastAt === null || now.getTime() - lastAt.getTime() > hours * 3_600_000;
}
