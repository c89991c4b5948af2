import { expect, test } from 'vitest';
import { trustworthyHours } from './trustworthy-hours.ts';
import { mulberry32 } from './worked-examples.ts';

const random = mulberry32(8);
const normal = Array.from({ length: 500 }, () => 20 + random());

test('a dead day and single zeros are taken out of a main meter', () => {
  const read = normal.map((kwh, i) => ((i >= 100 && i < 124) || i === 300 ? 0 : kwh));
  const { kwh, anomalies, zerosTaken } = trustworthyHours(read);
  expect(kwh.filter((value) => value === null)).toHaveLength(25);
  expect(anomalies.map(({ rule }) => rule)).toEqual(['dead-meter']);
  expect(zerosTaken).toBe(1);
});

test('a pump that rests every third hour keeps its zeros', () => {
  const pump = normal.map((kwh, i) => (i % 3 ? kwh : 0));
  expect(trustworthyHours(pump).kwh).toEqual(pump);
});
