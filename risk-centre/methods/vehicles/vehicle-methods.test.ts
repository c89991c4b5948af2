import fc from 'fast-check';
import { expect, test } from 'vitest';
import { near } from '../worked-examples.ts';
import { cleanTrack, fixesIn, kmBetween, placeAfter } from './clean-track.ts';
import { detourOf, kmOutside, metresFromWay } from './detour.ts';
import { journeyRule, journeysOf, legsOf } from './legs.ts';
import { odometerAgainstTrack } from './odometer-against-track.ts';
import { refuelPlace } from './refuel-place.ts';
import { rhythmMarks } from './rhythm-marks.ts';
import { joined, overlapOf, secondsOf, type Span, without } from './spans.ts';
import examples from './worked-examples.json' with { type: 'json' };

test('the worked refuelling was far from its station', () => {
  const { input, expected } = examples['vehicle.refuel_location'];
  const fix = ([atS, latitude, longitude]: number[]) => ({ atS: atS!, latitude: latitude!, longitude: longitude! });
  const station = { latitude: input.station[0]!, longitude: input.station[1]! };
  const found = refuelPlace(fix(input.gps_before), fix(input.gps_after), input.tx_time_s, station, {
    radiusM: input.radius_m,
  });
  expect(found.latitude).toSatisfy(near(expected.interpolated[0]!));
  expect(found.longitude).toSatisfy(near(expected.interpolated[1]!));
  expect(found.distanceM).toSatisfy(near(expected.distance_m));
  expect(found.away).toBe(expected.flag);
  // 4 minutes from the nearer fix: 500 m, and 200 m for each minute beyond the first.
  expect(found.allowedM).toBe(1_100);
});

test('the worked odometer falls once, and the stretches beside the fall are not compared', () => {
  const { input, expected } = examples['vehicle.odometer'];
  const { rollbacks, ratios } = odometerAgainstTrack(input.readings, expected.gps_km);
  expect(rollbacks).toEqual(expected.rollback_index0);
  const valid = ratios.filter((ratio) => ratio !== null);
  expect(valid).toHaveLength(expected.ratio_valid_segments.length);
  for (const [i, ratio] of expected.ratio_valid_segments.entries()) expect(valid[i]).toSatisfy(near(ratio));
});

test('the worked detour', () => {
  const { input, expected } = examples['vehicle.detour'];
  const found = detourOf(input.driven_km, input.network_shortest_km, input.off_route_km_over_1km_corridor);
  expect(found.ratio).toSatisfy(near(expected.detour_ratio));
  expect(found.offRouteShare).toSatisfy(near(expected.off_route_share));
  expect(() => detourOf(0, 1, 0)).toThrow(RangeError);
});

/** A kilometre a minute north, about. */
const north = (minute: number, km = minute) => ({ atS: minute * 60, latitude: 32 + km / 111.195, longitude: 118.8 });

test('a jump and a repeated moment are not driven', () => {
  const { fixes, jumps, repeated } = cleanTrack([north(0), north(2), north(2), north(1), north(3, 60), north(4)]);
  expect([jumps, repeated]).toEqual([1, 1]);
  expect(fixes.at(-1)!.alongM).toBeCloseTo(4_000, -1);
  expect(kmBetween(fixes, { fromS: 60, toS: 120 })).toBeCloseTo(1, 2);
  expect(kmBetween(fixes, { fromS: -60, toS: 0 })).toBe(0);
  expect(fixesIn(fixes, { fromS: 60, toS: 120 }).map(({ atS }) => atS)).toEqual([60, 120]);
  expect([placeAfter(fixes, -1), placeAfter(fixes, 60), placeAfter(fixes, 1e9)]).toEqual([0, 2, 4]);
});

test('kilometres of neighbouring stretches add up', () => {
  const { fixes } = cleanTrack(Array.from({ length: 40 }, (_, i) => north(i)));
  const moment = fc.integer({ min: -100, max: 2_500 });
  fc.assert(
    fc.property(fc.tuple(moment, moment, moment), (moments) => {
      const [a, b, c] = moments.toSorted((x, y) => x - y) as [number, number, number];
      const km = (fromS: number, toS: number) => kmBetween(fixes, { fromS, toS });
      expect(km(a, b) + km(b, c)).toBeCloseTo(km(a, c), 9);
    }),
  );
});

test('a fix out of turn is a mark, and a terminal without rhythm marks nothing', () => {
  const steady = Array.from({ length: 60 }, (_, i) => i * 60);
  const marks = rhythmMarks([...steady, 615, 1_810].toSorted((a, b) => a - b));
  expect(marks).toMatchObject({ status: 'ok', usualS: 60, marksS: [615, 1_810] });
  let at = 0;
  const loose = Array.from({ length: 60 }, (_, i) => (at += 5 + ((i * 37) % 90)));
  expect(rhythmMarks(loose).status).toBe('insufficient_data');
  expect(rhythmMarks(steady.slice(0, 10)).status).toBe('insufficient_data');
});

test('journeys lie between stays, are parted by silence, and are cut at marks', () => {
  const parked = (minute: number, km: number) => Array.from({ length: 6 }, (_, i) => north(minute + 5 * i, km));
  const drive = Array.from({ length: 9 }, (_, i) => north(26 + i, i + 1));
  const { fixes } = cleanTrack([...parked(0, 0), ...drive, ...parked(35, 10), north(90, 40), north(91, 41)]);
  const found = journeysOf(fixes, journeyRule);
  expect(found.stays.map(({ fromS, toS }) => [fromS / 60, toS / 60])).toEqual([
    [0, 25],
    [35, 60],
  ]);
  expect(found.journeys.map(({ fromS, toS }) => [fromS / 60, toS / 60])).toEqual([
    [25, 35],
    [90, 91],
  ]);
  expect(found.gaps.map(({ fromS, toS, km }) => [fromS / 60, toS / 60, Math.round(km)])).toEqual([[60, 90, 30]]);
  expect(legsOf(found.journeys, [10 * 60, 30 * 60]).map(({ fromS, toS }) => [fromS / 60, toS / 60])).toEqual([
    [25, 30],
    [30, 35],
    [90, 91],
  ]);
});

test('the corridor counts what was driven beside every way', () => {
  const way = [
    { latitude: 32, longitude: 118.8 },
    { latitude: 33, longitude: 118.8 },
  ];
  expect(metresFromWay({ latitude: 32.5, longitude: 118.81 }, way)).toBeCloseTo(938, -1);
  expect(metresFromWay({ latitude: 31, longitude: 118.8 }, way)).toBeCloseTo(111_195, -1);
  expect(metresFromWay({ latitude: 32, longitude: 118.8 }, [])).toBe(Number.POSITIVE_INFINITY);
  const beside = { latitude: 32.5, longitude: 118.83, stepM: 700 };
  expect(kmOutside([beside, { ...beside, longitude: 118.805 }], [way])).toBe(0.7);
  expect(kmOutside([beside], [way, [beside]])).toBe(0);
});

test('what two lists share and what one has alone make up the one', () => {
  const spans = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 30 })), { maxLength: 12 })
    .map((all) => joined(all.map(([fromS, length]): Span => ({ fromS, toS: fromS + length }))));
  fc.assert(
    fc.property(spans, spans, (a, b) => {
      expect(secondsOf(overlapOf(a, b)) + secondsOf(without(a, b))).toBe(secondsOf(a));
      expect(overlapOf(without(a, b), b)).toEqual([]);
      a.forEach((span, i) => expect(i === 0 || a[i - 1]!.toS < span.fromS).toBe(true));
    }),
  );
});
