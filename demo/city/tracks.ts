import { along, kmBetween, type LonLat, onward } from '../city-map.ts';
import { addDays } from '@opengoa/kernel/calendar';
import { chanceOf } from './chance.ts';
import { yardOf } from './errands.ts';
import type { CityVehicle } from './fleet.ts';
import type { OutingOfYear, TripOfYear, Year } from './year.ts';

/** What the terminals said in a year: a fix every few minutes on the way, and where the vehicle stood at half past two. */

export interface Fix {
  /** Minutes since 1970. */
  readonly at: number;
  readonly place: LonLat;
  readonly speedKmh: number;
}

const minuteAt = (day: string, minute: number): number => Date.parse(`${day}T00:00:00+08:00`) / 60_000 + minute;

/** All fixes of a vehicle in the order of time; none where it has no terminal. */
export function fixesOf(seed: number, year: Year, vehicle: CityVehicle, trips: readonly TripOfYear[]): Fix[] {
  if (vehicle.terminal === null) return [];
  const chance = chanceOf(seed, `tracks ${vehicle.plate}`);
  const yard = yardOf(vehicle.pool);
  // A receiver in the open is right to a few metres.
  const near = (place: LonLat): LonLat => onward(place, chance.next() * 360, chance.next() * 0.006);
  const fixes: Fix[] = [];
  const put = (at: number, place: LonLat, speedKmh: number) =>
    fixes.push({ at: Math.round(at), place: near(place), speedKmh });
  for (const trip of trips) onTrip(trip, yard, put);
  for (const outing of year.outings) if (outing.plate === vehicle.plate) onOuting(outing, yard, put);
  const away = new Map(
    year.nights.filter(({ plate }) => plate === vehicle.plate).map(({ day, awayKm }) => [day, awayKm]),
  );
  const bearing = chance.whole(0, 359);
  for (let day = year.from; day < year.toExclusive; day = addDays(day, 1)) {
    const at = minuteAt(day, 150);
    const out = trips.find(({ departedAt, returnedAt }) => departedAt <= at && returnedAt >= at);
    const awayKm = away.get(day);
    if (out) {
      if (typeof out.told === 'object' || out.told === 'whole') put(at, along(out.errand.road, out.drivenKm / 2), 0);
      continue;
    }
    if (awayKm === undefined) {
      put(at, yard, 0);
      continue;
    }
    const home = onward(yard, bearing, awayKm);
    const before = trips.findLast(({ returnedAt }) => returnedAt < at)?.returnedAt ?? 0;
    const leaves = Math.max(minuteAt(day, -340), before + 4);
    const minutes = Math.min((awayKm / 32) * 60, at - leaves - 10);
    for (let gone = 0; gone <= minutes; gone += 4)
      put(leaves + gone, onward(yard, bearing, (awayKm * gone) / minutes), 30);
    put(leaves + minutes + 2, home, 0);
    put(at, home, 0);
    for (let gone = 0; gone <= minutes; gone += 4)
      put(at + 180 + gone, onward(home, bearing + 180, (awayKm * gone) / minutes), 30);
    put(at + 182 + minutes, yard, 0);
  }
  const silent = year.silences.filter(({ plate }) => plate === vehicle.plate);
  const heard = fixes.filter(({ at }) => silent.every(({ from, to }) => at < from || at > to));
  return [...new Map(heard.map((fix) => [fix.at, fix])).values()].toSorted((a, b) => a.at - b.at);
}

type Put = (at: number, place: LonLat, speedKmh: number) => void;
const between = (a: LonLat, b: LonLat, share = 0.5): LonLat => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];

/** There, a stay, and home again, with no paper. */
function onOuting({ at, minutes, place }: OutingOfYear, yard: LonLat, put: Put): void {
  const oneWay = Math.max(6, (kmBetween(yard, place) / 46) * 60);
  put(at - oneWay - 1, yard, 0);
  for (let gone = 5; gone < oneWay; gone += 5) {
    put(at - oneWay + gone, between(yard, place, gone / oneWay), 46);
    put(at + minutes + gone, between(place, yard, gone / oneWay), 46);
  }
  put(at, place, 0);
  put(at + minutes, place, 0);
  put(at + minutes + oneWay + 1, yard, 0);
}

/** Out along the road, a stay, and back. */
function onTrip(trip: TripOfYear, yard: LonLat, put: Put): void {
  const { told, errand, departedAt: from, returnedAt: until, drivenKm: km } = trip;
  if (told === 'nothing') return;
  const minutes = until - from;
  if (told === 'in-the-yard') {
    for (let minute = 1; minute < minutes; minute += 20) put(from + minute, yard, 0);
    return;
  }
  const silent = (minute: number) => typeof told === 'object' && minute >= told.gapFrom && minute <= told.gapTo;
  const oneWay = Math.min(Math.max(6, (km / 2 / 52) * 60), minutes * 0.45);
  const kmh = (km / 2 / oneWay) * 60;
  const step = 5;
  const bursts = (trip.fast ?? []).map(({ atKm, minutes: long, kmh: fast }) => {
    const begins = Math.round((atKm / (km / 2)) * oneWay);
    const [at, to] = [
      (km / 2) * (begins / oneWay),
      Math.min(km / 2, (km / 2) * (begins / oneWay) + (fast * long) / 60),
    ];
    return { begins, ends: begins + long, at, to, fast };
  });
  const say = (minute: number, gone: number, speedKmh: number) => {
    if (silent(minute) || bursts.some(({ begins, ends }) => minute >= begins && minute <= ends)) return;
    // Whoever went faster waits somewhere until the others come: the way is as long as it was.
    const ahead = minute < oneWay ? bursts.find(({ ends, to }) => minute > ends && gone < to) : undefined;
    put(from + minute, along(errand.road, ahead?.to ?? gone), ahead ? 0 : speedKmh);
  };
  for (const { begins, ends, at, fast } of bursts)
    for (let minute = begins; minute <= ends; minute += 1)
      put(from + minute, along(errand.road, Math.min(km / 2, at + (fast * (minute - begins)) / 60)), fast);
  say(1, 0, 0);
  for (let minute = step; minute < oneWay; minute += step) say(minute, (km / 2) * (minute / oneWay), kmh);
  say(oneWay, km / 2, 0);
  const { aside } = trip;
  if (aside) {
    const there = along(errand.road, km / 2);
    const [at, to] = [from + oneWay + aside.after, from + oneWay + aside.after + aside.minutes];
    for (const minute of [at - 3, to + 3]) put(minute, between(there, aside.place), 30);
    put(at, aside.place, 0);
    put(to, aside.place, 0);
  } else if (minutes - oneWay * 2 > 40) say(minutes / 2, km / 2, 0);
  say(minutes - oneWay, km / 2, 0);
  for (let left = oneWay - step; left > 1; left -= step) say(minutes - left, (km / 2) * (left / oneWay), kmh);
  say(minutes, 0, 0);
}
