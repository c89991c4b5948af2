/**
 * RE-13, what is known of one subject at the end of a month, in numbers: what happened lately (fading by half in six months), a year ago, how its measures stand against their own past and
 * where they go, and the season. Nothing of a later month is read; no name, unit or kind is a feature.
 */
export interface SubjectMonth {
  readonly subject: string;
  /** Months counted from any beginning, without gaps in the count. */
  readonly month: number;
  /** 1: it happened in this month (over budget, over standard, overdue, broke down); null: not known. */
  readonly happened: 0 | 1 | null;
  /** Figures of the month: share of the budget used, use against the standard, age, hours run. Absent or null where not known. */
  readonly measures: Readonly<Record<string, number | null>>;
}

export const fadingMonths = 6;

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param measures names, in the order of the features. NaN where nothing is known; never 0 for it */
export function featureNames(measures: readonly string[]): string[] {
  return [
    'happened-lately',
    'happened-last-month',
    'happened-a-year-ago',
    'own-share',
    'season-sin',
    'season-cos',
    ...measures.flatMap((name) => [`${name}-level`, `${name}-against-own-year`, `${name}-slope`]),
  ];
}

/** @param past months of one subject up to and with the month from whose end is foretold, in order */
export function featuresOf(past: readonly SubjectMonth[], month: number, measures: readonly string[]): number[] {
  const known = past.filter((each) => each.month <= month);
  const events = known.filter(({ happened }) => happened !== null);
  const fading = events.map((each) => 0.5 ** ((month - each.month) / fadingMonths));
  const lately = events.reduce((sum, { happened }, i) => sum + happened! * fading[i]!, 0);
  const at = (when: number) => known.find((each) => each.month === when)?.happened ?? Number.NaN;
  const season = (2 * Math.PI * (month + 1)) / 12;
  return [
    events.length > 0 ? lately / fading.reduce((sum, each) => sum + each, 0) : Number.NaN,
    at(month),
    at(month - 11),
    // Drawn toward one half of a month in twelve, so that a short history is no certainty.
    events.length > 0
      ? (events.filter(({ happened }) => happened === 1).length + 0.5) / (events.length + 6)
      : Number.NaN,
    Math.sin(season),
    Math.cos(season),
    ...measures.flatMap((name) => {
      const values = known.flatMap((each) => {
        const value = each.measures[name];
        return typeof value === 'number' ? [{ month: each.month, value }] : [];
      });
      const last = values.filter((each) => each.month > month - 3).map(({ value }) => value);
      const year = values.filter((each) => each.month > month - 12).map(({ value }) => value);
      return [
        last.length > 0 ? mean(last) : Number.NaN,
        last.length > 0 && year.length >= 6 ? mean(last) - mean(year) : Number.NaN,
        last.length >= 2 ? (last.at(-1)! - last[0]!) / (last.length - 1) : Number.NaN,
      ];
    }),
  ];
}
