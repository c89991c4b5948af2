/** Who looks at the ledgers of assets: who keeps them, who answers for the unit, and who looks from above. */
export const readers = ['assets-clerk', 'clerk', 'head', 'leader', 'superior', 'risk-officer'] as const;
