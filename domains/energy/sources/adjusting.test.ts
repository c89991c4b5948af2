import { expect, test } from 'vitest';
import { adjustedFor } from '../risks/use-over-baseline/inputs.ts';
import { changeToAdjustFor } from './use-over-baseline.ts';

const judged = {
  baseline: {
    trainedFrom: '2025-01-01',
    trainedToExclusive: '2026-01-01',
    trainedDays: 365,
    cvRmsePercent: 10,
    residualMiddleKwh: 1,
    residualSpreadKwh: 20,
    lagOneCorrelation: 0.3,
    residualRmseKwh: 22,
    longRunCorrelation: 0.5,
    adjusted: null,
  },
  days: { startsOn: '2026-06-01', actualKwh: [130, 131], expectedKwh: [100, null] },
};
const since = (days: number) => ({
  actualKwh: Array.from({ length: days }, (_, n) => (n % 9 === 0 ? null : n % 10 === 0 ? 300 : 125)),
  expectedKwh: Array.from({ length: days }, () => 100),
});

test('after a declared change the baseline takes the middle level since, and one wild day in ten does not move it', () => {
  const { baseline, days } = adjustedFor(judged, '2026-02-01', since(120), 60);
  expect(days.expectedKwh).toEqual([125, null]);
  expect(baseline).toMatchObject({ residualSpreadKwh: 25, residualRmseKwh: 27.5 });
  expect(baseline.adjusted).toMatchObject({ changeDay: '2026-02-01', factor: 1.25, days: 106 });
});

test('with fewer days than a baseline needs it stays as it was, and the kit says nothing', () => {
  expect(adjustedFor(judged, '2026-02-01', since(60), 60)).toBe(judged);
});

test('only the last change between the baseline and the judged days is adjusted for; a baseline across one never serves', () => {
  const trained = { from: '2025-01-01', toExclusive: '2026-01-01' };
  const on = (...days: string[]) =>
    changeToAdjustFor(
      trained,
      days.map((day) => ({ day })),
      '2026-06-01',
    );
  expect(on()).toBeNull();
  expect(on('2024-05-01', '2025-01-01')).toBeNull();
  expect(on('2026-02-01', '2026-04-01', '2026-07-01')).toBe('2026-04-01');
  expect(on('2025-05-01', '2026-02-01')).toBeNull();
});
