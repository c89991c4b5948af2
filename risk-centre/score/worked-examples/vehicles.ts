import { median, medianAbsoluteDeviation, robustZ } from '@opengoa/kernel/robust-statistics';
import { fullToFull, unexplainedLitres } from '../../../domains/vehicles/methods/full-to-full.ts';
import { haversineM } from '../../../domains/vehicles/methods/haversine.ts';
import { largestSplit } from '../../../domains/vehicles/methods/split-repairs.ts';
import { type Fix, staysIn } from '../../../domains/vehicles/methods/stay-points.ts';
import { coverOf } from '../../../domains/vehicles/methods/trip-cover.ts';
import { detourOf } from '../../methods/vehicles/detour.ts';
import { odometerAgainstTrack } from '../../methods/vehicles/odometer-against-track.ts';
import { refuelPlace } from '../../methods/vehicles/refuel-place.ts';
import { type Answers, beside } from './case.ts';

const place = ([latitude, longitude]: readonly number[]) => ({ latitude: latitude!, longitude: longitude! });
const fix = ([atS, latitude, longitude]: readonly number[]): Fix => ({
  atS: atS!,
  latitude: latitude!,
  longitude: longitude!,
});
const span = ([fromMinute, toMinute]: readonly number[]) => ({ fromMinute: fromMinute!, toMinute: toMinute! });

export const vehicles: Answers = {
  'vehicle.haversine_m': (input) => ({ m: haversineM(place(input.nums('a')), place(input.nums('b'))) }),
  'vehicle.stay_points': (input) => ({
    stays: staysIn(input.rows('points(t_s,lat,lon)').map(fix), {
      withinM: input.num('D_m'),
      atLeastS: input.num('T_s'),
    }).map(({ fromS, toS, latitude, longitude }) => [fromS, toS, latitude, longitude]),
  }),
  'vehicle.trip_match_iou': (input) => {
    const cover = coverOf(span(input.nums('trip_min')), span(input.nums('approved_min')));
    return { iou: cover.overlapOverUnion, coverage_of_trip: cover.coveredShare };
  },
  'vehicle.fuel_over_tank': (input) => {
    const limit = input.num('tank_L') * input.num('margin');
    const left = unexplainedLitres({
      litres: input.num('litres'),
      km: input.num('km_since_last_fill'),
      litresPer100Km: input.num('L_per_100km'),
    });
    return {
      limit_L: limit,
      over_tank: input.num('litres') > limit,
      expected_use_L: left.expectedLitres,
      unexplained_L: left.unexplainedLitres,
    };
  },
  'vehicle.fuel_robust_z': (input) => {
    let odometerKm = 10_000;
    const at = '2026-03-02T08:30:00+08:00';
    const fills = [
      { id: 'start', at, litres: 30, full: true, odometerKm },
      ...input.nums('litres').map((litres, i) => {
        odometerKm += input.nums('km')[i]!;
        return { id: `f${i}`, at, litres, full: true, odometerKm };
      }),
    ];
    const rates = fullToFull(fills).map(({ litresPer100Km }) => litresPer100Km);
    return {
      L_per_100km: rates,
      median: median(rates),
      mad: medianAbsoluteDeviation(rates),
      robust_z: rates.map((rate) => robustZ(rate, rates)),
    };
  },
  'vehicle.refuel_location': (input) => {
    const at = refuelPlace(
      fix(input.nums('gps_before')),
      fix(input.nums('gps_after')),
      input.num('tx_time_s'),
      place(input.nums('station')),
      { radiusM: input.num('radius_m') },
    );
    return { interpolated: [at.latitude, at.longitude], distance_m: at.distanceM, flag: at.away };
  },
  'vehicle.odometer': (input, expected) => {
    const { rollbacks, ratios } = odometerAgainstTrack(input.nums('readings'), expected.nums('gps_km'));
    return {
      rollback_index0: rollbacks,
      gps_km: beside('handed in'),
      ratio_valid_segments: ratios.filter((ratio) => ratio !== null),
    };
  },
  'vehicle.detour': (input) => {
    const way = detourOf(
      input.num('driven_km'),
      input.num('network_shortest_km'),
      input.num('off_route_km_over_1km_corridor'),
    );
    return { detour_ratio: way.ratio, off_route_share: way.offRouteShare };
  },
  'vehicle.split_repairs': (input) => {
    const limitFen = 100 * input.num('approval_limit');
    const bills = input.nums('invoices_within_15_days').map((yuan, i) => ({
      id: `${i}`,
      day: `2026-03-0${i + 1}`,
      garage: '一厂',
      amountFen: 100 * yuan,
    }));
    const split = largestSplit(bills, limitFen, 15);
    if (!split) throw new Error('no split');
    return {
      sum: split.sumFen / 100,
      all_below_limit: bills.every(({ amountFen }) => amountFen < limitFen),
      sum_over_limit: split.sumFen > limitFen,
      max_share_of_limit: split.maxShare,
    };
  },
};
