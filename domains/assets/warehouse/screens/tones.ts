import type { Tone } from '@opengoa/web-kit';

export const offerTones: Readonly<Record<'offered' | 'in-store' | 'turned-away' | 'withdrawn' | 'gone', Tone>> = {
  offered: 'check',
  'in-store': 'busy',
  'turned-away': 'plain',
  withdrawn: 'plain',
  gone: 'done',
};
export const loanTones: Readonly<Record<'out' | 'returned', Tone>> = { out: 'busy', returned: 'done' };
export const bodyTones: Readonly<Record<'open' | 'ended', Tone>> = { open: 'busy', ended: 'done' };
export const claimTones: Readonly<Record<'held' | 'ended', Tone>> = { held: 'busy', ended: 'plain' };
export const storeTones: Readonly<Record<'open' | 'closed', Tone>> = { open: 'busy', closed: 'plain' };
