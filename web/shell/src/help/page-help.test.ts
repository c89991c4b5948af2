import { expect, test } from 'vitest';
import { everyRoom } from '../testing/every-room.ts';
import { enterRooms } from '@opengoa/web-kit/room';
import { helpOfPages } from './help-of-page.ts';

test('every page has help of its own, short and in both languages, and no help is for a page that is not there', async () => {
  const rooms = await everyRoom();
  enterRooms(rooms);
  const pageHelp = await helpOfPages();
  const all = rooms.flatMap(({ pages }) => pages.map(({ path }) => path));
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
