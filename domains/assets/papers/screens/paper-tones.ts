import type { Tone } from '@opengoa/web-kit';

export const paperTones: Readonly<Record<string, Tone>> = {
  done: 'done',
  signed: 'done',
  'partly-signed': 'check',
  'awaiting-signature': 'busy',
  proposed: 'busy',
  approved: 'busy',
  open: 'busy',
  refused: 'check',
  withdrawn: 'plain',
};
