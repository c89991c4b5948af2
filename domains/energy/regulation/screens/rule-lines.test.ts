import { expect, test } from 'vitest';
import { lineOf, rulesOf } from './rule-lines.ts';

test('rules are typed one a line, in either language, and written back as they were meant', () => {
  const text = '非工作时段 = 30\n\n工作日 12-13＝28\n预测负荷 150.5 = 28\nworkday 8 – 18 = 26\noff-hours = 30';
  const rules = rulesOf(text);
  expect(rules.map(lineOf)).toEqual([
    '非工作时段 = 30',
    '工作日 12-13 = 28',
    '预测负荷 150.5 = 28',
    '工作日 8-18 = 26',
    '非工作时段 = 30',
  ]);
  expect(rules[1]).toEqual({ when: 'hours', days: 'workday', fromHour: 12, toHour: 13, kw: null, value: 28 });
  expect(rulesOf(rules.map(lineOf).join('\n'))).toEqual(rules);
});

test('what cannot be read is no rule that holds: the server refuses it', () => {
  for (const line of ['周末 8-18 = 26', '非工作时段', '工作日 8-18 = 热', '预测负荷 = 28', 'x'])
    expect(rulesOf(line)).toMatchObject([{ when: 'hours', fromHour: null, toHour: null }]);
});
