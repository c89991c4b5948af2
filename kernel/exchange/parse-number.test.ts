import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decimalText, exactNumber, moneyUnitOfHeader, parseDecimal, parseMoney, yuanText } from './parse-number.ts';

const fen = (text: string | number, writtenIn: 'yuan' | 'wan-yuan' = 'yuan') => parseMoney(text, writtenIn);

test.each<[string | number, number]>([
  ['1,234.50', 123450],
  ['￥１２．３', 1230],
  ['12.3元', 1230],
  ['3.5万元', 3_500_000],
  ['0.0001万', 100],
  ['人民币 88 元整', 8800],
  [-0.1, -10],
  [12.300000000000001, 1230],
  ['1.2E+05', 12_000_000],
])('%s is %i fen', (text, expected) => {
  expect(fen(text)).toEqual({ fen: expected });
});

test('a bare number in a 万元 column counts ten thousand yuan, a cell that names 元 does not', () => {
  expect(fen('17.98', 'wan-yuan')).toEqual({ fen: 17_980_000 });
  expect(fen('17.98元', 'wan-yuan')).toEqual({ fen: 1798 });
});

test.each(['0.001', '1.2345元', '0.00000012万元'])('%s is finer than a fen and is not rounded', (text) => {
  expect(fen(text)).toBe('part-of-a-fen');
});

test.each(['1.234,56', '1,5', '12,34', '１２元三', '--1', '', '1..2', '1e9999', 'Infinity', '0x10'])(
  '%s is not an amount',
  (text) => {
    expect(fen(text)).toBe('not-money');
  },
);

test('money written as yuan comes back as the same fen, for every safe amount', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (amount) => {
      expect(fen(yuanText(amount))).toEqual({ fen: amount });
    }),
  );
});

test('a number with two decimals that went through a binary float comes back as the same fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: -9_999_999_999_999, max: 9_999_999_999_999 }), (amount) => {
      expect(fen(Number(yuanText(amount)))).toEqual({ fen: amount });
    }),
  );
});

test('decimals keep their value through text, thousand separators and exponents', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999_999n }), fc.integer({ min: 0, max: 12 }), (units, scale) => {
      const decimal = parseDecimal(`${units}e-${scale}`)!;
      expect(parseDecimal(decimalText(decimal))).toEqual(decimal);
      const [whole, fraction] = decimalText(decimal).split('.');
      const grouped = whole!.replaceAll(/\B(?=(\d{3})+$)/g, ',') + (fraction ? `.${fraction}` : '');
      expect(parseDecimal(grouped)).toEqual(decimal);
      expect(exactNumber(decimal)).toBe(Number(`${units}e-${scale}`));
    }),
  );
});

test('a number that a float would not hold is not taken', () => {
  expect(exactNumber(parseDecimal('12345678901234567')!)).toBeNull();
});

test('the unit in the header is read, and only from its brackets', () => {
  expect(moneyUnitOfHeader('购置价（万元）')).toBe('wan-yuan');
  expect(moneyUnitOfHeader('购置价(单位：元)')).toBe('yuan');
  expect(moneyUnitOfHeader('万元以上设备')).toBeNull();
});
