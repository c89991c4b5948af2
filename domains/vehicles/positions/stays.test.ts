import { describe, expect, test } from 'vitest';
import type { Crossing, Fence } from './fence.ts';
import { looksAt, staysOf, tellsOf } from './stays.ts';

const minute = 60_000;
const fence = (more: Partial<Fence> = {}): Fence => ({
  id: 'f',
  unit: 'u',
  name: '政务大厅门前',
  shape: { kind: 'circle', latitude: 30, longitude: 117, radiusM: 100 },
  limitKmh: null,
  watches: 'always',
  fromMinute: null,
  toMinute: null,
  categories: [],
  vehicles: [],
  tells: 'stayed',
  stayMinutes: 30,
  ...more,
});
const crossed = (way: Crossing['way'], at: number, of = fence()): Crossing => ({ fence: of, way, at: at * minute });

test('a fence looks at all, or at its categories and at vehicles it names', () => {
  const car = { id: 'a', category: 'other' } as const;
  expect(looksAt(fence(), { id: 'a', category: undefined })).toBe(true);
  expect(looksAt(fence({ categories: ['emergency-support'] }), car)).toBe(false);
  expect(looksAt(fence({ categories: ['other'] }), car)).toBe(true);
  expect(looksAt(fence({ categories: ['emergency-support'], vehicles: ['a'] }), car)).toBe(true);
  expect(looksAt(fence({ vehicles: ['b'] }), car)).toBe(false);
});

test('one way alone, both, or neither where it tells of stays', () => {
  const told = (tells: Fence['tells']) =>
    (['entered', 'left'] as const).filter((way) => tellsOf(crossed(way, 0, fence({ tells }))));
  expect(told('both')).toEqual(['entered', 'left']);
  expect(told('entered')).toEqual(['entered']);
  expect(told('left')).toEqual(['left']);
  expect(told('stayed')).toEqual([]);
});

describe('停留', () => {
  test('told once, when the minutes are full, while the vehicle is still inside', () => {
    const first = staysOf([fence()], [], [crossed('entered', 0)], 29 * minute);
    expect(first).toEqual({ stays: [], visits: [{ fence: 'f', since: 0, told: false }] });
    const then = staysOf([fence()], first.visits, [], 31 * minute);
    expect(then.stays).toMatchObject([{ at: 30 * minute, minutes: 30 }]);
    expect(then.visits).toEqual([{ fence: 'f', since: 0, told: true }]);
    expect(staysOf([fence()], then.visits, [], 90 * minute).stays).toEqual([]);
  });

  test('who left in time is not told of, who left too late is, and each visit counts by itself', () => {
    const early = [crossed('entered', 0), crossed('left', 29), crossed('entered', 40)];
    expect(staysOf([fence()], [], early, 60 * minute)).toEqual({
      stays: [],
      visits: [{ fence: 'f', since: 40 * minute, told: false }],
    });
    const late = [crossed('entered', 0), crossed('left', 35), crossed('entered', 40), crossed('left', 100)];
    expect(staysOf([fence()], [], late, 120 * minute)).toMatchObject({
      stays: [{ at: 30 * minute }, { at: 70 * minute }],
      visits: [],
    });
  });

  test('a fence without minutes keeps no visits', () => {
    expect(staysOf([fence({ tells: 'both', stayMinutes: null })], [], [crossed('entered', 0)], 60 * minute)).toEqual({
      stays: [],
      visits: [],
    });
  });
});
