/** Who may look at what a unit reports: those who keep it, those who answer for it, and those above. */
export const statementReaders = ['energy-clerk', 'head', 'leader', 'risk-officer', 'superior'] as const;
