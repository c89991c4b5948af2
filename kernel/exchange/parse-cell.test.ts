import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanText, lengthOf } from './clean-text.ts';
import { isProblem, parseCell } from './parse-cell.ts';
import type { RawCell } from './raw-table.ts';
import type { SheetColumn, UnitFinder } from './sheet-definition.ts';

const title = { zh: '栏', en: 'Column' };
const findUnit: UnitFinder = (text) => {
  if (text === 'SQ-01' || text === '石桥县') return { id: 'u-shiqiao' };
  return text === '教育局' ? 'ambiguous' : 'unknown';
};
const read = (column: SheetColumn, cell: RawCell) => parseCell('c', column, cell, { findUnit });
const value = (column: SheetColumn, cell: RawCell) => {
  const parsed = read(column, cell);
  return isProblem(parsed) ? parsed.code : parsed.value;
};
const text: SheetColumn = { type: 'text', title, maxLength: 10 };

describe('SEC-IN-10 text of cells', () => {
  test('SEC-IN-10 text is stored in NFC', () => {
    expect(value(text, 'e\u0301')).toBe('\u00e9');
  });

  test('SEC-IN-10 rare hanzi of GB 18030-2022 pass unchanged and count as one character each', () => {
    const rare = '𠮷䶮㐀𬎆﨎〇𫗧\ue5e5龘\u{31350}';
    expect(value(text, rare)).toBe(rare);
    expect(lengthOf(rare)).toBe(10);
  });

  test.each([
    ['a\u0000b', 'control-character'],
    ['a\u001bb', 'control-character'],
    ['张\u202e三', 'direction-mark'],
    ['张\u2067三', 'direction-mark'],
    ['张\ufffd', 'unreadable-character'],
    ['张\ud800', 'unreadable-character'],
    ['张\n三', 'line-break'],
  ])('SEC-IN-10 %j is refused as %s', (cell, code) => {
    expect(value(text, cell)).toBe(code);
  });

  test('SEC-IN-10 marks of no width and spaces at the ends are taken off', () => {
    expect(value(text, '\ufeff　张\u200b三 \u00a0')).toBe('张三');
    expect(value(text, '\u200b')).toBeNull();
  });

  test('SEC-IN-10 several lines stay where the column takes them', () => {
    expect(value({ ...text, multiline: true }, 'a\r\nb')).toBe('a\nb');
  });

  test('SEC-IN-10 cleaned text is clean: doing it again changes nothing', () => {
    const staysClean = fc.property(fc.string({ unit: 'binary' }), (raw) => {
      const once = cleanText(raw);
      return typeof once !== 'string' || once.startsWith("'") || cleanText(once) === once;
    });
    expect(fc.check(staysClean)).toMatchObject({ failed: false });
  });

  test('SEC-IN-10 what looks clean at first sight comes out as what was looked at closely', () => {
    const letters = fc.constantFrom(
      'a',
      '9',
      ' ',
      '\t',
      '\n',
      '=',
      '-',
      '张',
      '龥',
      '\u3400',
      '\u00e9',
      'e\u0301',
      '\u200b',
      '\u202e',
      '\u007f',
    );
    const same = fc.property(fc.string({ unit: letters, maxLength: 6 }), (raw) => {
      // A space before it is taken off, and keeps it from being let through unseen.
      expect(cleanText(raw)).toEqual(cleanText(` ${raw}`));
    });
    fc.assert(same, { numRuns: 2_000 });
  });
});

test('a number in a text column is the number as it was typed', () => {
  expect(value(text, 1054)).toBe('1054');
  expect(value(text, 0.1)).toBe('0.1');
});

test('what a spreadsheet has spoilt is not stored as if it were text', () => {
  const code: SheetColumn = { type: 'text', title, maxLength: 40 };
  expect(value(code, 110105194912310020)).toBe('shortened-by-spreadsheet');
  expect(value(code, '1.10105E+17')).toBe('shortened-by-spreadsheet');
  expect(value(code, { serial: 46086 })).toBe('turned-into-date');
  expect(value(code, { error: '#N/A' })).toBe('spreadsheet-error');
});

test('blank is null, and a problem where the column is required', () => {
  expect(value(text, null)).toBeNull();
  expect(value({ ...text, required: true }, '  ')).toBe('missing');
});

test('length counts characters, and a check may object in its own words', () => {
  expect(value(text, '𠮷'.repeat(11))).toBe('too-long');
  const even: SheetColumn = { ...text, check: () => ({ zh: '校验位不符', en: 'Check digit' }) };
  expect(read(even, 'x')).toMatchObject({ code: 'not-acceptable', message: { zh: '校验位不符' } });
});

test('numbers keep within their column', () => {
  const seats: SheetColumn = { type: 'integer', title, min: 1, max: 60 };
  expect(value(seats, '5')).toBe(5);
  expect(value(seats, 5.5)).toBe('not-whole');
  expect(value(seats, '0')).toBe('below-least');
  expect(value(seats, '1,000')).toBe('above-most');
  expect(value(seats, '五')).toBe('not-a-number');
  const area: SheetColumn = { type: 'decimal', title, decimals: 2 };
  expect(value(area, '1,234.56')).toBe(1234.56);
  expect(value(area, '1.234')).toBe('too-many-decimals');
});

test('the header names the unit of money, the cell overrules it', () => {
  const price: SheetColumn = { type: 'money-fen', title };
  const inWan = { findUnit, moneyUnit: 'wan-yuan' as const };
  expect(parseCell('c', price, 18, inWan)).toEqual({ value: 18_000_000 });
  expect(parseCell('c', price, '18元', inWan)).toEqual({ value: 1800 });
  expect(value(price, -1)).toBe('below-least');
});

test('days come from text, from date cells and from bare serials', () => {
  const day: SheetColumn = { type: 'day', title, from: '2000-01-01', to: '2030-12-31' };
  for (const cell of ['2026/3/5', { serial: 46086 }, 46086, 20260305]) expect(value(day, cell)).toBe('2026-03-05');
  expect(value(day, { serial: 46086.5 })).toBe('not-a-day');
  expect(value(day, '1999-12-31')).toBe('day-too-early');
  expect(value(day, '2031-01-01')).toBe('day-too-late');
});

test('an instant comes from text and from a date cell with a time', () => {
  const at: SheetColumn = { type: 'instant', title };
  expect(value(at, { serial: 46086 + 14.5 / 24 })).toBe('2026-03-05T06:30:00.000Z');
  expect(value(at, '2026-03-05 14:30')).toBe('2026-03-05T06:30:00.000Z');
});

test('a choice is found by code, title and alias, and answers with its code', () => {
  const fuel: SheetColumn = {
    type: 'choice',
    title,
    choices: [
      { code: 'petrol', zh: '汽油', en: 'Petrol', aliases: ['UNLEAD'] },
      { code: 'electric', zh: '纯电动', en: 'Electric' },
    ],
  };
  for (const cell of ['petrol', '汽油', ' PETROL ', 'unlead', 'Ｕｎｌｅａｄ']) expect(value(fuel, cell)).toBe('petrol');
  expect(read(fuel, '柴油')).toMatchObject({
    code: 'not-a-choice',
    message: { zh: '“柴油”不在可选项中：汽油、纯电动' },
  });
});

test('a unit is found by code or name; two of one name ask for the code', () => {
  const unit: SheetColumn = { type: 'unit', title };
  expect(value(unit, '石桥县')).toBe('u-shiqiao');
  expect(value(unit, '教育局 [SQ-01]')).toBe('u-shiqiao');
  expect(value(unit, '教育局')).toBe('ambiguous-unit');
  expect(value(unit, '无此单位')).toBe('unknown-unit');
});

test('yes and no are read as people write them', () => {
  const answer: SheetColumn = { type: 'yes-no', title };
  expect(['是', '√', 'Y', 1, true].map((cell) => value(answer, cell))).toEqual([true, true, true, true, true]);
  expect(['否', 'no', 0, false].map((cell) => value(answer, cell))).toEqual([false, false, false, false]);
  expect(value(answer, '也许')).toBe('not-yes-or-no');
});

test('whatever a cell holds, reading it answers and never throws', () => {
  const columns: SheetColumn[] = [
    text,
    { type: 'integer', title },
    { type: 'decimal', title, decimals: 3 },
    { type: 'money-fen', title },
    { type: 'day', title },
    { type: 'instant', title },
    { type: 'unit', title },
    { type: 'yes-no', title },
  ];
  const anyCell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.double(),
    fc.boolean(),
    fc.record({ serial: fc.double() }),
    fc.record({ error: fc.string() }),
    fc.constant(null),
  );
  const answers = fc.property(anyCell, fc.constantFrom(...columns), (cell, column) => {
    const parsed = read(column, cell);
    return isProblem(parsed) || typeof parsed.value !== 'number' || Number.isFinite(parsed.value);
  });
  expect(fc.check(answers, { numRuns: 2000 })).toMatchObject({ failed: false });
});
