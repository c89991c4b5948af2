/** What was used and paid by the time of the day. Amounts are whole thousandths, so that bands and days add up to the same. */
import type { Band } from './contract.ts';
import { bandAt, letters, type Tariff } from './tariff.ts';

export interface MeterDay {
  readonly day: string;
  /** Thousandths of a kWh; an hour that is not known is null, and the total says what the hours leave. */
  readonly total: number;
  readonly hours: readonly (number | null)[];
}

export interface Part {
  /** Null for what lies in no band. */
  readonly band: Band | null;
  readonly month: number;
  readonly wattHours: number;
  /** Thousandths of a fen, rounded; null without a price. */
  readonly milliFen: number | null;
}

/**
 * One part for each month and band that occurs.
 * @param priceOn fen for a kWh on a day, for what lies in no band; null where none is known
 */
export function splitDays(
  days: readonly MeterDay[],
  tariffOf: (day: string) => Tariff | undefined,
  priceOn: (day: string) => number | null,
): Part[] {
  const parts = new Map<string, { band: Band | null; month: number; wattHours: number; milliFen: number | null }>();
  const add = (band: Band | null, month: number, wattHours: number, milliFenPerKwh: number | null) => {
    const key = `${month} ${band ?? ''}`;
    const part = parts.get(key) ?? { band, month, wattHours: 0, milliFen: 0 };
    part.wattHours += wattHours;
    part.milliFen =
      part.milliFen === null || milliFenPerKwh === null ? null : part.milliFen + (wattHours * milliFenPerKwh) / 1000;
    parts.set(key, part);
  };
  for (const { day, total, hours } of days) {
    const month = Number(day.slice(5, 7));
    const tariff = tariffOf(day);
    let left = total;
    if (tariff)
      hours.forEach((amount, hour) => {
        if (amount === null || amount === 0) return;
        const band = bandAt(tariff, month, hour);
        left -= amount;
        add(band, month, amount, tariff.milliFen[letters[band]] ?? null);
      });
    if (left !== 0) {
      const price = priceOn(day);
      add(null, month, left, price === null ? null : Math.round(price * 1000));
    }
  }
  return [...parts.values()].map((part) => ({
    ...part,
    milliFen: part.milliFen === null ? null : Math.round(part.milliFen),
  }));
}

/** Kilowatt-hours of these parts. */
export const kwhOf = (parts: readonly Part[]): number =>
  parts.reduce((sum, { wattHours }) => sum + wattHours, 0) / 1000;

/** Their money in whole thousandths of a fen; null where one of them has no price. */
export const milliFenOf = (parts: readonly Part[]): number | null =>
  parts.reduce<number | null>((sum, { milliFen }) => (sum === null || milliFen === null ? null : sum + milliFen), 0);
