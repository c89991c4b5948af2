import { isRefusal, newId } from '@opengoa/kernel';
import { ids, onPaper } from '@opengoa/kernel/on-paper';
import { expect, test } from 'vitest';
import { register{{Noun}} } from './register-{{noun}}.ts';

const context = onPaper('周敏', '2026-03-05T09:00:00+08:00');
const register = ({ unit = ids.finance as string, taken = false } = {}) =>
  register{{Noun}}.decide({ id: newId(), unit: context.organisation.unit(unit), taken }, { unit, name: '甲', note: '' }, context);

test('one fact, of the unit it is registered in', () => {
  expect(register()).toMatchObject([{ type: '{{room}}.{{Noun}}Registered', unit: ids.finance, body: { name: '甲' } }]);
});

test('a second one of that name, and a unit nobody knows', () => {
  const refusals = [register({ taken: true }), register({ unit: newId() })].map((answer) => isRefusal(answer) && answer.code);
  expect(refusals).toEqual(['name-taken', 'unit-unknown']);
});
