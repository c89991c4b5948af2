import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unitMark } from '@opengoa/web-kit';
import { bare, measured, valueText } from './told-values.ts';

test('money that a kit compared or rests on is told in yuan, never in fen', () => {
  expect(measured(2_640_000, 'fen', 'zh')).toBe('26,400.00 元');
  expect(bare(2_640_000, 'fen')).toBe('26,400.00');
  expect(valueText(2_640_000, 'amountFen', 'zh')).toBe('26,400.00 元');
  expect(valueText([100, 250], 'dueFen', 'zh')).toBe('1.00 元、2.50 元');
  expect(valueText(false, 'valid', 'zh')).toBe('否');
  expect(valueText(12.345, 'km', 'zh')).toBe('12.35');
  expect(measured(3, 'nights', 'zh')).toBe('3 晚');
});

test('every unit in which a kit measures has a Chinese mark, or is a symbol that everybody writes', async () => {
  const symbols = new Set(['km', 'kWh', 'kWh/m2', 'L/100km', 'm', 'L', 'fen', '']);
  const root = join(import.meta.dirname, '..', '..');
  const without = new Set<string>();
  let found = 0;
  for await (const file of glob('domains/*/risks*/*/risk.ts', { cwd: root })) {
    const text = await readFile(join(root, file), 'utf8');
    for (const [, unit = ''] of text.matchAll(/(?:unit: |silentIn\()'([^']*)'/g)) {
      found += 1;
      if (!symbols.has(unit) && unitMark(unit, 'zh') === unit) without.add(unit);
    }
  }
  expect(found).toBeGreaterThan(40);
  expect([...without]).toEqual([]);
});
