import type { Tone } from '@opengoa/web-kit';

export const demandTones: Readonly<Record<'open' | 'met' | 'withdrawn', Tone>> = {
  open: 'check',
  met: 'done',
  withdrawn: 'plain',
};
export const matchTones: Readonly<Record<'approving' | 'approved' | 'declined' | 'refused' | 'done', Tone>> = {
  approving: 'check',
  approved: 'busy',
  declined: 'plain',
  refused: 'plain',
  done: 'done',
};
export const planTones: Readonly<Record<'working' | 'ready' | 'stopped' | 'closed', Tone>> = {
  working: 'busy',
  ready: 'check',
  stopped: 'plain',
  closed: 'done',
};
export const lineTones: Readonly<Record<'open' | 'accepted' | 'left-out', Tone>> = {
  open: 'check',
  accepted: 'done',
  'left-out': 'plain',
};
