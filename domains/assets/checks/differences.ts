interface Sum {
  readonly class: string;
  /** Fen. */
  readonly fen: number;
}

/**
 * Classes whose cards and ledger do not say the same, in the order of the classes. A class without cards counts as nothing there; one for which no balance
 * was entered is told with `null`: it is unknown, not 0. Pure.
 */
export function differencesOf(
  cards: readonly Sum[],
  ledger: readonly Sum[],
): { readonly class: string; readonly cardsFen: number; readonly ledgerFen: number | null }[] {
  const of = (sums: readonly Sum[], code: string) => sums.find((each) => each.class === code)?.fen;
  const classes = [...new Set([...cards, ...ledger].map((each) => each.class))].toSorted();
  return classes
    .map((code) => ({ class: code, cardsFen: of(cards, code) ?? 0, ledgerFen: of(ledger, code) ?? null }))
    .filter(({ cardsFen, ledgerFen }) => cardsFen !== (ledgerFen ?? 0));
}
