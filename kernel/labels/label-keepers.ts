/** Who sticks labels on things and takes them off: those who keep the ledgers, and their heads. */
export const labelKeepers = ['fleet-clerk', 'energy-clerk', 'clerk', 'head'] as const;
