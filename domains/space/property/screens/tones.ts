export const contractTones = { draft: 'busy', 'in-force': 'done', refused: 'refused', ended: 'plain' } as const;
export const rectificationTones = { open: 'check', answered: 'busy', closed: 'done', withdrawn: 'plain' } as const;
