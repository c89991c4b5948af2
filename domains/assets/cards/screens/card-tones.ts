import type { Tone } from '@opengoa/web-kit';

/** How the states of a card look, wherever one is shown. */
export const cardTones: Readonly<Record<string, Tone>> = {
  'in-stock': 'plain',
  'in-use': 'done',
  idle: 'check',
  lent: 'busy',
  'rented-out': 'busy',
  'in-repair': 'check',
  pooled: 'busy',
  'awaiting-disposal': 'check',
  disposed: 'plain',
};
