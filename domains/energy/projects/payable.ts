/** 应付款: what a stretch of a contract costs, by its kind (GB/T 24915: 分享型、保证型、托管型). Pure. */
import { daysBetween } from '@opengoa/kernel/calendar';
import type { KnownSavings, SettlementInputs, Terms } from './contract.ts';

/** The same day so many years later; the 29th of February becomes the 28th. */
export function yearsLater(day: string, years: number): string {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  const leap = new Date(Date.UTC(Number(later.slice(0, 4)), 2, 0)).getUTCDate() === 29;
  return later.endsWith('-02-29') && !leap ? `${later.slice(0, 8)}28` : later;
}

/** Years of a contract, a part of one counting as one. @param to its last day */
export function yearsOf(from: string, to: string): number {
  let years = 1;
  while (yearsLater(from, years) <= to) years += 1;
  return years;
}

/** Which year of a contract a day lies in, from 1, and when the next begins. */
export function contractYear(from: string, day: string): { readonly year: number; readonly nextFrom: string } {
  const year = yearsOf(from, day);
  return { year, nextFrom: yearsLater(from, year) };
}

export interface Payable {
  readonly payableFen: number;
  readonly inputs: SettlementInputs;
}

/**
 * Shared savings: the contractor's percent of the money saved, never less than nothing. Guaranteed: the fee of these days less what the saving
 * falls short of the guarantee, at the mean price of what was expected. Trust: the fee of these days, whatever was saved.
 * @param savings null where the saving cannot be told: only a trust is paid all the same
 * @returns null where the saving or a price is needed and not known
 */
export function payableOf(
  terms: Pick<Terms, 'kind' | 'contractFrom' | 'sharePercents' | 'guaranteed' | 'yearlyFeeFen'>,
  [from, toExclusive]: readonly [string, string],
  savings: KnownSavings | null,
): Payable | null {
  const contract = terms.contractFrom === null ? null : contractYear(terms.contractFrom, from);
  const yearDays = contract === null ? 365 : daysBetween(yearsLater(contract.nextFrom, -1), contract.nextFrom);
  const part = daysBetween(from, toExclusive) / yearDays;
  const told = {
    expected: savings?.expected ?? null,
    actual: savings?.actual ?? null,
    avoided: savings?.avoided ?? null,
    uncertainty: savings?.uncertainty ?? null,
    confidence: savings?.confidence ?? null,
    shown: savings?.shown ?? false,
    days: daysBetween(from, toExclusive),
    counted: savings?.counted ?? 0,
    savedFen: savings?.savedFen == null ? null : Math.round(savings.savedFen),
    contractYear: contract?.year ?? null,
    sharePercent: null,
    feeFen: null,
    guaranteed: null,
    shortfall: null,
    shortfallFen: null,
  };
  if (terms.kind === 'shared-savings') {
    const sharePercent = terms.sharePercents[(contract?.year ?? 1) - 1] ?? 0;
    if (told.savedFen === null) return null;
    return {
      payableFen: Math.max(0, Math.round((told.savedFen * sharePercent) / 100)),
      inputs: { ...told, sharePercent },
    };
  }
  const feeFen = Math.round((terms.yearlyFeeFen ?? 0) * part);
  if (terms.kind !== 'guaranteed') return { payableFen: feeFen, inputs: { ...told, feeFen } };
  if (savings === null) return null;
  const guaranteed = (terms.guaranteed ?? 0) * part;
  const shortfall = Math.max(0, guaranteed - savings.avoided);
  if (shortfall > 0 && savings.meanPriceFen === null) return null;
  const shortfallFen = shortfall === 0 ? 0 : Math.round(shortfall * savings.meanPriceFen!);
  return {
    payableFen: Math.max(0, feeFen - shortfallFen),
    inputs: { ...told, feeFen, guaranteed, shortfall, shortfallFen },
  };
}
