import type { Id } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import type { Carrier } from '../contract.ts';

/** What a unit of a carrier costs at a building, or at one of its meters, on days; in the order they were said. */
export interface Price {
  readonly building: Id;
  /** Null for every meter of the building that has none of its own. */
  readonly meter: Id | null;
  readonly carrier: Carrier;
  readonly from: string;
  /** The day after the last; open when null. */
  readonly toExclusive: string | null;
  readonly fenPerUnit: number;
  readonly document: string;
}

/**
 * The mean price over the days of a period, in fen for a unit of measure: of each day the newest word, the meter's own before the building's.
 * @returns null where any of the days has none: a loss is then told without money
 */
export function meanPrice(
  prices: readonly Price[],
  of: { readonly building: Id; readonly meter: Id | null; readonly carrier: Carrier },
  [from, toExclusive]: readonly [string, string],
): number | null {
  const own = prices.filter(({ building, carrier }) => building === of.building && carrier === of.carrier);
  const inOrder = [
    ...own.filter(({ meter }) => meter === null),
    ...own.filter(({ meter }) => meter !== null && meter === of.meter),
  ];
  // In thousandths of a fen, so that the mean of equal prices is that price.
  let sum = 0;
  let days = 0;
  for (let day = from; day < toExclusive; day = addDays(day, 1)) {
    const price = inOrder.findLast((each) => each.from <= day && (each.toExclusive === null || day < each.toExclusive));
    if (!price) return null;
    sum += Math.round(price.fenPerUnit * 1_000);
    days += 1;
  }
  return days === 0 ? null : sum / days / 1_000;
}
