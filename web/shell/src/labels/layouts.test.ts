import encodeQR from 'qr';
import decodeQR from 'qr/decode.js';
import { expect, test } from 'vitest';
import { pathOfSquares } from '../qr/path-of-squares.ts';
import { onSheets } from './layouts.ts';

test('three labels from position 7 leave six places free and stand on one sheet', () => {
  const [sheet, ...more] = onSheets(['a', 'b', 'c'], { places: 24, from: 7, copies: 1 });
  expect(more).toEqual([]);
  expect(sheet).toEqual([null, null, null, null, null, null, 'a', 'b', 'c']);
});

test('copies stand beside each other, and what does not fit goes on the next sheet', () => {
  expect(onSheets(['a', 'b'], { places: 3, from: 2, copies: 2 })).toEqual([
    [null, 'a', 'a'],
    ['b', 'b'],
  ]);
  expect(onSheets([], { places: 24, from: 7, copies: 1 })).toEqual([]);
  expect(onSheets(['a'], { places: 1, from: 9, copies: Number.NaN })).toEqual([['a']]);
});

test('what is drawn is read again as what was meant', () => {
  const text = 'https://goa.example.gov.cn/r/AAAAAAAAAAAAAAAAAAAAAA';
  const squares = encodeQR(text, 'raw', { ecc: 'medium', border: 4 });
  const side = squares.length;
  const drawn = new Set([...pathOfSquares(squares).matchAll(/M(\d+) (\d+)h/g)].map(([, x, y]) => `${x} ${y}`));
  const scale = 4;
  const data = new Uint8Array((side * scale) ** 2 * 4).fill(255);
  for (let y = 0; y < side * scale; y += 1)
    for (let x = 0; x < side * scale; x += 1)
      if (drawn.has(`${Math.floor(x / scale)} ${Math.floor(y / scale)}`))
        data.fill(0, (y * side * scale + x) * 4, (y * side * scale + x) * 4 + 3);
  expect(decodeQR({ width: side * scale, height: side * scale, data })).toBe(text);
});
