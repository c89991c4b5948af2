import { refuse, stale, verb } from '@opengoa/kernel';
import { EndRight, RightEnded } from './contract.ts';
import { lockRight, rightOf } from './right-store.ts';

/** 权属终止: a right ends on a day, by which paper; what it was stays. */
export const endRight = verb('space.end-right', {
  title: { zh: '权属终止', en: 'End a right' },
  input: EndRight,
  who: ['space-clerk'],
  on: 'space.right',
  facts: [RightEnded],
  refusals: ['stale-version', 'right-ended', 'time-not-yet', 'day-before-right'],
  load: async (tx, { right }) => ({ right: await lockRight(tx, right) }),
  at: ({ right }) => ({ unit: right.unit }),
  decide({ right }, { version, day, paper }, { today }) {
    if (version !== right.version) return stale({ version: right.version });
    if (right.to !== null) return refuse('right-ended', { day: right.to });
    if (day > today) return refuse('time-not-yet');
    if (day < right.from) return refuse('day-before-right', { day: right.from });
    return [
      RightEnded.of({ object: rightOf(right), unit: right.unit, body: { building: right.building, day, paper } }),
    ];
  },
});
