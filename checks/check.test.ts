import { expect, test } from 'vitest';
import { allChecks } from './all.ts';
import { judge } from './check.ts';
import { smallHouse } from './testing/small-house.ts';

test.each(allChecks)('an empty house is not waved through: $title', async (check) => {
  const outcome = await judge(check, smallHouse({}));
  expect(outcome.passed).toBe(false);
  expect(outcome.problems[0]!.says).not.toBe('');
});

test('no two checks have one title', () => {
  expect(new Set(allChecks.map(({ title }) => title)).size).toBe(allChecks.length);
});
