import { expect, test } from 'vitest';
import { z } from 'zod';
import { day, formed, id, oneOf, text } from '../fields.ts';
import { words } from '../words.ts';
import { fieldsOf } from './issue-words.ts';

const shape = z.strictObject({
  name: text(4),
  class: formed(/^A\d{2,8}$/, words('应为 A 加 2 至 8 位数字', 'A and two to eight digits')),
  other: z.string().regex(/^B$/),
  quantity: z.int().min(1).max(9),
  valueFen: z.int().min(0).max(10_000),
  on: day,
  unit: id,
  kind: oneOf({ a: words('甲', 'A') }),
  many: z.array(z.string()).max(1),
});

const said = (input: object) => {
  const parsed = shape.safeParse(input);
  return Object.fromEntries(fieldsOf(parsed.error!, input).map(({ path, words: told }) => [path, told.zh]));
};

test('what does not fit is said in words of both languages, never in the validator’s own', () => {
  expect(
    said({
      name: '会议桌会议桌',
      class: '会议桌',
      other: 'A',
      quantity: 0,
      valueFen: 10_001,
      on: '三月',
      unit: '财政局',
      kind: 'b',
      many: ['1', '2'],
    }),
  ).toEqual({
    name: '最多 4 个字',
    class: '应为 A 加 2 至 8 位数字',
    other: '格式不符合要求',
    quantity: '不能小于 1',
    valueFen: '不能大于 100 元',
    on: '应为日期，如 2026-03-01',
    unit: '请从列表中选择',
    kind: '不在可选范围内',
    many: '最多 1 项',
  });
});

test('what is missing is asked for, whatever its shape', () => {
  const told = said({ name: '', quantity: 'x' });
  expect(told).toEqual({
    ...Object.fromEntries(Object.keys(shape.shape).map((name) => [name, '请填写'])),
    quantity: '应为数字',
  });
});

test('path, message and code stay as they were for who reads them', () => {
  const input = { quantity: 0 };
  const [first] = fieldsOf(z.object({ quantity: z.int().min(1) }).safeParse(input).error!, input);
  expect(first).toEqual({
    path: 'quantity',
    message: 'Too small: expected number to be >=1',
    code: 'too_small',
    words: words('不能小于 1', 'Must not be below 1'),
  });
});
