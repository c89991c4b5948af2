/** Who may look at a unit's energy: those who keep it, those who answer for it, and everybody who works there (第八条: use is made public). */
export const readers = ['energy-clerk', 'clerk', 'head', 'leader', 'risk-officer', 'superior', 'staff'] as const;
