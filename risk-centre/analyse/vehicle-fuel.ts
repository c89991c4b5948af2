/** Fills against the tank, the track and the vehicle's own history (VE-06), and the odometer against the track (VE-07). */
import { median, robustZ } from '@opengoa/kernel/robust-statistics';
import type { Words } from '@opengoa/kernel/words';
import { fullToFull } from '@opengoa/vehicles/full-to-full';
import { kmBetween, placeAfter } from '../methods/vehicles/clean-track.ts';
import { odometerAgainstTrack } from '../methods/vehicles/odometer-against-track.ts';
import { refuelPlace } from '../methods/vehicles/refuel-place.ts';
import { beyond, one, type Track, type VehicleAnswer } from './vehicle-answer.ts';
import type { FillRow } from './vehicle-rows.ts';

/** VE-06 and VE-07; choices of the method, no limits of law. */
const limits = {
  overTank: 1.05,
  closeS: 3_600,
  /** Farther apart, the fixes around a fill say too little of where it was. */
  silentS: 3_600,
  robustZ: 3.5,
  tolerance: 0.3,
  stretches: 4,
  odometerLow: 0.95,
  odometerHigh: 1.08,
  odometerKm: 500,
} as const;

export function fuelAnswers(track: Track, rows: readonly FillRow[]): VehicleAnswer[] {
  const fills = rows.toSorted((a, b) => a.atS - b.atS);
  return [
    ...fills.flatMap((fill, i) => [...overTank(fill), ...tooClose(fills[i - 1], fill), ...elsewhere(track, fill)]),
    ...consumption(track, fills),
    ...odometer(track, fills),
  ];
}

const asked = (
  at: { fromS: number; toS: number },
  km: number | null,
  score: number,
  { zh, en }: Words,
): VehicleAnswer => ({
  ...at,
  kind: 'fuel-mismatch',
  km,
  score,
  flag: 1,
  reason: { zh: `待核实异常：${zh}`, en: `To be verified: ${en}` },
});
const atOnce = ({ atS }: FillRow) => ({ fromS: atS, toS: atS });

function overTank(fill: FillRow): VehicleAnswer[] {
  const most = (fill.tank ?? Number.POSITIVE_INFINITY) * limits.overTank;
  if (fill.litres <= most) return [];
  return [
    asked(atOnce(fill), null, Math.max(0.9, beyond(fill.litres, most)), {
      zh: `加油${one(fill.litres)}升，油箱${one(fill.tank!)}升。经批准的备用油桶可消除`,
      en: `${one(fill.litres)} L filled into a tank of ${one(fill.tank!)} L. An approved can clears it`,
    }),
  ];
}

function tooClose(before: FillRow | undefined, fill: FillRow): VehicleAnswer[] {
  if (!before || fill.tank === null || fill.atS - before.atS > limits.closeS) return [];
  const litres = before.litres + fill.litres;
  if (litres <= fill.tank * limits.overTank) return [];
  const minutes = Math.round((fill.atS - before.atS) / 60);
  return [
    asked({ fromS: before.atS, toS: fill.atS }, null, beyond(litres, fill.tank), {
      zh: `${minutes}分钟内两次加油共${one(litres)}升，油箱${one(fill.tank)}升`,
      en: `two fills within ${minutes} minutes, ${one(litres)} L together, into a tank of ${one(fill.tank)} L`,
    }),
  ];
}

function elsewhere({ fixes }: Track, fill: FillRow): VehicleAnswer[] {
  if (!fill.station) return [];
  const place = placeAfter(fixes, fill.atS);
  const [before, after] = [fixes[place - 1], fixes[place]];
  if (!before || !after || after.atS - before.atS > limits.silentS)
    return [
      {
        ...atOnce(fill),
        kind: 'insufficient_data',
        km: null,
        score: null,
        flag: 0,
        reason: {
          zh: '加油时前后没有足够近的定位，不判断地点',
          en: 'no positions near enough in time to the fill; nothing is said of its place',
        },
      },
    ];
  const { distanceM, allowedM, away } = refuelPlace(before, after, fill.atS, fill.station);
  if (!away) return [];
  return [
    asked(atOnce(fill), distanceM / 1_000, beyond(distanceM, allowedM), {
      zh: `加油时车辆距加油站${one(distanceM / 1_000)}公里。入账时间有误或设备时钟有误可消除`,
      en: `while it was refuelled the vehicle was ${one(distanceM / 1_000)} km from the station. A wrong booking time or clock clears it`,
    }),
  ];
}

/** Litres between full tanks over kilometres by positions. */
function consumption({ fixes }: Track, fills: readonly FillRow[]): VehicleAnswer[] {
  const [first, last] = [fixes[0], fixes.at(-1)];
  if (!first || !last) return [];
  const covered = fills.filter(({ atS }) => atS >= first.atS && atS <= last.atS);
  const stretches = fullToFull(
    covered.map(({ atS, litres, full }, i) => ({
      id: String(i),
      at: '',
      litres,
      full,
      odometerKm: kmBetween(fixes, { fromS: first.atS, toS: atS }),
    })),
  );
  const rates = stretches.map(({ litresPer100Km }) => litresPer100Km);
  return stretches.flatMap(({ fillId, litres, km, litresPer100Km, fills: count }) => {
    const end = covered[Number(fillId)]!;
    const begin = covered.slice(0, Number(fillId)).findLast(({ full }) => full)!;
    const usual = rates.length >= limits.stretches ? median(rates) : end.rated;
    if (usual === null) return [];
    const z = rates.length >= limits.stretches ? robustZ(litresPer100Km, rates) : Number.POSITIVE_INFINITY;
    const most = usual * (1 + limits.tolerance);
    if (litresPer100Km <= most || z === null || z <= limits.robustZ) return [];
    const left = litres - (km * usual) / 100;
    return [
      asked({ fromS: begin.atS, toS: end.atS }, km, beyond(litresPer100Km / usual - 1, limits.tolerance), {
        zh: `${count}次加油${one(litres)}升，定位里程${one(km)}公里，百公里${one(litresPer100Km)}升，平时${one(usual)}升，${one(left)}升未能说明`,
        en: `${one(litres)} L in ${count} fills over ${one(km)} km by positions, ${one(litresPer100Km)} L/100 km where ${one(usual)} is usual; ${one(left)} L are unexplained`,
      }),
    ];
  });
}

function odometer({ fixes }: Track, fills: readonly FillRow[]): VehicleAnswer[] {
  const read = fills.filter((fill): fill is FillRow & { readonly odometer: number } => fill.odometer !== null);
  const readings = read.map((fill) => fill.odometer);
  const spans = read.slice(1).map(({ atS }, i) => ({ fromS: read[i]!.atS, toS: atS }));
  const km = spans.map((span) => kmBetween(fixes, span));
  const { rollbacks, ratios } = odometerAgainstTrack(readings, km);
  const wrong = (i: number, score: number, { zh, en }: Words): VehicleAnswer => ({
    ...spans[i]!,
    kind: 'odometer-mismatch',
    km: km[i]!,
    score,
    flag: 1,
    reason: { zh: `待核实异常：${zh}`, en: `To be verified: ${en}` },
  });
  const inside = ({ fromS, toS }: { fromS: number; toS: number }) =>
    fixes.length > 0 && fromS >= fixes[0]!.atS && toS <= fixes.at(-1)!.atS;
  return [
    ...rollbacks.map((i) =>
      wrong(i - 1, 0.9, {
        zh: `里程表由${readings[i - 1]}回落到${readings[i]}公里。换表记录可消除`,
        en: `the odometer fell from ${readings[i - 1]} to ${readings[i]} km. A record of its exchange clears it`,
      }),
    ),
    ...ratios.flatMap((ratio, i) => {
      if (ratio === null || km[i]! < limits.odometerKm || !inside(spans[i]!)) return [];
      if (ratio >= limits.odometerLow && ratio <= limits.odometerHigh) return [];
      return [
        wrong(i, beyond(Math.abs(ratio - 1), limits.odometerHigh - 1), {
          zh: `里程表增加${one(readings[i + 1]! - readings[i]!)}公里，定位里程${one(km[i]!)}公里，比值${ratio.toFixed(2)}`,
          en: `the odometer rose by ${one(readings[i + 1]! - readings[i]!)} km over ${one(km[i]!)} km by positions, ratio ${ratio.toFixed(2)}`,
        }),
      ];
    }),
  ];
}
