/**
 * `vehicle-use`: positions in, stays and trips out, and what is to be asked about them: closed time, approvals, routes, fuel. Positions of a year are held
 * in memory, vehicle by vehicle answered. What is asked about is an anomaly to be verified (待核实异常); nobody who drove is named.
 */
import type { Fix } from '@opengoa/vehicles/stay-points';
import { cleanTrack } from '../methods/vehicles/clean-track.ts';
import { journeyRule, journeysOf } from '../methods/vehicles/legs.ts';
import { joined, type Span } from '../methods/vehicles/spans.ts';
import { closedSpans, openHoursOf } from './closed-hours.ts';
import { type AnalysisMethod, SettingRefused } from './method.ts';
import type { VehicleAnswer } from './vehicle-answer.ts';
import { againstApprovals } from './vehicle-approvals.ts';
import { fuelAnswers } from './vehicle-fuel.ts';
import { outOfHours, silences, tripsAndStays } from './vehicle-movement.ts';
import {
  type Approval,
  approvalsByVehicle,
  fillsByVehicle,
  type FillRow,
  fixesByVehicle,
  fuelShape,
  positionShape,
  type Reading,
  tripShape,
} from './vehicle-rows.ts';
import { instantIn, minutesAhead } from './zone-clock.ts';

/** Where vehicles stood and drove, and which of it is to be verified. See `methods/vehicles`. */
export const vehicleUse: AnalysisMethod = {
  name: 'vehicle-use',
  about: {
    zh: '车辆使用：停留、行程、非工作时间、与审批单不符、偏离路线、加油不符',
    en: 'Use of vehicles: stays, trips, closed time, approvals, routes, fuel',
  },
  input: positionShape,
  files: { trips: tripShape, fuel: fuelShape },
  settings: {
    zone: { zh: '时区（默认 Asia/Shanghai）', en: 'zone of time (Asia/Shanghai)' },
    hours: { zh: '工作日的用车时段（默认 08:00-18:00）', en: 'open hours of a working day (08:00-18:00)' },
    datum: {
      zh: '坐标系：wgs-84（默认）、gcj-02、bd-09',
      en: 'what coordinates mean: wgs-84 (when left out), gcj-02, bd-09',
    },
    'stay-minutes': { zh: '停留至少几分钟（默认20，办事可用5）', en: 'least minutes of a stay (20; 5 for errands)' },
  },
  output: ['vehicle', 'from', 'to', 'kind', 'km'],
  async *run(rows, files, settings, tools) {
    const how = howOf(settings);
    const positions = await fixesByVehicle(rows, how, tools);
    const trips = files['trips'] && (await approvalsByVehicle(files['trips'], how, tools));
    const fuel = files['fuel'] && (await fillsByVehicle(files['fuel'], how));
    const closed = closedOver(positions, how);
    for (const vehicle of new Set([...positions.keys(), ...(trips?.keys() ?? []), ...(fuel?.keys() ?? [])])) {
      const own = { closed, approvals: trips && (trips.get(vehicle) ?? []), fills: fuel?.get(vehicle) ?? [] };
      for (const { fromS, toS, kind, km, score, flag, reason } of useOf(positions.get(vehicle) ?? [], own, how))
        yield {
          values: {
            vehicle,
            from: Number.isNaN(fromS) ? null : instantIn(how.zone, fromS),
            to: Number.isNaN(toS) ? null : instantIn(how.zone, toS),
            kind,
            km: km === null ? null : Math.round(km * 1_000) / 1_000,
          },
          score,
          flag,
          reason,
        };
    }
  },
};

interface How extends Reading {
  readonly hours: { readonly fromMinute: number; readonly toMinute: number };
  readonly stayS: number;
}

function howOf(settings: Readonly<Record<string, string | undefined>>): How {
  const refused = (zh: string, en: string) => new SettingRefused({ zh, en });
  const zone = settings['zone'] ?? 'Asia/Shanghai';
  try {
    minutesAhead(zone, 0);
  } catch {
    throw refused(`没有时区 ${zone}。`, `There is no zone ${zone}.`);
  }
  const hours = openHoursOf(settings['hours'] ?? '08:00-18:00');
  if (!hours) throw refused('--hours 须写成 08:00-18:00。', '--hours is written as 08:00-18:00.');
  const datum = settings['datum'] ?? 'wgs-84';
  if (datum !== 'wgs-84' && datum !== 'gcj-02' && datum !== 'bd-09')
    throw refused('--datum 须为 wgs-84、gcj-02 或 bd-09。', '--datum is wgs-84, gcj-02 or bd-09.');
  const stayMinutes = Number(settings['stay-minutes'] ?? journeyRule.atLeastS / 60);
  if (!(stayMinutes >= 1 && stayMinutes <= 1_440))
    throw refused('--stay-minutes 须为1至1440。', '--stay-minutes takes 1 to 1440.');
  return { zone, datum, hours, stayS: stayMinutes * 60 };
}

/** Closed time from the first position of all to the last. */
function closedOver(positions: ReadonlyMap<string, readonly Fix[]>, { zone, hours }: How): Span[] {
  let [fromS, toS] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const fixes of positions.values())
    for (const { atS } of fixes) {
      fromS = Math.min(fromS, atS);
      toS = Math.max(toS, atS);
    }
  return fromS < toS ? closedSpans({ fromS, toS }, zone, hours) : [];
}

interface Beside {
  readonly closed: readonly Span[];
  /** Undefined where no file of approvals was given. */
  readonly approvals: readonly Approval[] | undefined;
  readonly fills: readonly FillRow[];
}

/** Everything that is said of one vehicle, in the order of time within stays and trips, then what is asked about. */
function useOf(positions: readonly Fix[], { closed, approvals, fills }: Beside, { stayS }: How): VehicleAnswer[] {
  const { fixes, jumps } = cleanTrack(positions);
  const track = { fixes, ...journeysOf(fixes, { ...journeyRule, atLeastS: stayS }) };
  const few: VehicleAnswer[] =
    fixes.length >= 2
      ? []
      : [
          {
            fromS: fixes[0]?.atS ?? Number.NaN,
            toS: fixes[0]?.atS ?? Number.NaN,
            kind: 'insufficient_data',
            km: null,
            score: null,
            flag: 0,
            reason: {
              zh: `有效定位${fixes.length}个（另有${jumps}个不可信），行程不作判断`,
              en: `${fixes.length} positions that count (${jumps} do not); nothing is said of trips`,
            },
          },
        ];
  const timesS = positions.map(({ atS }) => atS).toSorted((a, b) => a - b);
  const moves = tripsAndStays(track, timesS).toSorted((a, b) => a.fromS - b.fromS || a.toS - b.toS);
  return [
    ...few,
    ...moves,
    ...silences(track),
    ...outOfHours(track, closed, approvals ? joined(approvals) : null),
    ...(approvals ? againstApprovals(track, approvals) : []),
    ...fuelAnswers(track, fills),
  ];
}
