/** Who looks at the ledgers of premises: who keeps them, who answers for the unit that has them, and who looks from above. */
export const readers = ['space-clerk', 'clerk', 'head', 'leader', 'superior', 'risk-officer'] as const;

/** Who picks a building, a floor or a room from the ledgers: a stocktake and a card name places of them too. Their pages stay with {@link readers}. */
export const placeReaders = [...readers, 'assets-clerk'] as const;
