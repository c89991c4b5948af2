import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crossesItself, crossingsOn, type Fence, metresOutside } from './fence.ts';

const square: [number, number][] = [
  [32.0, 118.0],
  [32.0, 118.01],
  [32.01, 118.01],
  [32.01, 118.0],
];
const polygon = { kind: 'polygon' as const, points: square };
const circle = { kind: 'circle' as const, latitude: 32, longitude: 118, radiusM: 300 };
const fence = (id: string, shape: Fence['shape']): Fence => ({
  id,
  unit: 'u',
  name: id,
  shape,
  watches: 'always',
  fromMinute: null,
  toMinute: null,
  limitKmh: null,
  categories: [],
  vehicles: [],
  tells: 'both',
  stayMinutes: null,
});

test('inside is 0, outside is the way to the edge', () => {
  expect(metresOutside(polygon, { latitude: 32.005, longitude: 118.005 })).toBe(0);
  // A thousandth of a degree north of the upper side.
  expect(metresOutside(polygon, { latitude: 32.011, longitude: 118.005 })).toBeCloseTo(111.2, 0);
  expect(metresOutside(circle, { latitude: 32.002, longitude: 118 })).toBe(0);
  expect(metresOutside(circle, { latitude: 32.01, longitude: 118 })).toBeCloseTo(811.95, 0);
});

test('a polygon says the same from whichever corner and whichever way round it is drawn', () => {
  const place = fc.record({
    latitude: fc.double({ min: 31.99, max: 32.02, noNaN: true }),
    longitude: fc.double({ min: 117.99, max: 118.02, noNaN: true }),
  });
  fc.assert(
    fc.property(place, fc.nat(3), fc.boolean(), (at, turn, back) => {
      const turned = [...square.slice(turn), ...square.slice(0, turn)];
      const again = { kind: 'polygon' as const, points: back ? turned.toReversed() : turned };
      expect(metresOutside(again, at)).toBeCloseTo(metresOutside(polygon, at), 6);
      const within = at.latitude > 32 && at.latitude < 32.01 && at.longitude > 118 && at.longitude < 118.01;
      expect(metresOutside(polygon, at) === 0).toBe(within);
    }),
  );
});

test('a bow tie crosses itself, a square does not', () => {
  expect(crossesItself(square)).toBe(false);
  expect(crossesItself([square[0]!, square[2]!, square[1]!, square[3]!])).toBe(true);
});

test('coming and going is told once each, and noise on the edge not at all', () => {
  const way = [31.99, 31.998, 32, 32.0029, 32.0026, 32.0029, 32.0026, 32.01].map((latitude, n) => ({
    latitude,
    longitude: 118,
    at: n,
  }));
  const { crossings, inside } = crossingsOn([fence('f', circle)], ['elsewhere'], way, 50);
  expect(crossings.map(({ way: which, at }) => [which, at])).toEqual([
    ['entered', 1],
    ['left', 7],
  ]);
  expect(inside).toEqual(['elsewhere']);
});

test('on any way, coming and going take turns', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 31.99, max: 32.01, noNaN: true })), fc.boolean(), (latitudes, was) => {
      const way = latitudes.map((latitude, at) => ({ latitude, longitude: 118, at }));
      const { crossings, inside } = crossingsOn([fence('f', circle)], was ? ['f'] : [], way, 50);
      const told = crossings.map((crossing) => crossing.way);
      told.forEach((which, n) => expect(which).toBe((n % 2 === 0) === was ? 'left' : 'entered'));
      expect(inside.includes('f')).toBe(was !== (told.length % 2 === 1));
    }),
  );
});
