import fc from 'fast-check';
import { expect, test } from 'vitest';
import { haversineM } from './haversine.ts';
import { type Fix, movesBetween, staysIn } from './stay-points.ts';
import examples from './worked-examples.json' with { type: 'json' };

const point = ([latitude, longitude]: number[]) => ({ latitude: latitude!, longitude: longitude! });

test('the worked distance is as published', () => {
  const { input, expected } = examples['vehicle.haversine_m'];
  expect(haversineM(point(input.a), point(input.b))).toBeCloseTo(expected.m, 4);
});

test('the worked points hold one stay, and one way out of it', () => {
  const { input, expected } = examples['vehicle.stay_points'];
  const fixes = input['points(t_s,lat,lon)'].map(([atS, latitude, longitude]): Fix => ({
    atS: atS!,
    latitude: latitude!,
    longitude: longitude!,
  }));
  const stays = staysIn(fixes, { withinM: input.D_m, atLeastS: input.T_s });
  expect(stays).toHaveLength(1);
  const [[fromS, toS, latitude, longitude]] = expected.stays as [number[]];
  expect(stays[0]).toMatchObject({ fromS, toS });
  expect(stays[0]!.latitude).toBeCloseTo(latitude!, 6);
  expect(stays[0]!.longitude).toBeCloseTo(longitude!, 6);
  expect(movesBetween(fixes, stays)).toEqual([{ fromS: 2100, toS: 2700 }]);
});

test('stays never overlap, keep to their place and time, and with the moves they cover every moment', () => {
  const fixes = fc
    .array(
      fc.tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: -4, max: 4 }), fc.integer({ min: -4, max: 4 })),
      {
        minLength: 1,
        maxLength: 60,
      },
    )
    .map((steps) => {
      const out: Fix[] = [];
      for (const [s, north, east] of steps) {
        const last = out.at(-1) ?? { atS: 0, latitude: 32, longitude: 118 };
        out.push({
          atS: last.atS + s,
          latitude: last.latitude + north * 5e-4,
          longitude: last.longitude + east * 5e-4,
        });
      }
      return out;
    });
  fc.assert(
    fc.property(fixes, (all) => {
      const stays = staysIn(all, { withinM: 200, atLeastS: 1_200 });
      stays.forEach((stay, n) => {
        expect(stay.toS - stay.fromS).toBeGreaterThanOrEqual(1_200);
        if (n > 0) expect(stay.fromS).toBeGreaterThan(stays[n - 1]!.toS);
        const inside = all.filter(({ atS }) => atS >= stay.fromS && atS <= stay.toS);
        for (const fix of inside) expect(haversineM(inside[0]!, fix)).toBeLessThanOrEqual(200);
      });
      const covered = [...stays, ...movesBetween(all, stays)].reduce((sum, { fromS, toS }) => sum + toS - fromS, 0);
      expect(covered).toBe(all.at(-1)!.atS - all[0]!.atS);
    }),
  );
});
