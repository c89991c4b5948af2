import { expect, test } from 'vitest';
import { optionsOf } from './options.ts';

const drawing = {
  palette: { faint: '#888', line: '#ddd', text: '#111', ground: '#fff' },
  language: 'zh',
  expected: '预期',
} as unknown as Parameters<typeof optionsOf>[1];

test('the unit of lying bars stands under its axis, where no edge cuts it', () => {
  const bars = (lying: boolean) =>
    optionsOf({ kind: 'bar', lying, x: ['甲'], unit: '件/人', series: [] }, drawing) as unknown as {
      xAxis: { name?: string; nameLocation?: string; nameGap: number };
      yAxis: { name?: string };
      grid: { bottom: number };
    };
  expect(bars(true).xAxis).toMatchObject({ name: '件/人', nameLocation: 'middle' });
  expect(bars(true).grid.bottom).toBeGreaterThanOrEqual(bars(true).xAxis.nameGap);
  expect(bars(false).yAxis.name).toBe('件/人');
});
