import { expect, test } from 'vitest';
import { bigrams, initialsOfPerson, plainInitials, searchPieces, soughtByRun, soughtPieces } from './bigrams.ts';

test('what is sought is held by every text that has the words, and single characters only where no pair implies them', () => {
  expect(soughtPieces('空调')).toEqual(['空调']);
  expect(soughtPieces('投影仪 漏')).toEqual(['投影', '影仪', '漏']);
  expect(soughtPieces('空')).toEqual(['空']);
  expect(soughtPieces('207室 A')).toEqual(['20', '07', '7室', 'a']);
  expect(soughtPieces('，。')).toEqual([]);
  for (const [text, words] of [
    ['一号楼207室空调不制冷，请尽快处理', '空调 207室'],
    ['ＢＸ-2026-0001', 'bx-2026'],
    ['𠮷野家', '𠮷野'],
  ] as const)
    expect(bigrams(text)).toEqual(expect.arrayContaining(soughtPieces(words)));
  expect(searchPieces('周敏')).toEqual(expect.arrayContaining(soughtPieces('zm')));
});

test('pieces are told by the words they come from, the same ones and each once', () => {
  expect(soughtByRun('会议桌 17号楼')).toEqual([
    ['会议', '议桌'],
    ['17', '7号', '号楼'],
  ]);
  expect(soughtByRun('ZC-2020-0020')).toEqual([['zc'], ['20', '02'], ['00']]);
  for (const words of ['投影仪 漏', '207室 A', '空 空调', '，。'])
    expect(soughtByRun(words).flat().toSorted()).toEqual(soughtPieces(words).toSorted());
});

test('a person is found by the sound of the surname, and by initials with or without the h of zh, ch and sh', () => {
  expect(['周敏', '单晨', '曾国华', 'Anna'].map(initialsOfPerson)).toEqual(['zm', 'sc', 'zgh', '']);
  expect(initialsOfPerson('林春')).toBe(plainInitials('lch'));
  expect(['lch', 'ZHSH', 'zm', '林ch', 'chshzh', 'a'].map(plainInitials)).toEqual([
    'lc',
    'zs',
    'zm',
    '林ch',
    'csz',
    'a',
  ]);
});
