import type { Answer, Tone } from '@opengoa/web-kit';

/** Blue is under way, green done, red refused; the rest is plain. */
export const tripTones: Readonly<Record<Answer<'vehicles.trip'>['state'], Tone>> = {
  requested: 'busy',
  'sent-back': 'check',
  refused: 'refused',
  withdrawn: 'plain',
  approved: 'busy',
  dispatched: 'busy',
  departed: 'busy',
  returned: 'check',
  settled: 'done',
  cancelled: 'plain',
};
