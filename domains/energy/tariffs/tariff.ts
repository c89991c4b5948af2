/** 分时电价: which band an hour of a month lies in, and which tariff is in force where. Pure. */
import type { Id } from '@opengoa/kernel';
import type { Band } from './contract.ts';

export const letters = { sharp: 's', peak: 'p', flat: 'f', valley: 'v', deep: 'd' } as const satisfies Record<
  Band,
  string
>;
const bandOfLetter = Object.fromEntries(Object.entries(letters).map(([band, letter]) => [letter, band])) as Readonly<
  Record<string, Band>
>;

export interface Season {
  readonly months: readonly number[];
  readonly stretches: readonly { readonly fromHour: number; readonly toHour: number; readonly band: Band }[];
}

/**
 * Twelve texts of 24 letters, January first.
 * @returns the first hour that stands in no stretch or in two, where there is one
 */
export function hoursOfSeasons(
  seasons: readonly Season[],
): { readonly hours: readonly string[] } | { readonly month: number; readonly hour: number } {
  const places: (string | undefined)[][] = Array.from({ length: 12 }, () =>
    Array.from({ length: 24 }, () => undefined),
  );
  for (const { months, stretches } of seasons)
    for (const month of months)
      for (const { fromHour, toHour, band } of stretches) {
        // A stretch over midnight, `23–7`, is two.
        const hours = fromHour < toHour ? range(fromHour, toHour) : [...range(fromHour, 24), ...range(0, toHour)];
        for (const hour of hours) {
          if (places[month - 1]![hour] !== undefined) return { month, hour };
          places[month - 1]![hour] = letters[band];
        }
      }
  for (const [i, hours] of places.entries()) {
    const hour = hours.indexOf(undefined);
    if (hour >= 0) return { month: i + 1, hour };
  }
  return { hours: places.map((hours) => hours.join('')) };
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

export interface Tariff {
  readonly unit: Id;
  readonly from: string;
  readonly hours: readonly string[];
  /** Thousandths of a fen for a kWh, by letter. */
  readonly milliFen: Readonly<Record<string, number>>;
  readonly document: string;
}

/** @param month 1 to 12 */
export const bandAt = ({ hours }: Tariff, month: number, hour: number): Band => bandOfLetter[hours[month - 1]![hour]!]!;

/**
 * The tariff of a day: the nearest unit up the chain that has one in force; at one unit the newest, and of one day the last that was said.
 * @param tariffs in the order of their days, those of one day in the order they were said
 * @param chain the unit and those above it, the unit first
 */
export function tariffOn(tariffs: readonly Tariff[], chain: readonly Id[], day: string): Tariff | undefined {
  for (const unit of chain) {
    const found = tariffs.findLast((each) => each.unit === unit && each.from <= day);
    if (found) return found;
  }
  return undefined;
}
