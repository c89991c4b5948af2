import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { WebRoom } from '@opengoa/web-kit/room';
import { expect, test } from 'vitest';
import { pageHelp } from './page-help.ts';

const root = join(import.meta.dirname, '../../../..');

async function pages(): Promise<string[]> {
  const files = globSync(['domains/*/web.ts', 'risk-centre/web.ts', 'web/shell/src/*/room.ts'], { cwd: root });
  const found: string[] = [];
  for (const file of files)
    for (const each of Object.values((await import(join(root, file))) as Record<string, unknown>))
      if (typeof each === 'object' && each !== null && 'pages' in each)
        found.push(...(each as WebRoom).pages.map(({ path }) => path));
  return found;
}

test('every page has help of its own, short and in both languages, and no help is for a page that is not there', async () => {
  const all = await pages();
  expect(all.length).toBeGreaterThan(60);
  expect(all.filter((path) => pageHelp[path] === undefined)).toEqual([]);
  expect(Object.keys(pageHelp).filter((path) => !all.includes(path))).toEqual([]);
  for (const [path, said] of Object.entries(pageHelp)) {
    expect([path, said.length]).toEqual([path, Math.min(Math.max(said.length, 1), 4)]);
    for (const { zh, en } of said) {
      expect([path, /\p{Script=Han}/u.test(zh), /\p{Script=Han}/u.test(en)]).toEqual([path, true, false]);
      expect([path, zh.length <= 80 && en.length <= 160]).toEqual([path, true]);
    }
  }
});
