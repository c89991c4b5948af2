import { expect, test } from 'vitest';
import { tableOfMoves } from './table-of-moves.ts';

const word = (zh: string) => ({ zh, en: zh });
const states = {
  asked: word('已预约'),
  lent: word('借出'),
  kept: word('在架'),
  mended: word('修补'),
  declined: word('未借'),
};
const lending = tableOfMoves('library.loan', states, 'asked', {
  asked: { 'library.lend': 'lent', 'library.decline': 'declined' },
  lent: { 'library.prolong': 'lent', 'library.take-back': ['kept', 'mended'] },
  kept: {},
  mended: { 'library.shelve': 'kept' },
  declined: {},
});

test('a state says which verbs are open', () => {
  expect(lending.from('lent')).toEqual(['library.prolong', 'library.take-back']);
  expect(lending.refusal('lent', 'library.prolong')).toBeUndefined();
});

test('SEC-AC-11 a verb that is not open is refused, with what is', () => {
  expect(lending.refusal('asked', 'library.take-back')).toEqual({
    refused: true,
    code: 'not-now',
    status: 409,
    data: { state: { zh: '已预约', en: '已预约' } },
    possible: ['library.lend', 'library.decline'],
  });
});

test('a state nothing leads to, and a state that never ends, stop the program', () => {
  const three = { a: word('a'), b: word('b'), c: word('c') };
  expect(() => tableOfMoves('x', three, 'a', { a: { go: 'b' }, b: {}, c: { go: 'b' } })).toThrow('nothing leads to c');
  expect(() =>
    tableOfMoves('x', three, 'a', { a: { go: 'b', stop: 'c' }, b: { back: 'b', on: 'a' }, c: {} }),
  ).not.toThrow();
  const four = { ...three, d: word('d') };
  expect(() =>
    tableOfMoves('x', four, 'a', { a: { go: 'b', stop: 'c' }, b: { back: 'd' }, d: { go: 'b' }, c: {} }),
  ).toThrow('b never ends; d never ends');
});
