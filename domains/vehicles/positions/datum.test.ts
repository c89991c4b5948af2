import fc from 'fast-check';
import { expect, test } from 'vitest';
import { haversineM } from '../methods/haversine.ts';
import { toBd09, toGcj02, toWgs84 } from './datum.ts';

const inChina = fc.record({
  latitude: fc.double({ min: 18, max: 53, noNaN: true }),
  longitude: fc.double({ min: 75, max: 134, noNaN: true }),
});

test('a place in Beijing is where the published form of the shift puts it', () => {
  // Tian'anmen, WGS-84 39.907333, 116.391083; GCJ-02 as the widely used reference implementation gives it.
  const there = toGcj02({ latitude: 39.907333, longitude: 116.391083 });
  expect(there.latitude).toBeCloseTo(39.908737, 4);
  expect(there.longitude).toBeCloseTo(116.397325, 4);
  const off = haversineM(
    { latitude: 32.0603, longitude: 118.7969 },
    toGcj02({ latitude: 32.0603, longitude: 118.7969 }),
  );
  expect(off).toBeGreaterThan(100);
  expect(off).toBeLessThan(700);
});

test('there and back lies within a few centimetres, a metre for BD-09', () => {
  fc.assert(
    fc.property(inChina, (place) => {
      expect(haversineM(place, toWgs84('gcj-02', toGcj02(place)))).toBeLessThan(0.05);
      expect(haversineM(place, toWgs84('bd-09', toBd09(place)))).toBeLessThan(1.5);
      expect(toWgs84('wgs-84', place)).toBe(place);
    }),
  );
});

test('abroad nothing is shifted', () => {
  const sanFrancisco = { latitude: 37.7749, longitude: -122.4194 };
  expect(toWgs84('gcj-02', sanFrancisco)).toEqual(sanFrancisco);
});
