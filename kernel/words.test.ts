import { expect, test } from 'vitest';
import { fillWords } from './words.ts';

test('places are filled in both languages; words and lists speak the language around them', () => {
  const words = { zh: '{book}现为{state},可借:{free}', en: '{book} is {state}; free: {free}' };
  expect(fillWords(words, { book: '史记', state: { zh: '借出', en: 'lent' }, free: ['左传', '国语'] })).toEqual({
    zh: '史记现为借出,可借:左传、国语',
    en: '史记 is lent; free: 左传, 国语',
  });
});

test('a place without data stays visible', () => {
  expect(fillWords({ zh: '{a}{b}', en: '{a}{b}' }, { a: 0, b: null })).toEqual({ zh: '0{b}', en: '0{b}' });
});
