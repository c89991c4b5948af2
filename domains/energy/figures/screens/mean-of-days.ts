/** The mean day of each kind within some of the days, as the whole year's is told. Pure. */
import type { Answer } from '@opengoa/web-kit';

type Profile = Answer<'energy.profile'>;

/** @param of first and last of the days; a day of which nothing was read is no day, as in the year's own means */
export function meanOfDays(
  { days, hours, meanDays }: Pick<Profile, 'days' | 'hours' | 'meanDays'>,
  [from, to]: readonly [number, number],
): Profile['meanDays'] {
  return meanDays.flatMap(({ kind }) => {
    const rows = hours.filter(
      (row, place) => place >= from && place <= to && days[place]?.kind === kind && row.some((value) => value !== null),
    );
    if (rows.length === 0) return [];
    const mean = Array.from({ length: 24 }, (_, hour) => {
      const known = rows.flatMap((row) => row[hour] ?? []);
      return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
    });
    return [{ kind, days: rows.length, mean }];
  });
}
