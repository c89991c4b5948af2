import { words } from '@opengoa/kernel/words';
import { fillWords, type Id, type Words } from '@opengoa/kernel';
import { mayDrive, suits } from '../fleet/vehicle.ts';
import { categories } from '../words.zh.ts';
import { type Empty, meets, type PlanLine, type PlanQuestion, type PlanRequest } from './day-plan.ts';
import { isFree } from './plan-model.ts';

/** Why a line of the proposal is as it is, and why a request has none; in words short enough for a row. */

const lineWords = {
  together: words('{others} 同去{to}，同车少跑 {km} km', '{others} go to {to} too: {km} km less together'),
  full: words('座位正好', 'Seats just right'),
  spare: words('余 {seats} 座', '{seats} seats to spare'),
  kept: words('{category}，合用途', '{category}, kept for this use'),
  notKept: words('{category}，非专用', '{category}, not kept for this use'),
  again: words('接上一趟，不另出车', 'Goes on from the trip before: no further vehicle'),
  driver: words('{driver}当日共 {hours} 小时', '{driver}: {hours} h that day'),
};

const emptyWords = {
  fromParking: words('自停放地空驶 {km} km', '{km} km empty from its parking place'),
  fromTrip: words('自上一趟空驶 {km} km', '{km} km empty from the trip before'),
  home: words('收车空驶 {km} km', '{km} km empty back to its parking place'),
  noStart: words('空驶不详：“{place}”没有坐标', 'Empty kilometres not known: "{place}" has no coordinates'),
  noParking: words('空驶不详：停放地没有坐标', 'Empty kilometres not known: its parking place has no coordinates'),
  noTrip: words('来程空驶不详：上一趟的地点没有坐标', 'Not known how far from the trip before: it has no coordinates'),
};

/** 空驶: how far the vehicle drives with nobody on board, or which place has no coordinates. */
export function emptyReasons(empty: Empty, { trips }: Pick<PlanLine, 'trips'>): Words[] {
  const [first] = trips;
  if (first && first.start === null) return [fillWords(emptyWords.noStart, { place: first.from })];
  const ofParking = empty.from === 'parking';
  const { beforeKm, afterKm } = empty;
  if ((ofParking && beforeKm === null) || afterKm === null)
    return [...(!ofParking ? [cameFrom(beforeKm)] : []), emptyWords.noParking];
  return [
    ofParking ? fillWords(emptyWords.fromParking, { km: beforeKm ?? 0 }) : cameFrom(beforeKm),
    ...(afterKm === undefined ? [] : [fillWords(emptyWords.home, { km: afterKm })]),
  ];
}

const cameFrom = (km: number | null): Words =>
  km === null ? emptyWords.noTrip : fillWords(emptyWords.fromTrip, { km });

export function reasonsOf(
  { trips, vehicle, driver }: Pick<PlanLine, 'trips' | 'vehicle' | 'driver'>,
  { people, again, driverHours }: { people: number; again: boolean; driverHours: number },
): Words[] {
  const category = categories[vehicle.category];
  const fit = trips.every(({ use }) => suits(vehicle.category, use)) ? lineWords.kept : lineWords.notKept;
  const spare = vehicle.seats - people;
  const km = trips.slice(1).reduce((sum, { distanceKm }) => sum + distanceKm, 0);
  const others = trips
    .slice(1)
    .map(({ number }) => number)
    .join('、');
  return [
    ...(trips.length > 1 ? [fillWords(lineWords.together, { others, to: trips[0]!.to, km })] : []),
    ...(again ? [lineWords.again] : []),
    spare === 0 ? lineWords.full : fillWords(lineWords.spare, { seats: spare }),
    { zh: fillWords(fit, { category: category.zh }).zh, en: fillWords(fit, { category: category.en }).en },
    fillWords(lineWords.driver, { driver: driver.name, hours: Math.round(driverHours * 10) / 10 }),
  ];
}

const leftWords = {
  noneServes: words('没有服务该单位的车辆', 'No vehicle serves this unit'),
  noneUsable: words(
    '服务该单位的 {count} 辆车当日均不能出车：{why}',
    'None of the {count} vehicles that serve it can go that day: {why}',
  ),
  tooFewSeats: words(
    '能出的车最多可乘 {seats} 人，本次 {people} 人；可分两单申请',
    'Those that can go seat {seats} at most, the trip has {people}; it may be asked for in two',
  ),
  allBooked: words('合适的 {count} 辆车该时段均已派出', 'The {count} fitting vehicles are all dispatched then'),
  noDriver: words(
    '该时段没有可派的驾驶员（证件、排班或当日时长）',
    'No driver then (licence, roster or hours of the day)',
  ),
  othersFirst: words(
    '合适的 {count} 辆车该时段给了 {others} 等申请；可与申请人商量改期',
    'The {count} fitting vehicles go on {others} then; another time may be agreed',
  ),
  outOfTime: words('限定时间内没有排出；请单独派车', 'Not placed within the time; please dispatch it by itself'),
};

/** The first thing that stood in the way, asked in the order of an official: whose, which, how large, when, who drives. */
export function whyLeft(
  request: PlanRequest,
  { vehicles, drivers, rules, serves }: PlanQuestion,
  lines: readonly PlanLine[],
  { driverless, cutShort }: { driverless: ReadonlySet<Id>; cutShort: boolean },
): Words {
  const serving = vehicles.filter((vehicle) => serves(vehicle, request.unit));
  if (serving.length === 0) return leftWords.noneServes;
  const usable = serving.filter(({ idle }) => idle === null);
  if (usable.length === 0) {
    const whys = [...new Map(serving.flatMap(({ idle }) => (idle ? [[idle.zh, idle] as const] : []))).values()];
    const said = (language: 'zh' | 'en') =>
      whys
        .slice(0, 3)
        .map((why) => why[language])
        .join('、');
    const count = serving.length;
    return {
      zh: fillWords(leftWords.noneUsable, { count, why: said('zh') }).zh,
      en: fillWords(leftWords.noneUsable, { count, why: said('en') }).en,
    };
  }
  const large = usable.filter(({ seats }) => seats >= request.people);
  if (large.length === 0)
    return fillWords(leftWords.tooFewSeats, {
      seats: Math.max(...usable.map(({ seats }) => seats)),
      people: request.people,
    });
  const free = large.filter(({ taken }) => !taken.some((stretch) => meets(stretch, request.at, rules.pauseMinutes)));
  if (free.length === 0) return fillWords(leftWords.allBooked, { count: large.length });
  const drivable = drivers.some(
    (driver) =>
      free.some(({ body }) => mayDrive(driver.licence, body)) && isFree(driver, request.at, rules.driverHours),
  );
  if (!drivable || driverless.has(request.id)) return leftWords.noDriver;
  const inPlace = lines.filter(
    ({ vehicle, at }) => free.includes(vehicle) && meets(at, request.at, rules.pauseMinutes),
  );
  const held = new Set(inPlace.map(({ vehicle }) => vehicle));
  if (held.size === free.length) {
    const others = inPlace
      .slice(0, 2)
      .flatMap(({ trips }) => trips.map(({ number }) => number))
      .slice(0, 2)
      .join('、');
    return fillWords(leftWords.othersFirst, { count: free.length, others });
  }
  return cutShort ? leftWords.outOfTime : leftWords.noDriver;
}
