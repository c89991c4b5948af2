import { expect, test } from 'vitest';
import {
  actOf,
  type Acts,
  type DoorName,
  enterRooms,
  field,
  fillPath,
  isOpen,
  pathOf,
  titledFor,
  webRoom,
} from './room.ts';

const load = () => Promise.resolve({ default: () => null });
enterRooms([
  webRoom({
    name: 'library',
    title: { zh: '图书室', en: 'Library' },
    pages: [{ path: '/library/books/{id}', title: { zh: '书', en: 'Book' }, load }],
    // A room that the product does not have.
    acts: { ['library.lend-book' as DoorName]: { title: { zh: '借出', en: 'Lend' } } },
    opens: { 'library.book': '/library/books/{id}' },
  }),
]);

test('an act and an address are found by their names, and nothing else is', () => {
  expect(actOf('library.lend-book')?.title.zh).toBe('借出');
  expect(actOf('library.burn-book')).toBeUndefined();
  expect(actOf('toString')).toBeUndefined();
  expect(pathOf('library.book', 'a/b')).toBe('/library/books/a%2Fb');
  expect(pathOf('constructor', '1')).toBeUndefined();
});

test('an act that makes and changes bears its own title on a thing', () => {
  const act = { title: { zh: '设立', en: 'Set up' }, onThing: { zh: '修改', en: 'Change' } };
  expect(titledFor(act, {}).title.zh).toBe('设立');
  expect(titledFor(act, { id: '1' }).title.zh).toBe('修改');
  expect(titledFor({ title: act.title }, { id: '1' }).title.zh).toBe('设立');
});

test('a page opens by any one of its needs', () => {
  expect(isOpen(undefined, [])).toBe(true);
  expect(isOpen('library.books', ['library.books'])).toBe(true);
  expect(isOpen(['library.books', 'library.lend-book'], ['library.lend-book'])).toBe(true);
  expect(isOpen('library.books', ['library.lend-book'])).toBe(false);
});

test('a place of a path without a value stays empty', () => expect(fillPath('/x/{id}/y', {})).toBe('/x//y'));

test('a field that is no part of its verb’s input fails the types', () => {
  const right: Acts = {
    'kernel.end-session': { title: { zh: '结束', en: 'End' }, fields: [field('session', '会话', 'Session', 'text')] },
  };
  const wrong: Acts = {
    // @ts-expect-error -- the input of this verb has no `sesion`
    'kernel.end-session': { title: { zh: '结束', en: 'End' }, fields: [field('sesion', '会话', 'Session', 'text')] },
  };
  expect(Object.keys(right)).toEqual(Object.keys(wrong));
});
