import { expect, test } from 'vitest';
import { classChoices, type KnownClasses } from './class-choices.ts';

const known: KnownClasses = { top: new Map([['A02', '设备']]), depreciated: ['A0201'] };
const used = [
  { code: 'A02010105', name: '台式电脑', cards: 12 },
  { code: 'A02081600', name: '安防摄像机', cards: 30 },
];
const codes = (q: string) => classChoices(used, known, q).map(({ value }) => value);

test('codes of the most cards stand first; each is named by a standard, by its cards or by its class, and says which', () => {
  expect(codes('').slice(0, 2)).toEqual(['A02081600', 'A02010105']);
  const of = (code: string) => classChoices(used, known, code)[0];
  expect(of('A02010105')).toMatchObject({ named: 'standard', label: { zh: 'A02010105 台式计算机' }, cards: 12 });
  expect(of('A02081600')).toMatchObject({
    named: 'cards',
    label: { zh: 'A02081600 “安防摄像机”（多数卡片的名称，非标准名称）' },
  });
  expect(classChoices([], known, 'A0201').find(({ value }) => value === 'A0201')).toMatchObject({
    named: 'class',
    label: { zh: 'A0201（属“设备”）' },
    cards: 0,
  });
  // Two items of the standard are entered with one class.
  expect(of('A05010204')?.label.zh).toBe('A05010204 大茶几、小茶几');
});

test('it is found by the beginning of a code, in small letters too, and by a piece of a name', () => {
  expect(codes('a020816')).toEqual(['A02081600']);
  expect(codes('摄像')).toEqual(['A02081600']);
  expect(codes('台式')).toEqual(['A02010105']);
  expect(codes('desktop')).toEqual(['A02010105']);
  expect(codes('A09')).toEqual([]);
});
