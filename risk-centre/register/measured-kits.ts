import type { Context } from '@opengoa/kernel';
import type { Outcome } from '../contract.ts';
import { measuredPrecision, type MeasuredOf } from '../findings/weigh-signals.ts';
import type { OutcomeCounts } from '../methods/indicator-precision.ts';

export const none: OutcomeCounts = {
  confirmed: 0,
  'partly-confirmed': 0,
  explained: 0,
  'data-problem': 0,
  'not-verifiable': 0,
};

export interface CountedOutcome {
  readonly kit: string;
  readonly outcome: Outcome;
  readonly n: number;
}

export const countsFor = (kit: string, counted: readonly CountedOutcome[]): OutcomeCounts => ({
  ...none,
  ...Object.fromEntries(counted.filter((row) => row.kit === kit).map(({ outcome, n }) => [outcome, n])),
});

type Standards = Pick<Context, 'standards' | 'today'>;

/** So many verdicts that count before a kit's precision is told. */
export const fewestVerdicts = ({ standards, today }: Standards): number =>
  standards.numberOn('risk-centre.feedback', today, [], { item: 'verdicts' });

/** So many before the measured precision takes the place of what the kit says of itself. */
export const fewestToWeigh = ({ standards, today }: Standards): number =>
  standards.numberOn('risk-centre.feedback', today, [], { item: 'weighs' });

/** The precision that verdicts have measured, of kits that have enough of them. */
export function measuredOf(counted: readonly CountedOutcome[], context: Standards): MeasuredOf {
  const fewest = fewestToWeigh(context);
  return (kit) => {
    const found = measuredPrecision(countsFor(kit, counted), fewest);
    return found.status === 'ok' ? found.mean : undefined;
  };
}
