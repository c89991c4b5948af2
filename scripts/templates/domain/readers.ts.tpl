/** Who looks at the ledgers of this room: who keeps them, who answers for the unit, and who looks from above. */
export const readers = ['{{room}}-clerk', 'head', 'leader', 'superior', 'risk-officer'] as const;
