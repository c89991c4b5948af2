import { expect, test } from 'vitest';
import { peopleCounts } from './people-counts.ts';
import { answersOn } from './run-on-rows.ts';

const row = (register: string, people: number, unit = '甲局') => ({ unit, period: '2026-05', register, people });

test('L12: the register that stands alone is told, those that agree are not, and two that differ are not enough', async () => {
  const { answers } = await answersOn(peopleCounts, [
    row('能耗填报', 96),
    row('人事', 60),
    row('座位', 62),
    row('食堂', 58),
    row('能耗填报', 96, '乙局'),
    row('人事', 60, '乙局'),
  ]);
  expect(answers.map(({ flag, score }) => (score === null ? null : flag))).toEqual([1, 0, 0, 0, null, null]);
  expect(answers[0]!.reason.zh).toContain('待核实异常');
  expect(answers[0]!.values).toMatchObject({ others: '人事 60；座位 62；食堂 58' });
});

test('the room for a difference is the person’s who runs it', async () => {
  const rows = [row('能耗填报', 70), row('人事', 60), row('座位', 60)];
  expect((await answersOn(peopleCounts, rows)).answers[0]!.flag).toBe(0);
  expect((await answersOn(peopleCounts, rows, {}, { 'people-share': '0.1' })).answers[0]!.flag).toBe(1);
  await expect(answersOn(peopleCounts, rows, {}, { 'people-share': 'much' })).rejects.toThrow('--people-share');
});
