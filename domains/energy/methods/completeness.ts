/**
 * Whether a meter's readings are all there (DQ-01, EN-05b). What was expected comes from the register of meters and the
 * calendar, never from what arrived: a meter that fell silent would otherwise look complete.
 */
import { type MethodResult, insufficient, ok } from './method-result.ts';

export interface Gap {
  readonly from: number;
  readonly toExclusive: number;
}

export interface Completeness {
  readonly expected: number;
  readonly received: number;
  readonly share: number;
  readonly gaps: readonly Gap[];
  readonly longestGap: number;
}

/** Which places of a series are missing. @returns `insufficient_data` when nothing was expected */
export function completenessOf(values: readonly (number | null)[]): MethodResult<Completeness> {
  if (values.length === 0)
    return insufficient({
      code: 'too-few-values',
      zh: '该时段没有应报读数',
      en: 'no reading was expected',
      needed: 1,
      found: 0,
    });
  const gaps: Gap[] = [];
  let from = -1;
  for (let i = 0; i <= values.length; i++) {
    const missing = i < values.length && (values[i] ?? null) === null;
    if (missing && from < 0) from = i;
    if (!missing && from >= 0) {
      gaps.push({ from, toExclusive: i });
      from = -1;
    }
  }
  const absent = gaps.reduce((sum, gap) => sum + gap.toExclusive - gap.from, 0);
  return ok({
    expected: values.length,
    received: values.length - absent,
    share: (values.length - absent) / values.length,
    gaps,
    longestGap: gaps.reduce((longest, gap) => Math.max(longest, gap.toExclusive - gap.from), 0),
  });
}

export interface DeliveryCounts {
  readonly expectedRecords: number;
  readonly received: number;
  readonly onTime: number;
  readonly requiredCells: number;
  readonly filledCells: number;
}

export interface DeliveryScores {
  readonly recordCompleteness: number;
  readonly cellCompleteness: number;
  readonly timeliness: number;
  /** Shown beside the three: a supplier can hide lateness behind completeness. */
  readonly lowest: number;
}

/** Scores of a data set's deliveries, each from 0 to 1. @returns `insufficient_data` when nothing was expected */
export function deliveryScores(counts: DeliveryCounts): MethodResult<DeliveryScores> {
  if (counts.expectedRecords <= 0 || counts.requiredCells <= 0)
    return insufficient({
      code: 'too-few-values',
      zh: '没有应报数据',
      en: 'nothing was expected',
      needed: 1,
      found: 0,
    });
  const recordCompleteness = counts.received / counts.expectedRecords;
  const cellCompleteness = counts.filledCells / counts.requiredCells;
  const timeliness = counts.onTime / counts.expectedRecords;
  return ok({
    recordCompleteness,
    cellCompleteness,
    timeliness,
    lowest: Math.min(recordCompleteness, cellCompleteness, timeliness),
  });
}
