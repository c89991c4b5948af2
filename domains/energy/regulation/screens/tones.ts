export const entryTones = {
  'to-send': 'busy',
  sent: 'busy',
  applied: 'done',
  returned: 'done',
  declined: 'check',
  unanswered: 'check',
  withdrawn: 'plain',
  noted: 'plain',
} as const;

export const planTones = { shadow: 'check', active: 'busy', stopped: 'plain', ended: 'plain' } as const;
