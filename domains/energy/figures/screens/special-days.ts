/** Days that are not what their day of the week says: holidays, and days worked in exchange (调休). Pure. */
import type { Shade } from '@opengoa/web-kit';

export interface SpecialDays {
  readonly kind: 'holiday' | 'worked';
  /** Places among the days: first, and the one after the last. */
  readonly from: number;
  readonly to: number;
}

/**
 * @param days one letter a day: w worked, r of rest, h holiday
 * @param first the first of them
 * @returns runs of one kind in the order of their days; a day of rest in the week belongs to the holiday beside it
 */
export function specialDays(days: string, first: string): SpecialDays[] {
  const runs: { kind: SpecialDays['kind']; from: number; to: number }[] = [];
  for (let place = 0; place < days.length; place += 1) {
    const weekday = new Date(Date.parse(first) + place * 86_400_000).getUTCDay();
    const weekend = weekday === 0 || weekday === 6;
    const letter = days[place];
    const kind = letter === 'w' ? weekend && 'worked' : letter === 'h' || !weekend ? 'holiday' : false;
    if (!kind) continue;
    const last = runs.at(-1);
    if (last?.kind === kind && last.to === place) last.to = place + 1;
    else runs.push({ kind, from: place, to: place + 1 });
  }
  return runs;
}

export const specialWords = {
  holiday: { zh: '节假日', en: 'Holiday' },
  worked: { zh: '调休上班', en: 'Worked in exchange' },
} as const;

/** @param perDay places of the chart that a day holds */
export const specialShades = (runs: readonly SpecialDays[], perDay: number): Shade[] =>
  runs.map(({ kind, from, to }) => ({
    from: from * perDay,
    to: to * perDay,
    title: specialWords[kind],
    ...(kind === 'worked' ? { tone: 'check' as const } : {}),
  }));

/** `01-01、02-10 至 02-17`: the days of a kind, written. */
export function writtenRuns(
  runs: readonly SpecialDays[],
  kind: SpecialDays['kind'],
  first: string,
  to: string,
): string {
  const day = (place: number) => new Date(Date.parse(first) + place * 86_400_000).toISOString().slice(5, 10);
  return runs
    .filter((run) => run.kind === kind)
    .map((run) => (run.to - run.from === 1 ? day(run.from) : `${day(run.from)}${to}${day(run.to - 1)}`))
    .join(', ');
}
