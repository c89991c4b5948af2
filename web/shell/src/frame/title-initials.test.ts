import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { WebRoom } from '@opengoa/web-kit/room';
import { pinyin } from 'pinyin-pro';
import { expect, test } from 'vitest';
import { titleInitials } from './title-initials.ts';

const root = join(import.meta.dirname, '../../../..');

/** Every room with screens, as the pages are built from them. */
async function titles(): Promise<string[]> {
  const files = globSync(['domains/*/web.ts', 'risk-centre/web.ts', 'web/shell/src/*/room.ts'], { cwd: root });
  const rooms: WebRoom[] = [];
  for (const file of files) {
    const all = Object.values((await import(join(root, file))) as Record<string, unknown>);
    rooms.push(...all.filter((each): each is WebRoom => typeof each === 'object' && each !== null && 'pages' in each));
  }
  return rooms.flatMap(({ pages }) => pages.map(({ title }) => title.zh));
}

test('every page is found by the pinyin initials of its title', async () => {
  const all = await titles();
  expect(all.length).toBeGreaterThan(40);
  const first = { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'removed' } as const;
  const wrong = all
    .map((title) => ({ title, is: titleInitials(title), shall: pinyin(title, first).join('') }))
    .filter(({ is, shall }) => is !== shall);
  expect(wrong).toEqual([]);
});
