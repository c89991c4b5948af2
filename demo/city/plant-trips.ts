import type { Calendar } from '@opengoa/kernel/calendar';
import { addDays, dayOf } from '@opengoa/kernel/calendar';
import { type Chance, chanceOf } from './chance.ts';
import { askingOn } from './changes.ts';
import { type Planting, monthOf } from './planting.ts';
import type { TripOfYear, Year } from './year.ts';

/**
 * Misuse of vehicles on the road, written from what it does and not from what a rule looks for: somebody drives on for an errand of their own,
 * unplugs the terminal, keeps the vehicle at home, takes it on a holiday. Some are too small for any rule.
 */
export function plantTrips(seed: number, year: Year, calendar: Calendar): Planting[] {
  const chance = chanceOf(seed, 'plant-trips');
  const touched = new Set<TripOfYear>();
  const around = neighbours(year.trips);
  const drawn = (count: number, fits: (trip: TripOfYear) => boolean): TripOfYear[] => {
    const found = chance.some(
      year.trips.filter((trip) => !touched.has(trip) && trip.told === 'whole' && trip.duty === undefined && fits(trip)),
      count,
    );
    for (const trip of found) touched.add(trip);
    return found;
  };
  return [
    ...outsideApproval(chance, drawn, around),
    ...withoutTrack(chance, year, drawn),
    ...awayAtNight(chance, year),
    ...onHolidays(chance, year, calendar, drawn, around),
  ];
}

type Drawn = (count: number, fits: (trip: TripOfYear) => boolean) => TripOfYear[];
type Around = (trip: TripOfYear) => { readonly free: number };

/** Minutes until the vehicle is asked for again. */
function neighbours(trips: readonly TripOfYear[]): Around {
  const next = new Map<TripOfYear, TripOfYear>();
  for (const own of Map.groupBy(trips, ({ plate }) => plate).values())
    for (const [at, trip] of own.entries()) if (own[at + 1]) next.set(trip, own[at + 1]!);
  return (trip) => ({ free: (next.get(trip)?.departedAt ?? Infinity) - trip.returnedAt });
}

const ofTrip = (kit: string, trip: TripOfYear, harm: boolean, what: string, size: string): Planting => ({
  kit,
  about: { kind: 'trip', plate: trip.plate, departedAt: trip.departedAt },
  harm,
  what,
  size,
});
const usual = ({ use }: TripOfYear) => use !== 'emergency';

function outsideApproval(chance: Chance, drawn: Drawn, around: Around): Planting[] {
  const kit = 'vehicles/used-outside-approval';
  const found: Planting[] = [];
  // On the way back somebody drives on for something of their own: from a few kilometres to half a day.
  for (const trip of drawn(chance.whole(8, 11), (each) => usual(each) && around(each).free > 600)) {
    const extraKm = Math.round(Math.exp(chance.normal(Math.log(26), 0.9)));
    const minutes = Math.round(extraKm * 1.3 + chance.between(10, 170));
    trip.drivenKm += extraKm;
    trip.returnedAt += minutes;
    trip.why = '临时增加一处';
    found.push(ofTrip(kit, trip, true, '返程绕行办私事', `+${extraKm} km, +${minutes} min`));
  }
  // The approval is there, the vehicle never left.
  for (const trip of drawn(chance.whole(2, 3), usual)) {
    trip.drivenKm = chance.whole(0, 1);
    trip.told = 'in-the-yard';
    found.push(ofTrip(kit, trip, true, '有单未驶', `${trip.drivenKm} km`));
  }
  // Taken out after the approved time, in the evening.
  for (const trip of drawn(
    chance.whole(2, 4),
    (each) => usual(each) && around(each).free > 900 && each.errand.minutes < 300,
  )) {
    const later = trip.endsAt - trip.departedAt + chance.whole(30, 200);
    trip.departedAt += later;
    trip.returnedAt += later;
    found.push(ofTrip(kit, trip, true, '审批时段后用车', `${later} min later`));
  }
  // A road was closed, and the papers say so; nobody did anything wrong.
  for (const trip of drawn(chance.whole(3, 5), (each) => usual(each) && around(each).free > 400)) {
    const minutes = chance.whole(35, 120);
    trip.returnedAt += minutes;
    trip.drivenKm += chance.whole(3, 14);
    trip.why = '道路封闭绕行';
    found.push(ofTrip(kit, trip, false, '道路封闭绕行', `+${minutes} min`));
  }
  // Called out in an emergency: it is over when it is over.
  for (const trip of drawn(chance.whole(3, 4), (each) => each.use === 'emergency' && around(each).free > 600)) {
    const minutes = chance.whole(90, 320);
    trip.returnedAt += minutes;
    trip.why = '应急处置延时';
    found.push(ofTrip(kit, trip, false, '应急延时', `+${minutes} min`));
  }
  return found;
}

function withoutTrack(chance: Chance, year: Year, drawn: Drawn): Planting[] {
  const kit = 'vehicles/trip-without-track';
  const tracked = new Set(year.vehicles.filter(({ terminal }) => terminal !== null).map(({ plate }) => plate));
  const has = ({ plate, drivenKm }: TripOfYear) => tracked.has(plate) && drivenKm > 12;
  const found: Planting[] = [];
  for (const trip of drawn(chance.whole(4, 6), has)) {
    trip.told = 'nothing';
    found.push(ofTrip(kit, trip, true, '整程拔下终端', `${trip.drivenKm} km`));
  }
  for (const trip of drawn(chance.whole(1, 3), has)) {
    trip.told = 'in-the-yard';
    found.push(ofTrip(kit, trip, true, '终端留在院内', `${trip.drivenKm} km`));
  }
  // Unplugged for part of the way out, sometimes for minutes only.
  for (const trip of drawn(chance.whole(5, 8), (each) => has(each) && each.errand.km > 40)) {
    const [gapFrom, minutes] = [chance.whole(4, 15), chance.whole(7, 75)];
    trip.told = { gapFrom, gapTo: gapFrom + minutes };
    found.push(ofTrip(kit, trip, true, '途中断电', `${minutes} min`));
  }
  // The hills have no signal, and this terminal keeps nothing.
  for (const trip of drawn(chance.whole(2, 4), (each) => has(each) && each.errand.to === '云岭林场')) {
    const [gapFrom, minutes] = [chance.whole(15, 25), chance.whole(14, 40)];
    trip.told = { gapFrom, gapTo: gapFrom + minutes };
    found.push(ofTrip(kit, trip, false, '山区无信号', `${minutes} min`));
  }
  // Terminals that broke: some for weeks until they were exchanged, some for a day or two.
  for (const plate of chance.some([...tracked], chance.whole(4, 6))) {
    const long = chance.is(0.6);
    const from = Date.parse(`${addDays(year.from, chance.whole(30, 300))}T00:00:00+08:00`) / 60_000;
    const to = from + 1_440 * (long ? chance.whole(16, 40) : chance.whole(1, 3));
    year.silences.push({ plate, from, to });
    for (const trip of year.trips) {
      if (trip.plate !== plate || trip.returnedAt < from || trip.departedAt > to || trip.told !== 'whole') continue;
      trip.told = 'nothing';
      found.push(ofTrip(kit, trip, false, long ? '终端故障待修' : '终端短时欠费', long ? 'weeks' : 'days'));
    }
  }
  return found;
}

/** Nights on which no trip is under way or begins or ends. */
function freeNights(year: Year, plate: string): string[] {
  const own = year.trips.filter((trip) => trip.plate === plate);
  const nights: string[] = [];
  for (let day = addDays(year.from, 3); day < addDays(year.toExclusive, -3); day = addDays(day, 1)) {
    const at = Date.parse(`${day}T00:00:00+08:00`) / 60_000;
    if (
      own.every(
        (trip) => Math.max(trip.returnedAt, trip.endsAt) < at || Math.min(trip.departedAt, trip.startsAt) > at + 300,
      )
    )
      nights.push(day);
  }
  return nights;
}

function awayAtNight(chance: Chance, year: Year): Planting[] {
  const kit = 'vehicles/parked-away-overnight';
  const silent = new Set(year.silences.map(({ plate }) => plate));
  const vehicles = chance.some(
    year.vehicles.filter(({ terminal, plate }) => terminal !== null && !silent.has(plate)),
    chance.whole(11, 14),
  );
  const away = (plate: string, awayKm: number, nights: readonly string[], harm: boolean, what: string): Planting[] => {
    for (const day of nights) year.nights.push({ plate, day, awayKm });
    return [...Map.groupBy(nights, (day) => day.slice(0, 7))].map(([month, own]) => ({
      kit,
      about: { kind: 'vehicle', plate, month },
      harm,
      what,
      size: `${own.length} nights`,
    }));
  };
  const innocent = chance.whole(3, 4);
  return vehicles.flatMap(({ plate }, n) => {
    const nights = freeNights(year, plate);
    const month = chance.one(nights).slice(0, 7);
    const ofMonth = nights.filter((day) => day.startsWith(month));
    if (n >= innocent) {
      // Taken home: once, on some evenings, or as a habit.
      return away(
        plate,
        chance.between(1.2, 14),
        chance.some(ofMonth, chance.whole(1, 9)).toSorted(),
        true,
        '下班后开回家',
      );
    }
    // In the garage over a few nights, with its order on record.
    const at = chance.whole(0, Math.max(0, ofMonth.length - 5));
    const stay = ofMonth.slice(at, at + chance.whole(2, 4));
    const [first] = stay;
    if (first === undefined) return [];
    year.repairs.push({
      plate,
      at: Date.parse(`${addDays(first, -1)}T16:00:00+08:00`) / 60_000,
      garage: '临江市公务车定点维修一厂',
      what: '变速箱异响拆检',
      quote: '拆检、更换同步器，工时 8',
      quoteFen: chance.whole(180, 640) * 1_000,
      days: stay.length + 1,
    });
    return away(plate, 5.2, stay, false, '在修理厂过夜');
  });
}

function onHolidays(chance: Chance, year: Year, calendar: Calendar, drawn: Drawn, around: Around): Planting[] {
  const kit = 'vehicles/holiday-use';
  const found: Planting[] = [];
  const sealed = new Set(
    year.vehicles.filter(({ category }) => category !== 'emergency-support').map(({ plate }) => plate),
  );
  const ofVehicle = (plate: string, at: number, harm: boolean, what: string, size: string) =>
    found.push({ kit, about: { kind: 'vehicle', plate, month: monthOf(at) }, harm, what, size });
  // Approved for the eve, driven on the holiday.
  const eve = (trip: TripOfYear) => {
    const next = addDays(dayOf(new Date(trip.startsAt * 60_000)), 1);
    return (
      usual(trip) && sealed.has(trip.plate) && calendar.kindOf(next).kind === 'holiday' && around(trip).free > 2_600
    );
  };
  for (const trip of drawn(chance.whole(3, 5), eve)) {
    const later = 1_440 + chance.whole(0, 180);
    trip.departedAt += later;
    trip.returnedAt += later;
    ofVehicle(trip.plate, trip.departedAt, true, '节日用封存车', `${trip.drivenKm} km`);
    found.push(ofTrip('vehicles/used-outside-approval', trip, true, '节日用封存车', `${later} min later`));
  }
  // Out on weekends again and again, with a paper for each; and a vehicle that keeps watch on weekends, which says so.
  const [habits, watches] = [chance.whole(4, 6), chance.whole(3, 4)];
  const vehicles = chance.some(
    year.vehicles.filter(({ category }) => category === 'other'),
    habits + watches,
  );
  for (const [n, { plate }] of vehicles.entries()) {
    const own = year.trips.filter((trip) => trip.plate === plate && usual(trip) && trip.duty === undefined);
    // Somebody of a unit that stays.
    const pattern = own.find(
      ({ errand, unit }) => errand.minutes < 300 && askingOn(unit, year.toExclusive, year.from) === unit,
    );
    if (!pattern) continue;
    const weekends: string[] = [];
    for (let day = addDays(year.from, 2); day < addDays(year.toExclusive, -2); day = addDays(day, 1)) {
      const at = Date.parse(`${day}T00:00:00+08:00`) / 60_000;
      const busy = year.trips.some(
        (trip) => trip.plate === plate && trip.departedAt < at + 2_880 && trip.returnedAt > at - 1_440,
      );
      if (calendar.kindOf(day).kind === 'weekend' && !busy) weekends.push(day);
    }
    const harm = n < habits;
    const days = chance.some(weekends, harm ? chance.whole(2, 14) : chance.whole(7, 12)).toSorted();
    const onRoster = !harm && chance.is(0.5);
    for (const day of days) {
      const startsAt = Date.parse(`${day}T00:00:00+08:00`) / 60_000 + 540 + chance.whole(0, 8) * 15;
      const endsAt = startsAt + pattern.errand.minutes;
      const { why: _why, ...like } = pattern;
      year.trips.push({
        ...like,
        told: 'whole',
        startsAt,
        endsAt,
        departedAt: startsAt + chance.whole(0, 12),
        returnedAt: endsAt + chance.whole(-20, 15),
        drivenKm: Math.round(pattern.plannedKm * chance.between(0.98, 1.08)),
        ...(harm || onRoster ? {} : { duty: '周末值守' }),
      });
      if (onRoster) year.duties.push({ plate, kind: 'duty', from: startsAt - 60, to: endsAt + 240, note: '周末值守' });
    }
    if (days[0])
      ofVehicle(
        plate,
        Date.parse(days[0]) / 60_000,
        harm,
        harm ? '周末经常用车' : '周末值守用车',
        `${days.length} days`,
      );
  }
  year.trips.sort((a, b) => (a.plate === b.plate ? a.departedAt - b.departedAt : a.plate < b.plate ? -1 : 1));
  return found;
}
