import type { Tone } from '@opengoa/web-kit';

type State = 'drawn' | 'signed' | 'packed' | 'on-the-way' | 'arrived' | 'differs' | 'received' | 'cancelled';
export const transferTones: Readonly<Record<State, Tone>> = {
  drawn: 'check',
  signed: 'busy',
  packed: 'busy',
  'on-the-way': 'busy',
  arrived: 'check',
  differs: 'check',
  received: 'done',
  cancelled: 'plain',
};
