/** R003: the days between the documents becoming available and the deadline, against the least that the way of buying allows. */
export interface BiddingPeriod {
  /** Whole days, started ones not counted. */
  readonly days: number;
  readonly least: number;
  readonly isShort: boolean;
}

const dayMs = 86_400_000;

/**
 * @param available and @param deadline instants, ISO
 * @param least days of the method, from the standard in force; of the open-contracting catalogue where a country has none: 15
 * @throws RangeError where the deadline lies before the documents
 */
export function biddingPeriod(available: string, deadline: string, least: number): BiddingPeriod {
  const ms = Date.parse(deadline) - Date.parse(available);
  if (!(ms >= 0)) throw new RangeError('the deadline must not lie before the documents');
  const days = Math.floor(ms / dayMs);
  return { days, least, isShort: days < least };
}
