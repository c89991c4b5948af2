import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysOf, holdsOf } from './holds.ts';

const room = { id: 'r', unit: 'b', keeper: 'k', areaM2: 20, state: 'in-use', idle: 'vacant' } as const;
const year = ['2026-01-01', '2026-12-31'] as const;
const told = (holds: ReturnType<typeof holdsOf>) =>
  holds.map(({ bearer, unit, from, to, days }) => [bearer, unit, from, to, days]);

test('a unit bears the days it had the room, and no more; before it, nobody', () => {
  expect(
    told(
      holdsOf(
        room,
        [
          { unit: 'a', kind: 'allotted', from: '2026-03-01', toExclusive: '2026-07-01' },
          { unit: 'b', kind: 'allotted', from: '2026-07-01', toExclusive: null },
        ],
        year,
      ),
    ),
  ).toEqual([
    ['vacant', 'k', '2026-01-01', '2026-02-28', 59],
    ['unit', 'a', '2026-03-01', '2026-06-30', 122],
    ['unit', 'b', '2026-07-01', '2026-12-31', 184],
  ]);
});

test('a room without periods is as it stands today; plant is borne by the house, what is let by its keeper', () => {
  expect(told(holdsOf(room, [], year))).toEqual([['unit', 'b', ...year, 365]]);
  expect(told(holdsOf({ ...room, state: 'vacant' }, [], year))).toEqual([['vacant', 'b', ...year, 365]]);
  expect(told(holdsOf({ ...room, idle: 'in-use' }, [], year))).toEqual([['house', 'b', ...year, 365]]);
  const kept = [{ unit: 'k', kind: 'kept', from: '2026-07-01', toExclusive: null }] as const;
  expect(told(holdsOf({ ...room, state: 'rented-out' }, kept, year))).toEqual([
    ['vacant', 'k', '2026-01-01', '2026-06-30', 181],
    ['unit', 'k', '2026-07-01', '2026-12-31', 184],
  ]);
});

test('whatever the periods, every day is somebody’s exactly once', () => {
  const cuts = fc.uniqueArray(fc.integer({ min: -400, max: 800 }), { minLength: 1, maxLength: 6 });
  const day = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10);
  fc.assert(
    fc.property(cuts, fc.boolean(), (some, open) => {
      const days = some.toSorted((a, b) => a - b).map(day);
      const tenures = days
        .map((from, at) => ({ unit: `u${at}`, kind: 'allotted' as const, from, toExclusive: days[at + 1] ?? null }))
        .slice(0, open ? undefined : -1);
      const holds = holdsOf(room, tenures, year);
      expect(holds.reduce((sum, each) => sum + each.days, 0)).toBe(365);
      for (const each of holds) expect(daysOf(each.from, each.to)).toBe(each.days);
    }),
  );
});
