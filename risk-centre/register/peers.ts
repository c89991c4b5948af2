import type { Verdict } from '@opengoa/kernel/risk-kit';

/** What others of the same run measured, in one unit of measure. */
export interface PeerFigures {
  readonly n: number;
  readonly low: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly high: number;
}

/** Fewer than so many say nothing of what is usual. */
const fewest = 4;

/** Least, quartiles and most of everything a run could compare, flagged or not, by unit of measure. No name goes with it. */
export function peersOf(verdicts: readonly Pick<Verdict, 'value' | 'unit' | 'status'>[]): Record<string, PeerFigures> {
  const measured = Map.groupBy(
    verdicts.filter(({ value, status }) => value !== null && (status === 'flag' || status === 'clear')),
    ({ unit }) => unit,
  );
  return Object.fromEntries(
    [...measured].flatMap(([unit, ofUnit]) => {
      const values = ofUnit.map(({ value }) => value!).toSorted((a, b) => a - b);
      if (values.length < fewest) return [];
      const at = (share: number): number => {
        const place = share * (values.length - 1);
        const low = Math.floor(place);
        return values[low]! + (place - low) * ((values[low + 1] ?? values[low]!) - values[low]!);
      };
      return [[unit, { n: values.length, low: at(0), q1: at(0.25), median: at(0.5), q3: at(0.75), high: at(1) }]];
    }),
  );
}
