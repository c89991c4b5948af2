/** Who reads by name who asked for a home and who lives there: who keeps the homes, and who answers for the unit; everybody their own. */
export const homeKeepers = ['space-clerk', 'head', 'leader'] as const;
