import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ago,
  area,
  day,
  distance,
  due,
  energy,
  fenFromYuan,
  instant,
  money,
  moneyUnit,
  number,
  percent,
  shanghaiParts,
  span,
  wanYuan,
  writeAmountsIn,
  yuan,
  yuanMark,
  yuanToEdit,
} from './formatters.ts';

describe('empty is a dash, never 0', () => {
  test.each([number, yuan, wanYuan, money, area, energy, distance, percent, day, instant])('%o', (format) => {
    expect(format(null)).toBe('—');
    expect(format(undefined)).toBe('—');
  });
  test('zero is zero', () => {
    expect(yuan(0)).toBe('0.00');
    expect(number(0)).toBe('0');
    expect(percent(0)).toBe('0.0%');
  });
  test('what is no number is not made one', () => expect(number(Number.NaN)).toBe('—'));
});

describe('amounts', () => {
  test('fen as 元 and 万元', () => {
    expect(yuan(123_456)).toBe('1,234.56');
    expect(yuan(123_456, true)).toBe('1,234.56 元');
    expect(wanYuan(123_456_789)).toBe('123.46');
    expect(money(9_999_999)).toBe('99,999.99 元');
    expect(money(10_000_000)).toBe('10.00 万元');
    expect(money(-10_000_000)).toBe('-10.00 万元');
  });
  test('what is typed becomes fen exactly', () => {
    expect(fenFromYuan('1,234.56')).toBe(123_456);
    expect(fenFromYuan('1，234.5')).toBe(123_450);
    expect(fenFromYuan('0.1')).toBe(10);
    expect(fenFromYuan('-3')).toBe(-300);
    expect(fenFromYuan('1.234')).toBeUndefined();
    expect(fenFromYuan('abc')).toBeUndefined();
    expect(fenFromYuan('')).toBeUndefined();
  });
  test('editing an amount and reading it back loses nothing', () =>
    fc.assert(fc.property(fc.integer({ min: -1e13, max: 1e13 }), (fen) => fenFromYuan(yuanToEdit(fen)) === fen)));
});

describe('units', () => {
  test('thousands, at most the places that say something', () => {
    expect(area(1234.5)).toBe('1,234.5 ㎡');
    expect(energy(98_765.432)).toBe('98,765.43 kWh');
    expect(distance('126')).toBe('126 km');
    expect(percent(0.1234)).toBe('12.3%');
  });
});

describe('days and instants are those of Shanghai', () => {
  test('a day carries its weekday', () => {
    expect(day('2026-03-05')).toBe('2026-03-05 周四');
    expect(day('2026-03-05', 'en')).toBe('2026-03-05 Thu');
  });
  test('an instant late in the evening of Greenwich is the next morning here', () =>
    expect(instant('2026-03-05T23:30:00Z')).toBe('2026-03-06 周五 07:30'));
  test('midnight is 00:00, not 24:00', () =>
    expect(shanghaiParts('2026-03-05T16:00:00Z')).toEqual({ day: '2026-03-06', clock: '00:00:00' }));
  test('a span says its day once', () => {
    expect(span('2026-03-06T00:00:00Z', '2026-03-06T09:30:00Z')).toBe('2026-03-06 周五 08:00–17:30');
    expect(span('2026-03-06T00:00:00Z', '2026-03-07T09:30:00Z')).toBe('2026-03-06 周五 08:00–2026-03-07 周六 17:30');
  });
});

describe('time left', () => {
  const now = new Date('2026-03-05T00:00:00Z');
  test('left, overdue, ago', () => {
    expect(due('2026-03-08T01:00:00Z', now)).toBe('剩余 3 天');
    expect(due('2026-03-04T22:00:00Z', now)).toBe('超期 2 小时');
    expect(due('2026-03-05T00:00:20Z', now)).toBe('剩余 1 分钟');
    expect(ago('2026-03-04T23:59:40Z', now)).toBe('刚刚');
    expect(ago('2026-03-04T23:55:00Z', now)).toBe('5 分钟前');
    expect(ago('2026-02-01T00:00:00Z', now)).toBe('2026-02-01 周日 08:00');
  });
});

test('amounts bear the unit of the language they are read in', () => {
  expect([money(123_456), money(123_456_789), moneyUnit('元'), moneyUnit('㎡')]).toEqual([
    '1,234.56 元',
    '123.46 万元',
    '元',
    '㎡',
  ]);
  writeAmountsIn('en');
  try {
    expect([money(123_456_789), wanYuan(123_456_789, true), moneyUnit('元'), yuanMark()]).toEqual([
      '1,234,567.89 CNY',
      '123.46 × 10,000 CNY',
      'CNY',
      'CNY',
    ]);
  } finally {
    writeAmountsIn('zh');
  }
});
