import { type DoorName, enterRooms, webRoom } from '@opengoa/web-kit/room';
import { expect, test } from 'vitest';
import { openRooms, pagesTo } from './open-pages.ts';

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
