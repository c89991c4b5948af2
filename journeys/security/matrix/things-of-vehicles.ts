import type { Town } from '../town.ts';
import type { Place, Places } from './places.ts';
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
    ids: idsOf(fleet, trips, positioned),
    inputs: {
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
      'vehicles.record-fuel': vehicle(filling),
      'vehicles.trip': (place) => ({ id: trips[place.relation].requested }),
      'vehicles.before-request': () => ({}),
      'vehicles.board': () => ({ day }),
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
