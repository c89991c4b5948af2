import type { Town } from '../town.ts';
import type { Place, Places } from './places.ts';
import { booksAt, inputsOfBooks, paperAt } from './things-of-old-books.ts';
import { inputsOfPositions, positionedAt } from './things-of-positions.ts';
import { atEach, idsOf, local, type Things } from './things.ts';

const states = ['requested', 'approved', 'dispatched', 'departed', 'returned', 'settled'] as const;
type State = (typeof states)[number];

const day = '2026-03-05';

/**
 * Vehicles, drivers and trips in every state, at every place.
 * @param daysLater moves the house from the day of registering to 2026-03-05 09:00 in China, the day of the trips
 */
export async function thingsOfVehicles(town: Town, places: Places, daysLater: () => void): Promise<Things> {
  const fleet = await atEach(places, (place) => fleetOf(town, place));
  const spent = await atEach(places, (place) => spentAt(town, place, fleet[place.relation]));
  const books = await atEach(places, (place) => booksAt(town, place, fleet[place.relation].spare));
  daysLater();
  const trips = await atEach(places, async (place) => {
    const made = {} as Record<State | 'sentBack', string>;
    for (const [at, state] of states.entries())
      made[state] = await tripOf(town, place, state, fleet[place.relation], at);
    made.sentBack = await tripOf(town, place, 'requested', fleet[place.relation], 0);
    const head = local(town, place, 'head', place.locals.head, '负责人');
    await head.does('vehicles.send-trip-back', { trip: made.sentBack, opinion: '请写明事由' });
    return made;
  });
  const positioned = await atEach(places, (place) =>
    positionedAt(town, place, {
      vehicle: fleet[place.relation].driven[1]!.vehicle,
      trip: trips[place.relation].departed,
    }),
  );
  const plan = (place: Place) => planOf(place, '20:00', '21:00');
  const trip =
    (state: State, more: object = {}) =>
    (place: Place) => ({ trip: trips[place.relation][state], ...more });
  const vehicle =
    (more: object = {}) =>
    (place: Place) => ({ vehicle: fleet[place.relation].spare, ...more });
  return {
    ids: idsOf(fleet, trips, spent, books, positioned),
    inputs: {
      ...inputsOfBooks(books, ({ relation }) => spent[relation].cost),
      ...inputsOfPositions(positioned, {
        spareAt: ({ relation }) => fleet[relation].spare,
        tripAt: ({ relation }) => trips[relation].departed,
      }),
      'vehicles.request-trip': plan,
      'vehicles.revise-trip': (place) => ({ ...plan(place), trip: trips[place.relation].sentBack, version: 2 }),
      'vehicles.approve-trip': trip('requested', { opinion: '同意' }),
      'vehicles.refuse-trip': trip('requested', { opinion: '不同意' }),
      'vehicles.send-trip-back': trip('requested', { opinion: '请修改' }),
      'vehicles.add-trip-signer': (place) => ({
        trip: trips[place.relation].requested,
        persons: [place.locals.drivers[3]],
      }),
      'vehicles.hand-trip-over': (place) => ({ trip: trips[place.relation].requested, to: place.locals.drivers[3] }),
      'vehicles.urge-trip': trip('requested'),
      'vehicles.withdraw-trip': trip('requested'),
      'vehicles.dispatch-trip': (place) => {
        const { free, freeDriver } = fleet[place.relation];
        return { trip: trips[place.relation].approved, vehicle: free, driver: freeDriver };
      },
      'kernel.comments': (place) => ({ kind: 'vehicles.trip', id: trips[place.relation].requested }),
      'kernel.write-comment': (place) => ({ kind: 'vehicles.trip', id: trips[place.relation].requested, text: '请看' }),
      'vehicles.depart-trip': trip('dispatched', { odometerKm: 20_000 }),
      'vehicles.return-trip': trip('departed', { odometerKm: 20_030 }),
      'vehicles.settle-trip': trip('returned', { fuelFen: 0, tollFen: 1_000, parkingFen: 0 }),
      'vehicles.rate-trip': trip('settled', { stars: 5 }),
      'vehicles.cancel-trip': trip('approved', { why: '不去了' }),
      'vehicles.register-vehicle': (place) => describedAt(place, `新${place.locals.newcomer.slice(-6)}`),
      'vehicles.change-vehicle': vehicle({ version: 1, usedBy: '机要科' }),
      'vehicles.replace-odometer': vehicle({ readKm: 20_000, newKm: 0, why: '换表' }),
      'vehicles.retire-vehicle': vehicle({ version: 1, disposal: 'transfer', day }),
      'vehicles.strike-vehicle': (place) => ({ vehicle: fleet[place.relation].free, why: '重复登记' }),
      'vehicles.register-driver': (place) => ({
        unit: place.unit,
        person: place.locals.asker,
        licence: 'A1',
        licenceValidTo: '2031-06-30',
      }),
      'vehicles.change-driver': (place) => ({ driver: fleet[place.relation].freeDriver, version: 1, licence: 'A2' }),
      'vehicles.strike-driver': (place) => ({ driver: fleet[place.relation].freeDriver, why: '重复登记' }),
      'vehicles.record-fuel': vehicle(filling),
      'vehicles.record-cost': vehicle({ kind: 'parking', day: '2026-03-02', amountFen: 2_000 }),
      'vehicles.strike-cost': (place) => ({ cost: spent[place.relation].cost, why: '重复登记' }),
      'vehicles.assign-fuel-card': (place) => ({ vehicle: fleet[place.relation].spare, card: place.word }),
      'vehicles.order-repair': vehicle({ what: '更换轮胎', garage: '定点一厂' }),
      'vehicles.quote-repair': (place) => ({
        repair: spent[place.relation].ordered,
        quoteFen: 60_000,
        quote: '轮胎四条',
      }),
      'vehicles.approve-repair': (place) => ({ repair: spent[place.relation].quoted }),
      'vehicles.refuse-repair': (place) => ({ repair: spent[place.relation].quoted, opinion: '可缓' }),
      'vehicles.finish-repair': (place) => ({ repair: spent[place.relation].approved, day: '2026-03-04' }),
      'vehicles.pay-repair': (place) => ({
        repair: spent[place.relation].done,
        amountFen: 60_000,
        invoice: 'A1',
        day: '2026-03-04',
      }),
      'vehicles.cancel-repair': (place) => ({ repair: spent[place.relation].ordered, why: '不修了' }),
      'vehicles.hire-car': (place) => hireAt(place),
      'vehicles.settle-hire': (place) => ({
        hire: spent[place.relation].hire,
        plate: '青B·1',
        km: 80,
        amountFen: 50_000,
        invoice: 'H1',
        day: '2026-03-04',
      }),
      'vehicles.cancel-hire': (place) => ({ hire: spent[place.relation].hire, why: '不用了' }),
      'vehicles.set-slots': (place) => ({ unit: place.unit, category: 'other', slots: 98, paper: '1号' }),
      'vehicles.propose-purchase': (place) => ({
        unit: place.unit,
        category: 'other',
        body: 'sedan',
        power: 'battery-electric',
        priceFen: 15_000_000,
        why: '更新',
      }),
      'vehicles.approve-purchase': (place) => ({ purchase: spent[place.relation].purchase }),
      'vehicles.refuse-purchase': (place) => ({ purchase: spent[place.relation].purchase, opinion: '可缓' }),
      'vehicles.transfer-vehicle': (place) => ({
        vehicle: fleet[place.relation].free,
        version: 1,
        to: place.unit,
        paper: '1号',
      }),
      'vehicles.plan-duty': (place) => dutyOf(fleet[place.relation].freeDriver, '2026-03-21'),
      'vehicles.strike-duty': (place) => ({ duty: spent[place.relation].duty }),
      'vehicles.record-driver-event': (place) => eventOf(fleet[place.relation].freeDriver),
      'vehicles.plan-service': (place) => serviceOf(fleet[place.relation].spare),
      'vehicles.strike-service': (place) => ({ service: spent[place.relation].service, why: '重复设定' }),
      'vehicles.record-service': (place) => ({
        service: spent[place.relation].service,
        odometerKm: 20_000,
        day: '2026-03-04',
      }),
      'vehicles.seal-vehicle': (place) => sealOf(fleet[place.relation].spare),
      'vehicles.record-inspection': vehicle({ day: '2026-03-02', validTo: '2027-03-31' }),
      'vehicles.strike-inspection': (place) => ({ inspection: spent[place.relation].inspection, why: '误登' }),
      'vehicles.use-rate.xlsx': () => ({ from: '2026-01-01', to: '2026-03-31' }),
      'vehicles.use-rate': () => ({ from: '2026-01-01', to: '2026-03-31' }),
      'vehicles.trip': (place) => ({ id: trips[place.relation].requested }),
      'vehicles.before-request': () => ({}),
      'vehicles.board': () => ({ day }),
      'vehicles.day-plan': () => ({ day }),
      'vehicles.proposals': (place) => ({ trip: trips[place.relation].approved }),
      'vehicles.vehicle': (place) => ({ id: fleet[place.relation].spare }),
      'vehicles.figures': () => ({ year: '2026' }),
      // A thing of the room whose timeline the kernel shows.
      'kernel.timeline': (place) => ({ object: trips[place.relation].requested }),
    },
  };
}

const filling = {
  filledAt: '2026-03-02T09:00:00+08:00',
  carrier: 'petrol',
  litres: 30,
  electricityKwh: null,
  costFen: 24_000,
  odometerKm: 20_000,
  full: true,
};

const describedAt = (place: Place, plate: string) => ({
  unit: place.unit,
  serves: place.unit,
  plate,
  make: '红旗',
  model: place.word,
  category: 'other',
  body: 'sedan',
  power: 'petrol',
  seats: 5,
  odometerKm: 20_000,
});

interface Fleet {
  readonly driven: readonly { readonly vehicle: string; readonly driver: string }[];
  readonly free: string;
  readonly freeDriver: string;
  readonly spare: string;
}

async function fleetOf(town: Town, place: Place): Promise<Fleet> {
  const clerk = local(town, place, 'fleet-clerk', place.locals.head, '负责人');
  const register = async (plate: string) =>
    (await clerk.does('vehicles.register-vehicle', describedAt(place, plate))).facts[0]!.object.id;
  const hire = async (person: string) =>
    (
      await clerk.does('vehicles.register-driver', {
        unit: place.unit,
        person,
        licence: 'A1',
        licenceValidTo: '2031-06-30',
      })
    ).facts[0]!.object.id;
  const mark = place.relation.slice(0, 3).toUpperCase();
  const driven = [];
  for (let n = 0; n < 4; n += 1)
    driven.push({ vehicle: await register(`青A·${mark}0${n}`), driver: await hire(place.locals.drivers[n]!) });
  const free = await register(`青A·${mark}08`);
  const spare = await register(`青A·${mark}09`);
  await clerk.does('vehicles.record-fuel', { vehicle: spare, ...filling, station: place.word });
  return { driven, free, freeDriver: await hire(place.locals.drivers[4]!), spare };
}

const hireAt = (place: Place) => ({
  unit: place.unit,
  supplier: place.word,
  purpose: '会议',
  fromDay: '2026-03-02',
  toDay: '2026-03-03',
  people: 20,
  body: 'medium-passenger',
  power: 'diesel',
  quoteFen: 80_000,
});

const dutyOf = (driver: string, day: string) => ({
  driver,
  kind: 'leave',
  startsAt: `${day}T08:00:00+08:00`,
  endsAt: `${day}T18:00:00+08:00`,
});
const eventOf = (driver: string) => ({ driver, kind: 'violation', at: '2026-02-20T08:00:00+08:00', what: '超速' });
const serviceOf = (vehicle: string) => ({
  vehicle,
  item: '轮胎换位',
  everyKm: 10_000,
  lastKm: 15_000,
  lastDay: '2025-10-01',
});
const sealOf = (vehicle: string) => ({
  vehicle,
  holiday: '清明节',
  fromDay: '2026-04-04',
  toDay: '2026-04-06',
  keysWith: '门卫',
});

/** A cost, a repair in each state, a hired car; a purchase, a duty, an item of the service book. */
async function spentAt(town: Town, place: Place, { spare: vehicle, freeDriver: driver }: Fleet) {
  const { locals } = place;
  const clerk = local(town, place, 'fleet-clerk', locals.head, '负责人');
  // Ordered by a driver, so that the head of the place itself is asked.
  const orders = local(town, place, 'driver', locals.drivers[0]!, '驾驶员');
  const head = local(town, place, 'head', locals.head, '负责人');
  const day = '2026-03-02';
  const { facts } = await clerk.does('vehicles.record-cost', {
    vehicle,
    kind: 'toll',
    day: '2026-01-05',
    amountFen: 3_000,
    invoice: place.word,
    files: [await paperAt(town, place)],
  });
  const repair = async (until: number) => {
    const { result } = await orders.does('vehicles.order-repair', { vehicle, what: place.word, garage: '定点一厂' });
    const { repair: id } = result as { repair: string };
    if (until > 0) await clerk.does('vehicles.quote-repair', { repair: id, quoteFen: 60_000, quote: '工时、配件' });
    if (until > 1) await head.does('vehicles.approve-repair', { repair: id });
    if (until > 2) await clerk.does('vehicles.finish-repair', { repair: id, day: '2026-01-05' });
    return id;
  };
  const { result } = await clerk.does('vehicles.hire-car', { ...hireAt(place), fromDay: day, toDay: day });
  const bought = {
    unit: place.unit,
    category: 'other',
    body: 'sedan',
    power: 'battery-electric',
    priceFen: 15_000_000,
  };
  await clerk.does('vehicles.set-slots', { unit: place.unit, category: 'other', slots: 99, paper: place.word });
  const proposed = await clerk.does('vehicles.propose-purchase', { ...bought, why: place.word });
  const duty = await clerk.does('vehicles.plan-duty', { ...dutyOf(driver, '2026-03-20'), note: place.word });
  await clerk.does('vehicles.record-driver-event', { ...eventOf(driver), what: place.word });
  const planned = await clerk.does('vehicles.plan-service', { ...serviceOf(vehicle), item: place.word });
  const inspected = await clerk.does('vehicles.record-inspection', {
    vehicle,
    day: '2026-01-05',
    validTo: '2027-01-31',
    station: place.word,
  });
  await clerk.does('vehicles.seal-vehicle', { ...sealOf(vehicle), fromDay: '2026-02-15', toDay: '2026-02-16' });
  return {
    purchase: (proposed.result as { purchase: string }).purchase,
    duty: duty.facts[0]!.id,
    service: planned.facts[0]!.id,
    inspection: inspected.facts[0]!.id,
    cost: facts[0]!.id,
    ordered: await repair(0),
    quoted: await repair(1),
    approved: await repair(2),
    done: await repair(3),
    hire: (result as { hire: string }).hire,
  };
}

const planOf = (place: Place, begins: string, ends: string) => ({
  purpose: place.word,
  use: 'general-affairs',
  from: '机关大院',
  to: '石桥县',
  startsAt: `${day}T${begins}:00+08:00`,
  endsAt: `${day}T${ends}:00+08:00`,
  people: 3,
  distanceKm: 40,
  crossCity: false,
});

/** A trip that has come as far as `state`. Each has a vehicle and a driver of its own. */
async function tripOf(town: Town, place: Place, state: State, fleet: Fleet, at: number): Promise<string> {
  const { locals } = place;
  const asker = local(town, place, 'staff', locals.asker, '申请人');
  const { result } = await asker.does('vehicles.request-trip', planOf(place, '07:00', '18:00'));
  const { trip } = result as { trip: string };
  if (at < 1) return trip;
  await local(town, place, 'head', locals.head, '负责人').does('vehicles.approve-trip', { trip, opinion: '同意' });
  if (at < 2) return trip;
  const { vehicle, driver } = fleet.driven[at - 2]!;
  await local(town, place, 'dispatcher', locals.head, '负责人').does('vehicles.dispatch-trip', {
    trip,
    vehicle,
    driver,
  });
  if (at < 3) return trip;
  const drives = local(town, place, 'staff', locals.drivers[at - 2]!, '驾驶员');
  await drives.does('vehicles.depart-trip', { trip, odometerKm: 20_000, at: `${day}T07:05:00+08:00` });
  if (at < 4) return trip;
  await drives.does('vehicles.return-trip', { trip, odometerKm: 20_040, at: `${day}T08:40:00+08:00` });
  if (at < 5) return trip;
  const clerk = local(town, place, 'fleet-clerk', locals.head, '负责人');
  await clerk.does('vehicles.settle-trip', { trip, fuelFen: 0, tollFen: 1_000, parkingFen: 500 });
  return trip;
}
