import { isRefusal, newId } from '@opengoa/kernel';
import { ids, onPaper } from '@opengoa/kernel/on-paper';
import { expect, test } from 'vitest';
import { {{verbCamel}} } from './{{verb}}.ts';

const context = onPaper('周敏', '2026-03-05T09:00:00+08:00');
const decide = (unit: string) =>
  {{verbCamel}}.decide({ id: newId(), unit: context.organisation.unit(unit) }, { unit, note: '' }, context);

test('{{zh}}: one fact, of the unit', () => {
  expect(decide(ids.finance)).toMatchObject([{ type: '{{room}}.{{Fact}}', unit: ids.finance }]);
});

test('a unit nobody knows', () => {
  const answer = decide(newId());
  expect(isRefusal(answer) && answer.code).toBe('unit-unknown');
});
