import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitRooms, kilometres, type RoomsNeeded, smallestLot, type VacantRoom } from './fit-rooms.ts';

const room = (id: string, areaM2: number, more: Partial<VacantRoom> = {}): VacantRoom => ({
  id,
  number: id,
  building: 'A',
  buildingName: '1号楼',
  floor: 1,
  group: 'office',
  areaM2,
  zone: 'open',
  spot: { longitude: 117, latitude: 30 },
  ...more,
});
const need: RoomsNeeded = {
  needM2: 50,
  group: 'office',
  zone: 'open',
  building: null,
  own: ['A'],
  ownSpots: [{ longitude: 117, latitude: 30 }],
  leftM2: null,
};
const proposed = (rooms: readonly VacantRoom[], more: Partial<RoomsNeeded> = {}) =>
  fitRooms(rooms, { ...need, ...more })
    .filter((each) => each.proposed)
    .map(({ id }) => id)
    .toSorted();

test('the smallest lot that meets the need, in one building', () => {
  expect(proposed([room('1', 30), room('2', 28), room('3', 22), room('4', 60)])).toEqual(['2', '3']);
  // One building that has enough goes before a tighter lot over two.
  expect(proposed([room('1', 40), room('2', 20), room('9', 10, { building: 'B' })])).toEqual(['1', '2']);
  expect(proposed([room('1', 30), room('9', 25, { building: 'B' })])).toEqual(['1', '9']);
  expect(proposed([room('1', 30)])).toEqual([]);
});

test('the building asked for goes first, then where they sit already', () => {
  const rooms = [room('1', 50), room('9', 55, { building: 'B', spot: null })];
  expect(proposed(rooms)).toEqual(['1']);
  expect(proposed(rooms, { building: 'B' })).toEqual(['9']);
});

test('zone and quota rule a room out and say so; another use is told', () => {
  const fitted = fitRooms(
    [room('1', 50, { zone: 'secret' }), room('2', 50, { group: 'service' }), room('3', 45), room('4', 80)],
    { ...need, leftM2: 60 },
  );
  const of = (id: string) => fitted.find((each) => each.id === id)!;
  expect(of('1')).toMatchObject({ fits: false, reasons: ['near-own', 'zone-differs'] });
  expect(of('2')).toMatchObject({ fits: true, reasons: ['near-own', 'use-differs'], proposed: false });
  expect(of('4')).toMatchObject({ fits: false, reasons: ['near-own', 'larger-than-need', 'beyond-quota'] });
});

test('nothing is proposed beyond what the quota leaves', () => {
  expect(proposed([room('1', 30), room('2', 28)], { leftM2: 55 })).toEqual([]);
  expect(proposed([room('1', 30), room('2', 25)], { leftM2: 55 })).toEqual(['1', '2']);
});

test('a lot is never too small, and no other lot is smaller', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 80, max: 600 }), { minLength: 1, maxLength: 9 }),
      fc.integer({ min: 100, max: 1500 }),
      (tenths, needed) => {
        const rooms = tenths.map((area, at) => room(String(at), area / 10));
        const sums = [...Array(2 ** rooms.length).keys()]
          .map((bits) => tenths.reduce((sum, area, at) => sum + (bits & (1 << at) ? area : 0), 0))
          .filter((sum) => sum >= needed);
        const lot = smallestLot(rooms, needed / 10);
        if (sums.length === 0) expect(lot).toBeNull();
        else {
          expect(new Set(lot!.map(({ id }) => id)).size).toBe(lot!.length);
          expect(lot!.reduce((sum, { areaM2 }) => sum + Math.round(areaM2 * 10), 0)).toBe(Math.min(...sums));
        }
      },
    ),
  );
});

test('kilometres between two places', () => {
  expect(kilometres({ longitude: 116.4, latitude: 39.9 }, { longitude: 121.47, latitude: 31.23 })).toBeCloseTo(1067, 0);
});
