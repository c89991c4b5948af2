import { expect, test } from 'vitest';
import { monthsEndingIn } from './off-hours-load.ts';

test.each([
  [['2019-01-01', '2020-01-01'], 12],
  [['2019-01-02', '2020-01-01'], 12],
  [['2019-01-01', '2019-12-31'], 11],
  [['2019-11-20', '2019-12-21'], ['2019-11']],
  [['2020-02-29', '2020-03-01'], ['2020-02']],
  [['2020-03-01', '2020-03-31'], []],
] as const)('months that end in %j', ([from, to], expected) => {
  const found = monthsEndingIn(from, to);
  if (typeof expected === 'number') expect(found).toHaveLength(expected);
  else expect(found).toEqual(expected);
});

test('a run of thirty-one days, whenever it happens, judges exactly the month that has ended', () => {
  for (let day = Date.parse('2019-01-01'); day < Date.parse('2021-01-01'); day += 86_400_000) {
    const [from, to] = [day - 31 * 86_400_000, day].map((ms) => new Date(ms).toISOString().slice(0, 10)) as [
      string,
      string,
    ];
    const found = monthsEndingIn(from, to);
    expect(found.length).toBeGreaterThanOrEqual(1);
    expect(found).toContain(new Date(Date.parse(`${to.slice(0, 7)}-01`) - 86_400_000).toISOString().slice(0, 7));
  }
});
