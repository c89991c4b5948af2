import type { Evidence, Judgement, Loss, Signal } from '@opengoa/kernel/risk-kit';

/** What the kits of this room say in the same way. */

export const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** At most five are named; the rest is counted. */
export const listed = (names: readonly string[]): string =>
  names.length <= 5 ? names.join('、') : `${names.slice(0, 5).join('、')}等${names.length}项`;

type Data = Judgement['said']['data'];

export const silent = (
  status: 'insufficient_data' | 'not_applicable',
  template: string,
  data: Data = {},
): Judgement => ({ status, value: null, threshold: null, unit: 'times', evidence: [], said: { template, data } });

/** A rule that was looked at decides: found, a finding to be verified; otherwise clear. */
export function decided(
  signal: Signal,
  llr: number,
  loss: Loss,
  evidence: readonly Evidence[],
  data: Data,
  period?: readonly [string, string],
): Judgement {
  const common = { value: signal.value, threshold: signal.threshold, unit: signal.unit, signals: [signal], evidence };
  if (!signal.found) return { ...common, status: 'clear', said: { template: 'clear', data } };
  return {
    ...common,
    status: 'flag',
    evidenceClass: signal.evidenceClass,
    llr,
    loss,
    said: { template: signal.rule, data },
    ...(period ? { period } : {}),
  };
}

/** Money that may be at stake: nothing, half, or all of it. */
export const upTo = (fen: number): Loss => ({ low: 0, mid: Math.round(fen / 2), high: fen, unit: 'fen' });
