import { type DoorName, enterRooms, webRoom } from '@opengoa/web-kit/room';
import { expect, test } from 'vitest';
import { everyRoom } from '../testing/every-room.ts';
import { groupsOf, openRooms, pagesTo } from './open-pages.ts';

const load = () => Promise.resolve({ default: () => null });
/** Doors of a room that the product does not have. */
const door = (name: string) => name as DoorName;
const title = { zh: '书', en: 'Books' };
enterRooms([
  webRoom({
    name: 'library',
    title,
    pages: [
      { path: '/library/books', title, needs: door('library.books'), nav: true, load },
      { path: '/library/books/new', title, needs: door('library.add-book'), load },
      { path: '/library/books/{id}', title, needs: door('library.book'), load },
      { path: '/library/burned', title, needs: door('library.burned'), nav: true, load },
    ],
  }),
  webRoom({ name: 'cellar', title, pages: [{ path: '/cellar', title, needs: door('cellar.rows'), nav: true, load }] }),
]);

test('a room without an open page is not in the navigation', () => {
  expect(openRooms(['library.books']).map(({ room, pages }) => [room.name, pages.length])).toEqual([['library', 1]]);
  expect(openRooms([])).toEqual([]);
});

test('an address finds its page, the exact one first, and the pages above it', () => {
  expect(pagesTo('/library/books/new')?.page.needs).toBe('library.add-book');
  expect(pagesTo('/library/books/17')?.above.map((page) => page.path)).toEqual(['/library/books']);
  expect(pagesTo('/library/books/17/pages')).toBeUndefined();
  expect(pagesTo('/library/books')?.above).toEqual([]);
});

test('many entries stand under their headings, what has none first; few need none', () => {
  const pages = [...'abcdefgh'].map((letter) => ({ path: `/room/${letter}`, title, nav: true, load }));
  const groups = [
    { title: { zh: '甲', en: 'One' }, pages: ['/room/c', '/room/a'] },
    { title: { zh: '空', en: 'None' }, pages: ['/room/z'] },
  ];
  const room = webRoom({ name: 'room', title, pages, groups });
  const told = (some: typeof pages) =>
    groupsOf({ room, pages: some }).map((group) => [
      group.title?.zh,
      group.pages.map(({ path }) => path.slice(6)).join(''),
    ]);
  expect(told(pages)).toEqual([
    [undefined, 'bdefgh'],
    ['甲', 'ac'],
  ]);
  expect(told(pages.slice(0, 7))).toEqual([[undefined, 'abcdefg']]);
});

test('where a room has headings, each of its entries stands under exactly one', async () => {
  const grouped = (await everyRoom()).filter(({ groups }) => groups !== undefined);
  expect(grouped.map(({ name }) => name)).toEqual(expect.arrayContaining(['energy', 'vehicles']));
  for (const { pages, groups = [] } of grouped)
    expect(groups.flatMap((group) => group.pages).toSorted()).toEqual(
      pages.flatMap(({ path, nav }) => (nav ? [path] : [])).toSorted(),
    );
});
