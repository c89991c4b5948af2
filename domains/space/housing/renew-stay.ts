import { refuse, verb } from '@opengoa/kernel';
import { RenewStay, StayRenewed } from './contract.ts';
import { onStay, stayNotOpen } from './on-stay.ts';
import { stayOf } from './stay.ts';

/** 续期: a later last day, by a paper; the rent stays. */
export const renewStay = verb('space.renew-stay', {
  ...onStay,
  title: { zh: '续期', en: 'Renew' },
  input: RenewStay,
  facts: [StayRenewed],
  refusals: ['not-now', 'stale-version', 'stay-end-not-later'],
  decide({ stay }, { version, to, paper }, { today }) {
    const closed = stayNotOpen(stay, 'space.renew-stay', version);
    if (closed) return closed;
    if (to <= stay.to) return refuse('stay-end-not-later', { to: stay.to });
    return [StayRenewed.of({ object: stayOf(stay), unit: stay.unit, body: { was: stay.to, to, on: today, paper } })];
  },
});
