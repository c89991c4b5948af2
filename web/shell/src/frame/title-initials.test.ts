import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { everyRoom } from '../testing/every-room.ts';
import { titleInitials } from './title-initials.ts';

test('every page is found by the pinyin initials of its title', async () => {
  const all = (await everyRoom()).flatMap(({ pages }) => pages.map(({ title }) => title.zh));
  expect(all.length).toBeGreaterThan(40);
  const first = { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' } as const;
  const wrong = all
    .map((title) => ({ title, is: titleInitials(title), shall: pinyin(title, first).join('') }))
    .filter(({ is, shall }) => is !== shall);
  expect(wrong).toEqual([]);
});
