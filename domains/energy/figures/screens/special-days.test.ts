import { expect, test } from 'vitest';
import { specialDays, specialShades, writtenRuns } from './special-days.ts';

// Thursday 2024-02-08 to Sunday 2024-02-18: the Spring Festival from the 10th to the 17th, Sunday the 18th worked in exchange.
const days = 'wwhhhhhhhhw';

test('a holiday is one run, and a Sunday that was worked is told apart', () => {
  expect(specialDays(days, '2024-02-08')).toEqual([
    { kind: 'holiday', from: 2, to: 10 },
    { kind: 'worked', from: 10, to: 11 },
  ]);
});

test('an ordinary week has nothing special; a day of rest in the week has', () => {
  expect(specialDays('wwwwwrr', '2024-03-04')).toEqual([]);
  expect(specialDays('wwrwwrr', '2024-03-04')).toEqual([{ kind: 'holiday', from: 2, to: 3 }]);
});

test('shades lie over the places of their days, and are written as days', () => {
  const runs = specialDays(days, '2024-02-08');
  expect(specialShades(runs, 96).map(({ from, to, tone }) => [from, to, tone])).toEqual([
    [192, 960, undefined],
    [960, 1056, 'check'],
  ]);
  expect(writtenRuns(runs, 'holiday', '2024-02-08', ' 至 ')).toBe('02-10 至 02-17');
  expect(writtenRuns(runs, 'worked', '2024-02-08', ' 至 ')).toBe('02-18');
});
