import type { Tone } from '@opengoa/web-kit';

export const inquiryTones: Readonly<Record<'open' | 'opened' | 'awarded' | 'cancelled', Tone>> = {
  open: 'busy',
  opened: 'check',
  awarded: 'done',
  cancelled: 'plain',
};

export const quoteTones: Readonly<Record<'entered' | 'valid' | 'invalid' | 'struck', Tone>> = {
  entered: 'check',
  valid: 'done',
  invalid: 'plain',
  struck: 'plain',
};
