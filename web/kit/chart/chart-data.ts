import type { Words } from '@opengoa/kernel/contract';

type Value = number | null;

export interface Series {
  readonly title: Words;
  readonly values: readonly Value[];
  /** `muted` for last year or the baseline; `check` for points to be verified. */
  readonly tone?: 'main' | 'muted' | 'check';
}

/** What is expected: drawn as a band behind the line. */
export interface Band {
  readonly low: readonly Value[];
  readonly high: readonly Value[];
}

/** Parts of the x axis shaded: nights, days off. Positions of `x`. */
export interface Shade {
  readonly from: number;
  readonly to: number;
  readonly title: Words;
  /** `check` where something other than the usual holds. */
  readonly tone?: 'check';
}

/** The charts of the house. `x` is already written as it is read (`03-05`, `08:00`). */
export type ChartData =
  | {
      readonly kind: 'line';
      readonly x: readonly string[];
      readonly series: readonly Series[];
      readonly unit: string;
      readonly band?: Band;
      readonly shades?: readonly Shade[];
      /** Single points marked: positions of `x`. */
      readonly marks?: readonly { readonly at: number; readonly title: Words }[];
      /** Offer a range to be chosen under the chart. */
      readonly zoom?: boolean;
    }
  | {
      readonly kind: 'bar';
      readonly x: readonly string[];
      readonly series: readonly Series[];
      readonly unit: string;
      readonly lying?: boolean;
    }
  | {
      /** A line of very many places, one every `stepMs` from `fromMs` on: times as a clock on the wall shows them, in ms as if of UTC. */
      readonly kind: 'long';
      readonly fromMs: number;
      readonly stepMs: number;
      readonly title: Words;
      readonly values: readonly Value[];
      readonly unit: string;
      readonly shades?: readonly Shade[];
    }
  | {
      /** hour x day: `values[row][x]`. */
      readonly kind: 'heat';
      readonly x: readonly string[];
      readonly rows: readonly string[];
      readonly values: readonly (readonly Value[])[];
      readonly unit: string;
    };
