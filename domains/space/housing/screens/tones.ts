/** How states are coloured, in lists and on pages. */
export const homeTones = { vacant: 'done', let: 'busy', 'under-repair': 'check', withdrawn: 'plain' } as const;
export const applicationTones = {
  asked: 'busy',
  approved: 'check',
  assigned: 'check',
  housed: 'done',
  refused: 'refused',
  withdrawn: 'plain',
} as const;
export const stayTones = { living: 'busy', 'moved-out': 'plain' } as const;
