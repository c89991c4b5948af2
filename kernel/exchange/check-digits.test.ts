import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditWeights, isCreditCode, isIdNumber, isPlate, isVin, plainPlate } from './check-digits.ts';

const creditAlphabet = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const lettersAndDigits = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

const completed = (body: string, last: readonly string[], isGood: (text: string) => boolean) =>
  last.map((check) => body + check).filter(isGood);

const creditCode = fc
  .array(fc.constantFrom(...creditAlphabet), { minLength: 17, maxLength: 17 })
  .map((body) => completed(body.join(''), creditAlphabet, isCreditCode)[0]!);

const idNumber = fc
  .tuple(
    fc.integer({ min: 110000, max: 659999 }),
    fc.date({ min: new Date('1900-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([place, birth, order]) => {
    const body = `${place}${birth.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`;
    return completed(body, [...'0123456789X'], isIdNumber)[0]!;
  });

const everySingleError = (good: string) =>
  [...good].flatMap((was, place) =>
    lettersAndDigits
      .filter((other) => other !== was)
      .map((other) => good.slice(0, place) + other + good.slice(place + 1)),
  );

describe('SEC-IN-12 check digits of unified credit codes and id numbers', () => {
  test('SEC-IN-12 published codes are accepted', () => {
    // GB 32100-2015 annex example and the worked example of GB 11643-1999.
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(isIdNumber('11010519491231002X')).toBe(true);
    expect(isIdNumber('440524188001010014')).toBe(true);
  });

  test('SEC-IN-12 exactly one check character completes a code', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...creditAlphabet), { minLength: 17, maxLength: 17 }), (body) => {
        expect(completed(body.join(''), creditAlphabet, isCreditCode)).toHaveLength(1);
      }),
    );
  });

  test('SEC-IN-12 every single wrong character of a credit code is caught', () => {
    fc.assert(
      fc.property(creditCode, (good) => {
        expect(everySingleError(good).filter(isCreditCode)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('SEC-IN-12 every single wrong character of an id number is caught', () => {
    fc.assert(
      fc.property(idNumber, (good) => {
        expect(isIdNumber(good)).toBe(true);
        expect(everySingleError(good).filter(isIdNumber)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('SEC-IN-12 small letters, spaces and a birthday that never was are refused', () => {
    expect(isCreditCode('91350100m000100y43')).toBe(false);
    expect(isIdNumber('11010519491231002x')).toBe(false);
    const noSuchDay = completed('11010519490231002', [...'0123456789X'], isIdNumber);
    expect(noSuchDay).toEqual([]);
  });
});

test('a VIN is proved by its ninth place, and every wrong digit is caught', () => {
  expect(isVin('1M8GDM9AXKP042788')).toBe(true);
  expect(isVin('11111111111111111')).toBe(true);
  const wrongDigits = everySingleError('11111111111111111').filter((text) => /^\d{17}$/.test(text));
  expect(wrongDigits.filter(isVin)).toEqual([]);
});

test.each(['京A12345', '青B8K2M7', '苏AD12345', '苏A12345D', '京A1234警', '粤Z1234港'])('%s is a plate', (plate) => {
  expect(isPlate(plate)).toBe(true);
});

test.each(['京A1234', '京I12345', '京AO2345', '苏AL12345', 'A12345', '京a12345', '京A123456'])(
  '%s is not a plate',
  (text) => {
    expect(isPlate(text)).toBe(false);
  },
);

test('a plate is compared without separators, width or case', () => {
  expect(plainPlate(' 京a·１2345 ')).toBe('京A12345');
});

test('the weights of a credit code are the powers of three that were published', () => {
  expect(creditWeights).toEqual([1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]);
});
