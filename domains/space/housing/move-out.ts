import { refuse, verb } from '@opengoa/kernel';
import { MoveOut, StayEnded } from './contract.ts';
import { onStay, stayNotOpen } from './on-stay.ts';
import { stayOf } from './stay.ts';

/** 办理退出: the day, and what was handed over; the home stands vacant. What is owed up to then stays owed. */
export const moveOut = verb('space.move-out', {
  ...onStay,
  title: { zh: '办理退出', en: 'Have them move out' },
  input: MoveOut,
  facts: [StayEnded],
  refusals: ['not-now', 'stale-version', 'move-out-outside'],
  decide({ stay }, { version, day, note }, { today }) {
    const closed = stayNotOpen(stay, 'space.move-out', version);
    if (closed) return closed;
    if (day < stay.from || day > today) return refuse('move-out-outside', { from: stay.from, to: today });
    return [StayEnded.of({ object: stayOf(stay), unit: stay.unit, body: { home: stay.home, day, note } })];
  },
});
