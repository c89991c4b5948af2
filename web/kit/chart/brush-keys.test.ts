import { expect, test } from 'vitest';
import { stretchByKey } from './brush-keys.ts';

const by = (key: string, wide = false, stretch: readonly [number, number] = [10, 16]) =>
  stretchByKey(stretch, key, wide, 365);

test('arrows move the stretch and keep its length; at the edge it stands still', () => {
  expect([by('ArrowRight'), by('ArrowLeft')]).toEqual([
    [11, 17],
    [9, 15],
  ]);
  expect(by('ArrowLeft', false, [0, 6])).toEqual([0, 6]);
  expect(by('ArrowRight', false, [358, 364])).toEqual([358, 364]);
});

test('with Shift its end moves, never before its beginning and never past the last place', () => {
  expect([by('ArrowRight', true), by('ArrowLeft', true, [10, 10]), by('ArrowRight', true, [360, 364])]).toEqual([
    [10, 17],
    [10, 10],
    [360, 364],
  ]);
});

test('pages go by its length, Home and End to the edges, Escape to everything; other keys mean nothing', () => {
  expect([by('PageDown'), by('PageUp'), by('Home'), by('End'), by('Escape'), by('a')]).toEqual([
    [17, 23],
    [3, 9],
    [0, 6],
    [358, 364],
    [0, 364],
    null,
  ]);
});
