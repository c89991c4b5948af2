/** Colours of a plan’s states. */
export const purchaseTones = {
  planned: 'check',
  asked: 'busy',
  approved: 'busy',
  refused: 'refused',
  withdrawn: 'plain',
  received: 'done',
} as const;
