import type { Tone } from '@opengoa/web-kit';
import type { FindingState, Level } from '../contract.ts';

/** Red only for what is overdue or gravest, amber for what is to be verified, green only for what is done. */
export const stateTones: Readonly<Record<FindingState, Tone>> = {
  raised: 'check',
  explained: 'check',
  confirmed: 'busy',
  assigned: 'busy',
  rectified: 'busy',
  dismissed: 'plain',
  closed: 'done',
};
export const levelTones: Readonly<Record<Level, Tone>> = {
  red: 'refused',
  orange: 'check',
  yellow: 'check',
  blue: 'plain',
};
