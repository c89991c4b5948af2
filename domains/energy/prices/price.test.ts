import { describe, expect, test } from 'vitest';
import { judge as overBaseline } from '../risks/use-over-baseline/risk.ts';
import { judge as offHours } from '../risks/off-hours-load/risk.ts';
import { meanPrice, type Price } from './price.ts';

const price = (fenPerUnit: number, from: string, more: Partial<Price> = {}): Price => ({
  building: 'b',
  meter: null,
  carrier: 'electricity',
  from,
  toExclusive: null,
  fenPerUnit,
  document: '电费单',
  ...more,
});
const of = { building: 'b', meter: 'm', carrier: 'electricity' } as const;
const march: [string, string] = ['2026-03-01', '2026-03-11'];

describe('用能单价', () => {
  test('a day’s price is the newest word of that day; a period’s the mean of its days', () => {
    const prices = [price(60, '2026-01-01'), price(80, '2026-03-06'), price(70, '2026-02-01')];
    // Said last, from February on: it replaces what was said of March before.
    expect(meanPrice(prices, of, march)).toBe(70);
    expect(meanPrice(prices.slice(0, 2), of, march)).toBe(70);
    expect(meanPrice(prices.slice(0, 2), of, ['2026-03-06', '2026-03-11'])).toBe(80);
  });

  test('a meter’s own goes before the building’s; another carrier, building or meter says nothing', () => {
    const own = price(50, '2026-01-01', { meter: 'm' });
    expect(meanPrice([own, price(60, '2026-01-01')], of, march)).toBe(50);
    expect(meanPrice([own, price(60, '2026-01-01')], { ...of, meter: null }, march)).toBe(60);
    for (const more of [{ carrier: 'gas' as const }, { building: 'c' }, { meter: 'n' }])
      expect(meanPrice([price(60, '2026-01-01', more)], of, march)).toBeNull();
  });

  test('one day without a price, and there is none for the period', () => {
    expect(meanPrice([], of, march)).toBeNull();
    expect(meanPrice([price(60, '2026-03-02')], of, march)).toBeNull();
    expect(meanPrice([price(60, '2026-01-01', { toExclusive: '2026-03-10' })], of, march)).toBeNull();
    expect(meanPrice([price(60, '2026-01-01', { toExclusive: '2026-03-11' })], of, march)).toBe(60);
  });
});

describe('what a finding is worth', () => {
  const standards = (values: Record<string, number>) =>
    Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        { id: name, value, unit: '', day: '2020-01-01', source: { document: 'x' }, confidence: 'confirmed' as const },
      ]),
    );
  test('in money with the amount behind it where there is a price; in kWh alone where there is none', () => {
    const night = (priceFenPerKwh: number | null) =>
      offHours(
        { kind: 'building', id: 'b', name: '甲' },
        {
          month: '2026-03',
          use: {
            totalKwh: 80_000,
            offHoursKwh: 57_600,
            offHoursShare: 0.72,
            nightMedianKwh: 60,
            baseRatio: 0.6,
            hours: 744,
          },
          peerShares: [],
          nightHistoryKwh: [40, 41, 39, 42, 40, 38, 40, 41],
          offHours: 500,
          declaredNightLoads: [],
          nightsOverBaseline: null,
          priceFenPerKwh,
        },
        { 'least-months': 6, 'share-floor': 0.01, 'rise-floor': 0.03, llr: 2.94 },
        standards({ 'peer-z': 3, 'min-peers': 8, 'night-over-baseline': 0.2, 'min-days': 28 }),
      );
    expect(night(null).loss).toEqual({ low: 5_000, mid: 10_000, high: 10_000, unit: 'kWh' });
    expect(night(68.5).loss).toEqual({
      low: 342_500,
      mid: 685_000,
      high: 685_000,
      unit: 'fen',
      amount: { low: 5_000, mid: 10_000, high: 10_000, unit: 'kWh' },
    });
  });

  test('a meter over its baseline as well', () => {
    const judged = (priceFenPerKwh: number | null) =>
      overBaseline(
        { kind: 'meter', id: 'm', name: '甲' },
        {
          baseline: {
            trainedFrom: '2025-01-01',
            trainedToExclusive: '2026-01-01',
            trainedDays: 365,
            cvRmsePercent: 10,
            residualMiddleKwh: 0,
            residualSpreadKwh: 10,
            residualRmseKwh: 10,
            longRunCorrelation: 0,
            adjusted: null,
            lagOneCorrelation: 0,
          },
          days: {
            startsOn: '2026-03-01',
            actualKwh: Array.from({ length: 31 }, () => 300),
            expectedKwh: Array.from({ length: 31 }, () => 100),
          },
          declaredChanges: [],
          priceFenPerKwh,
        },
        { 'judged-days': 28, 'run-days': 7, 'least-share': 0.1, llr: 2.94 },
        standards({
          'cv-max': 0.3,
          'cusum-k': 0.5,
          'cusum-h': 5,
          'min-days': 270,
          'exceed-multiple': 2,
          'exceed-days': 3,
        }),
      ).loss!;
    const [plain, priced] = [judged(null), judged(50)];
    expect(plain).toMatchObject({ mid: 6_200, unit: 'kWh' });
    expect(plain.amount).toBeUndefined();
    expect(priced).toMatchObject({ mid: 310_000, unit: 'fen', amount: { mid: 6_200, unit: 'kWh' } });
  });
});
