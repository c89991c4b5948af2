import { refuse, verb } from '@opengoa/kernel';
import { nextNumber } from '../papers/next-number.ts';
import { clearanceOf, heldBy, lockClearance } from './check-store.ts';
import { ClearPost, PostCleared } from './contract.ts';

/** 办结离岗交接: the certificate is given; it blocks nothing, but what is still held is told in it. */
export const clearPost = verb('assets.clear-post', {
  title: { zh: '办结交接', en: 'Clear the post' },
  input: ClearPost,
  who: ['assets-clerk'],
  on: 'assets.clearance',
  facts: [PostCleared],
  refusals: ['clearance-done', 'say-what-remains'],
  async load(tx, { clearance: asked }, { today }) {
    const clearance = await lockClearance(tx, asked);
    return {
      clearance,
      held: await heldBy(tx, clearance.person),
      number: await nextNumber(tx, 'clearance', 'LG', today),
    };
  },
  at: ({ clearance }) => ({ unit: clearance.unit }),
  decide({ clearance, held, number }, { words }) {
    if (clearance.state === 'cleared') return refuse('clearance-done', {}, { status: 409 });
    if (held > 0 && words === '') return refuse('say-what-remains', { name: clearance.personName, held });
    const body = { number, remaining: held, words };
    return [PostCleared.of({ object: clearanceOf(clearance.id), unit: clearance.unit, body })];
  },
});
