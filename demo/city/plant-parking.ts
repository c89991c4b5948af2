import { along, type LonLat, onward } from '../city-map.ts';
import { type Calendar, dayOf } from '@opengoa/kernel/calendar';
import { chanceOf } from './chance.ts';
import { errands } from './errands.ts';
import { type Planting, monthOf } from './planting.ts';
import type { NoParkingOfYear, TripOfYear, Year } from './year.ts';

/** Where the fleets' vehicles are not to stand: beside the places they are sent to, and the square before the station, which is one of those. */
export const noParking: readonly NoParkingOfYear[] = [
  beside('东岭乡', 40, { name: '东岭温泉度假区', radiusM: 350, watches: 'always' }),
  beside('开发区管委会', 130, { name: '开发区购物广场', radiusM: 300, watches: 'days-off' }),
  beside('桥头镇', 75, { name: '桥头古镇景区', radiusM: 350, watches: 'always' }),
  { name: '高铁临江站', place: endOf('高铁临江站'), radiusM: 500, watches: 'always' },
];

function beside(to: string, bearing: number, fence: Omit<NoParkingOfYear, 'place'>): NoParkingOfYear {
  return { ...fence, place: onward(endOf(to), bearing, 2.6) };
}
function endOf(to: string): LonLat {
  const { road, km } = Object.values(errands)
    .flat()
    .find((errand) => errand.to === to)!;
  return along(road, km / 2);
}
const [resort, mall, oldTown] = noParking.map(({ place }) => place) as [LonLat, LonLat, LonLat];

/**
 * Stopped where no vehicle of the fleet is to stand, on the way or on a day off with no trip at all; and who stopped there for a reason, briefly, or
 * while nothing is forbidden. Written from what was done: how long is drawn, and some is too short for any rule.
 */
export function plantParking(seed: number, year: Year, calendar: Calendar): Planting[] {
  const chance = chanceOf(seed, 'plant-parking');
  const found: Planting[] = [];
  const heard = new Map(
    year.vehicles.filter(({ terminal }) => terminal !== null).map((vehicle) => [vehicle.plate, vehicle]),
  );
  const silent = (plate: string, from: number, to: number) =>
    year.silences.some((each) => each.plate === plate && each.from <= to && each.to >= from);
  const taken = new Set<string>();
  const isFree = (plate: string, at: number) => !taken.has(`${plate} ${monthOf(at)}`);
  const label = (plate: string, at: number, harm: boolean, what: string, size: string) => {
    taken.add(`${plate} ${monthOf(at)}`);
    found.push({ kit: 'vehicles/no-parking', about: { kind: 'vehicle', plate, month: monthOf(at) }, harm, what, size });
  };
  const usable = year.trips.filter(
    (trip) =>
      heard.has(trip.plate) &&
      trip.told === 'whole' &&
      !trip.fast &&
      // Whoever drove farther stayed somewhere else.
      Math.abs(trip.drivenKm / trip.errand.km - 1) < 0.1 &&
      !silent(trip.plate, trip.departedAt, trip.returnedAt),
  );
  const off = (minute: number) => !calendar.isWorkday(dayOf(new Date(minute * 60_000)));
  /** Minutes at the place itself, which the way there and back leaves. */
  const stay = ({ departedAt, returnedAt, drivenKm }: TripOfYear) => returnedAt - departedAt - (drivenKm / 52) * 60;
  /** One trip to a place, off to one side for so many minutes of the stay there. */
  const aside = (
    to: string,
    place: LonLat,
    minutes: number,
    fits: (trip: TripOfYear) => boolean = ({ use }) => use !== 'emergency',
  ): TripOfYear | undefined => {
    const [trip] = chance.some(
      usable.filter(
        (each) =>
          each.errand.to === to && isFree(each.plate, each.departedAt) && stay(each) > minutes + 40 && fits(each),
      ),
      1,
    );
    if (trip) trip.aside = { place, after: 12, minutes };
    return trip;
  };
  const size = (minutes: number) => `${minutes} min`;

  // On the way: a bath, a walk through the old town, once or twice in the month that counts.
  for (let n = chance.whole(5, 6); n > 0; n -= 1) {
    const minutes = Math.round(Math.exp(chance.between(Math.log(9), Math.log(115))));
    const trip = chance.is(0.7) ? aside('东岭乡', resort, minutes) : aside('桥头镇', oldTown, minutes);
    if (trip) label(trip.plate, trip.departedAt, true, '出差途中去景区停留', size(minutes));
  }
  // A day off, no paper, the vehicle of the office.
  for (let n = chance.whole(3, 4); n > 0; n -= 1) {
    const vehicle = chance.one([...heard.values()]);
    const days = chance.some(daysOffAtHome(year, vehicle.plate, calendar, silent), chance.whole(1, 2));
    const place = vehicle.pool === '县' ? oldTown : chance.one([resort, mall]);
    const [first] = days;
    if (first === undefined || !isFree(vehicle.plate, first)) continue;
    const own = days.filter((day) => monthOf(day) === monthOf(first));
    const minutes = chance.whole(35, 300);
    for (const day of own)
      year.outings.push({ plate: vehicle.plate, at: day + chance.whole(560, 840), minutes, place });
    label(vehicle.plate, first, true, '休息日开车去玩', `${own.length} × ${minutes} min`);
  }
  // To the shops in the noon of a working day: forbidden on days off only.
  for (let n = 2; n > 0; n -= 1) {
    const minutes = chance.whole(25, 60);
    const trip = aside('开发区管委会', mall, minutes, (each) => !off(each.departedAt));
    if (trip) label(trip.plate, trip.departedAt, false, '围栏不生效的时段', size(minutes));
  }
  for (let n = 2; n > 0; n -= 1) {
    const minutes = chance.whole(4, 15);
    const trip = aside('东岭乡', resort, minutes);
    if (trip) label(trip.plate, trip.departedAt, false, '停车上下人员', size(minutes));
  }
  // What really happens on the road and no rule can know.
  for (const what of ['车辆故障等待救援', '装卸会议物资']) {
    const minutes = what === '装卸会议物资' ? chance.whole(15, 40) : chance.whole(40, 110);
    const trip = aside('东岭乡', resort, minutes) ?? aside('桥头镇', oldTown, minutes);
    if (trip) label(trip.plate, trip.departedAt, false, what, size(minutes));
  }
  const rescue = aside('东岭乡', resort, 60, ({ use }) => use === 'emergency');
  if (rescue) label(rescue.plate, rescue.departedAt, false, '执行紧急任务', size(60));
  // Sent to the station, which is a place where one is not to stand.
  const toStation = usable.filter(
    ({ errand, plate, departedAt }) => errand.to === '高铁临江站' && isFree(plate, departedAt),
  );
  for (const trip of chance.some(toStation, 3))
    if (isFree(trip.plate, trip.departedAt))
      label(trip.plate, trip.departedAt, false, '派车单目的地就在禁停区域', size(Math.round(stay(trip))));
  return found;
}

/** Midnights of days off between two days on which the vehicle went nowhere. */
function daysOffAtHome(
  year: Year,
  plate: string,
  calendar: Calendar,
  silent: (plate: string, from: number, to: number) => boolean,
): number[] {
  const busy = [
    ...year.trips
      .filter((trip) => trip.plate === plate)
      .map(({ startsAt, endsAt, departedAt, returnedAt }) => [
        Math.min(startsAt, departedAt),
        Math.max(endsAt, returnedAt),
      ]),
    ...year.nights
      .filter((night) => night.plate === plate)
      .map(({ day }) => {
        const at = Date.parse(`${day}T00:00:00+08:00`) / 60_000;
        return [at - 340, at + 600];
      }),
  ] as [number, number][];
  const days: number[] = [];
  const last = Date.parse(`${year.toExclusive}T00:00:00+08:00`) / 60_000 - 2_880;
  for (let at = Date.parse(`${year.from}T00:00:00+08:00`) / 60_000 + 2_880; at < last; at += 1_440) {
    const [from, to] = [at + 420, at + 1_400];
    if (calendar.isWorkday(dayOf(new Date((at + 720) * 60_000))) || silent(plate, from, to)) continue;
    if (busy.every(([begin, end]) => end < from || begin > to)) days.push(at);
  }
  return days;
}
