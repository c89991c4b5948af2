import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedName, isNameForm } from './name-form.ts';

describe('SEC-ID-01 names are unique after NFKC and case folding', () => {
  test.each([
    ['ZhouMin', 'zhoumin'],
    ['ｚｈｏｕｍｉｎ', 'zhoumin'],
    ['Straße', 'STRASSE'],
    ['ΟΔΥΣΣΕΥΣ', 'οδυσσευς'],
    ['zhou\u200Bmin', 'zhoumin'],
    ['  zhou   min ', 'zhou min'],
    ['㈱会社', '(株)会社'],
    ['ﬁnance', 'finance'],
    ['Ⅷ', 'viii'],
  ])('%s and %s are one name', (left, right) => {
    expect(foldedName(left)).toBe(foldedName(right));
  });

  test('folding a folded name changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        expect(foldedName(foldedName(text))).toBe(foldedName(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('case never makes a second name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => {
        expect(foldedName(text.toUpperCase())).toBe(foldedName(text));
      }),
      { numRuns: 2000 },
    );
  });

  test('different people keep different names', () => {
    expect(foldedName('周敏')).not.toBe(foldedName('周民'));
    expect(foldedName('zhoumin1')).not.toBe(foldedName('zhoumin2'));
  });
});

describe('which texts may be a name', () => {
  test.each(['周敏', 'zhoumin', 'zhou.min', 'zm-01', 'a1', 'min@office', '𠮷野家', 'sun shifu'])('%s may', (name) => {
    expect(isNameForm(name)).toBe(true);
  });
  test.each([
    '',
    'a',
    ' ',
    '.zhou',
    'zhou\u202Emin',
    'zhou\nmin',
    'zhou\u0000',
    'x'.repeat(65),
    '<b>',
    '\ud800ab',
    'a/b',
  ])('%j may not', (name) => {
    expect(isNameForm(name)).toBe(false);
  });
});
