import { isRefusal } from '@opengoa/kernel';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {{roomCamel}} from './domain.ts';

let at: House;
beforeAll(async () => {
  at = await house({ rooms: [{{roomCamel}}] });
});
afterAll(() => at?.close());

const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

test('registered once, seen by its own unit and by no other, refused without the right', async () => {
  const clerk = at.with([{ role: '{{room}}-clerk', unit: at.ids.finance, below: false }]);
  const stranger = at.with([{ role: '{{room}}-clerk', unit: at.ids.countyFinance, below: false }]);
  const input = { unit: at.ids.finance, name: '甲' };
  expect(code(await clerk.run('{{room}}.register-{{noun}}', input))).toBe('done');
  expect(code(await clerk.run('{{room}}.register-{{noun}}', input))).toBe('name-taken');
  expect(isRefusal(await stranger.run('{{room}}.register-{{noun}}', { ...input, name: '乙' }))).toBe(true);
  expect(isRefusal(await at.as('孙师傅').run('{{room}}.register-{{noun}}', { ...input, name: '丙' }))).toBe(true);
  expect(await clerk.list('{{room}}.{{nouns}}')).toMatchObject({ rows: [{ name: '甲' }] });
  expect(await stranger.list('{{room}}.{{nouns}}')).toMatchObject({ rows: [] });
});
