import { expect, test } from 'vitest';
import { amongItsType, peersOf, type Measured } from './peers.ts';

const of = (
  type: string,
  values: readonly (number | null)[],
  status: 'flag' | 'clear' | 'insufficient_data' = 'clear',
) => values.map((value): Measured => ({ type, verdict: { value, unit: 'kWh', status } }));

test('beside everything of a run stand those of the same type, where there are eight', () => {
  const measured = [...of('county', [1, 2, 3, 4, 5, 6, 7, 8]), ...of('city', [100, 200, 300])];
  const county = peersOf(measured, 'county');
  expect(county['kWh']).toMatchObject({ n: 11, low: 1, high: 300 });
  expect(county[amongItsType('kWh')]).toEqual({ n: 8, low: 1, q1: 2.75, median: 4.5, q3: 6.25, high: 8 });
  // Three are too few: everything stands, and nothing of its type.
  expect(Object.keys(peersOf(measured, 'city'))).toEqual(['kWh']);
});

test('what could not be judged is no peer, and three say nothing at all', () => {
  expect(peersOf([...of('city', [1, 2, 3]), ...of('city', [9], 'insufficient_data'), ...of('city', [null])])).toEqual(
    {},
  );
});
