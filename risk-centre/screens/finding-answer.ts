import type { Words } from '@opengoa/kernel/contract';
import type { FindingState, Level, Outcome } from '../contract.ts';

/** A finding as `risk-centre.finding` answers it. */
export interface FindingAnswer {
  readonly id: string;
  readonly unit: string;
  readonly number: string;
  readonly kit: string;
  readonly kitTitle: Words;
  readonly question: Words;
  readonly remedy: Words;
  readonly article: { readonly document: string; readonly number?: string; readonly article?: string } | null;
  readonly precision: {
    readonly reviewed: number;
    readonly mean: number;
    readonly lower: number;
    readonly upper: number;
  } | null;
  readonly subject: { readonly kind: string; readonly id: string; readonly name: string };
  readonly period: readonly [string, string];
  readonly state: FindingState;
  readonly level: Level;
  readonly probability: number;
  readonly loss: { readonly low: number; readonly mid: number; readonly high: number; readonly unit: string } | null;
  readonly shadow: boolean;
  readonly verdict: {
    readonly rule: string;
    readonly value: number | null;
    readonly threshold: number | null;
    readonly unit: string;
    readonly explanation: Words;
    readonly benign: readonly Words[];
    readonly evidence: readonly {
      readonly table: string;
      readonly key: string;
      readonly field: string;
      readonly value: unknown;
    }[];
    readonly standards?: Readonly<
      Record<
        string,
        {
          readonly id: string;
          readonly value: unknown;
          readonly unit: string;
          readonly day: string;
          readonly source: { readonly document?: string; readonly article?: string };
        }
      >
    >;
  };
  readonly signals: readonly {
    readonly at: string;
    readonly period: readonly [string, string];
    readonly explanation: Words;
  }[];
  readonly opens: string | null;
  readonly raisedAt: string;
  readonly due: string | null;
  readonly overdue: boolean;
  readonly escalations: number;
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly outcome: Outcome | null;
  readonly outcomeReason: string | null;
  readonly assignedTo: string | null;
  readonly rectified: string | null;
  readonly may?: readonly string[];
}
