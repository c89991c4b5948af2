import type { Answer, Tone } from '@opengoa/web-kit';

type Finding = Answer<'risk-centre.finding'>;

/** Red only for what is overdue or gravest, amber for what is to be verified, green only for what is done. */
export const stateTones: Readonly<Record<Finding['state'], Tone>> = {
  raised: 'check',
  explained: 'check',
  confirmed: 'busy',
  assigned: 'busy',
  rectified: 'busy',
  dismissed: 'plain',
  closed: 'done',
};
export const levelTones: Readonly<Record<Finding['level'], Tone>> = {
  red: 'refused',
  orange: 'check',
  yellow: 'check',
  blue: 'plain',
};
