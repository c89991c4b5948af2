import { refuse, stale, verb } from '@opengoa/kernel';
import { EndRight, RightEnded } from './contract.ts';
import { rightOf } from './right.ts';
import { lockRight } from './right-store.ts';

/** 权属终止: a right ends and nothing follows it; ended on the day on which it began, it was entered by mistake. */
export const endRight = verb('assets.end-right', {
  title: { zh: '权属终止', en: 'End a right' },
  input: EndRight,
  who: ['assets-clerk'],
  on: 'assets.right',
  facts: [RightEnded],
  refusals: ['stale-version', 'right-ended', 'day-ahead', 'right-not-yet'],
  load: (tx, { right }) => lockRight(tx, right),
  at: ({ unit }) => ({ unit }),
  decide(right, { version, day, paper, reason }, { today }) {
    const { unit, card, kind, from, to } = right;
    if (version !== right.version) return stale({ version: right.version });
    if (to !== null) return refuse('right-ended', { day: to }, { status: 409 });
    if (day > today) return refuse('day-ahead', { day });
    if (day < from) return refuse('right-not-yet', { day: from });
    return [RightEnded.of({ object: rightOf(right), unit, body: { card, kind, day, paper, reason } })];
  },
});
