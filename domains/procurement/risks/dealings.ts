import type { Evidence, Loss } from '@opengoa/kernel/risk-kit';

/** A quote of an awarded inquiry that came in time, as it bears on who meets whom and who wins. Fen. */
export interface DealtQuote {
  readonly id: string;
  /** The supplier by its credit code, and as it is called. */
  readonly code: string;
  readonly supplier: string;
  readonly amountFen: number;
  readonly valid: boolean;
  readonly won: boolean;
}

/** An awarded inquiry of a unit; those of one unit stand in the order of their awards. */
export interface Dealing {
  readonly id: string;
  readonly name: string;
  /** Day of the award. */
  readonly day: string;
  readonly quotes: readonly DealtQuote[];
}

/** What the dealings of one unit over a year are, oldest first. */
export interface DealingsInputs {
  readonly dealings: readonly Dealing[];
}

/** How suppliers are called, by their codes. */
export function namesOf(dealings: readonly Dealing[]): ReadonlyMap<string, string> {
  return new Map(dealings.flatMap(({ quotes }) => quotes.map(({ code, supplier }) => [code, supplier] as const)));
}

export const winnerOf = ({ quotes }: Dealing): DealtQuote | undefined => quotes.find(({ won }) => won);

/** From nothing to a share of what the suppliers named won: what others would have asked is not known. */
export function lossOf(dealings: readonly Dealing[], codes: readonly string[], markup: number): Loss {
  const won = dealings.map(winnerOf).filter((quote) => quote !== undefined && codes.includes(quote.code));
  const high = Math.round(markup * won.reduce((sum, quote) => sum + (quote?.amountFen ?? 0), 0));
  return { low: 0, mid: Math.round(high / 2), high, unit: 'fen' };
}

/** The quotes of the suppliers named, or of all. */
export const evidenceOfDealings = (dealings: readonly Dealing[], codes?: readonly string[]): Evidence[] =>
  dealings.flatMap(({ quotes }) =>
    quotes
      .filter(({ code }) => !codes || codes.includes(code))
      .flatMap(({ id, amountFen, won }) => [
        { table: 'procurement.quote', key: id, field: 'amountFen', value: amountFen },
        { table: 'procurement.quote', key: id, field: 'won', value: won },
      ]),
  );
