import type { Tone } from '@opengoa/web-kit';
import type { TripState } from '../../contract.ts';

/** Blue is under way, green done, red refused; the rest is plain. */
export const tripTones: Readonly<Record<TripState, Tone>> = {
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
