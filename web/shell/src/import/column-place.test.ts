import { expect, test } from 'vitest';
import { columnPlace } from './column-place.ts';

test('a column is named once where the file calls it as the sheet does, with its mark and its measure', () => {
  expect(columnPlace('* 资产编号', '资产编号')).toBe('资产编号');
  expect(columnPlace('* 原值（元）', '原值')).toBe('原值');
  expect(columnPlace('卡片编号', '资产编号')).toBe('卡片编号（资产编号）');
  expect(columnPlace(undefined, '资产编号')).toBe('资产编号');
});
