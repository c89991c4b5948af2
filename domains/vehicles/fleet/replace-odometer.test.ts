import { onPaper } from '@opengoa/kernel/on-paper';
import { expect, test } from 'vitest';
import { aVehicle, morning, outcome } from '../testing/given.ts';
import { replaceOdometer } from './replace-odometer.ts';

const before = { at: new Date('2026-03-01T00:00:00Z'), km: 50_000, source: 'returned' as const };
const after = { at: new Date('2026-03-09T00:00:00Z'), km: 120, source: 'departed' as const };
const replace = (readKm: number, newKm: number, at = new Date(morning), later: typeof after | null = null) =>
  outcome(
    replaceOdometer.decide(
      { vehicle: aVehicle(), at, around: { before, after: later } },
      { vehicle: 'v', readKm, newKm, why: '仪表损坏' },
      onPaper('郑科长', morning),
    ),
  );

test('更换里程表: the old one’s last number follows what was read, the new one’s first comes before what is read', () => {
  expect(replace(50_010, 0)).toMatchObject({
    facts: ['vehicles.OdometerReplaced'],
    body: { readKm: 50_010, newKm: 0 },
  });
  expect(replace(49_999, 0)).toMatchObject({ refused: 'odometer-goes-back' });
  expect(replace(50_010, 121, new Date(morning), after)).toMatchObject({ refused: 'odometer-beyond-next' });
  expect(replace(50_010, 0, new Date('2026-03-06T00:00:00Z'))).toMatchObject({ refused: 'time-not-yet' });
});
