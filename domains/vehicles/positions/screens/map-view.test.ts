import fc from 'fast-check';
import { expect, test } from 'vitest';
import { haversineM } from '../../methods/haversine.ts';
import { placeAt, planeAt, scaleOf, viewAround, zoomed, spotAt, metresBetween } from './map-view.ts';

const nearby = fc.record({
  latitude: fc.double({ min: 30.3, max: 30.9, noNaN: true }),
  longitude: fc.double({ min: 117, max: 118, noNaN: true }),
});

test('the plane keeps distances of a city within a hundredth', () => {
  const plane = planeAt({ latitude: 30.6, longitude: 117.5 });
  fc.assert(
    fc.property(nearby, nearby, (a, b) => {
      const [x1, y1] = plane(a);
      const [x2, y2] = plane(b);
      expect(Math.abs(Math.hypot(x2 - x1, y2 - y1) - haversineM(a, b))).toBeLessThan(haversineM(a, b) / 100 + 1);
    }),
  );
});

test('everything asked for is in view, in the shape of the window', () => {
  fc.assert(
    fc.property(fc.array(nearby, { minLength: 1 }), fc.double({ min: 0.5, max: 3, noNaN: true }), (spots, aspect) => {
      const points = spots.map(planeAt(spots[0]!));
      const view = viewAround(points, aspect);
      expect(view.width / view.height).toBeCloseTo(aspect, 6);
      for (const [x, y] of points) {
        expect(x >= view.x && x <= view.x + view.width).toBe(true);
        expect(y >= view.y && y <= view.y + view.height).toBe(true);
      }
    }),
  );
});

test('what is under the hand stays there, and nothing zooms out of the world', () => {
  const view = { x: -500, y: -500, width: 1_000, height: 500 };
  const nearer = zoomed(view, 0.5, [0, 0]);
  expect((0 - nearer.x) / nearer.width).toBeCloseTo((0 - view.x) / view.width, 9);
  expect(zoomed(view, 1e9, [0, 0]).width).toBe(600_000);
  expect(zoomed(view, 1e-9, [0, 0]).width).toBe(300);
  expect(scaleOf({ ...view, width: 12_000 })).toBe(2_000);
});

test('between two fixes the vehicle is on its way, before the first and after the last it stands there', () => {
  const fixes = [
    [0, 30, 117, 40],
    [60_000, 30.5, 117, 50],
  ] as const;
  expect(placeAt(fixes, 30_000)).toEqual({ latitude: 30.25, longitude: 117, last: 0, speedKmh: 40 });
  expect(placeAt(fixes, -5)).toMatchObject({ latitude: 30, last: 0 });
  expect(placeAt(fixes, 90_000)).toMatchObject({ latitude: 30.5, last: 1, speedKmh: 50 });
});

test('a point of the plane is the spot that it was drawn from', () => {
  const origin = { latitude: 30.6, longitude: 117.4 };
  const spot = { latitude: 30.65, longitude: 117.52 };
  const back = spotAt(origin)(planeAt(origin)(spot));
  expect(back.latitude).toBeCloseTo(spot.latitude, 5);
  expect(back.longitude).toBeCloseTo(spot.longitude, 5);
  expect(metresBetween(origin, { latitude: 30.61, longitude: 117.4 })).toBeCloseTo(1112, 0);
});
