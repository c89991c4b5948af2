import * as fc from 'fast-check';
import { addDays, dayOf } from '@opengoa/kernel/calendar';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pastHouse, type PastHouse, playAndGoBack, type Story } from '../testing/past-house.ts';
import { trackedVehicle } from '../testing/tracked-fleet.ts';
import { holidayUse } from './gather-fleet.ts';
import { tripWithoutTrack } from './gather-tracks.ts';
import { usedOutsideApproval } from './gather-trips.ts';

type Tracked = Awaited<ReturnType<typeof trackedVehicle>>;

let past: PastHouse;
let driver = '';

beforeAll(async () => {
  past = await pastHouse('2026-06-22T09:00:00+08:00');
  const { person } = past.at.ids.persons['孙师傅'];
  const hired = { unit: past.at.ids.bureauFleet, person, licence: 'A1', licenceValidTo: '2031-06-30' };
  const { facts } = await past.enters(() => past.at.as('郑科长').does('vehicles.register-driver', hired));
  driver = facts[0]!.object.id;
});
afterAll(() => past?.close());

const dispatcher = () => past.at.as('吴调度');
const clerk = () => past.at.as('郑科长');
const ago = (hours: number) => new Date(past.now().getTime() - hours * 3_600_000).toISOString();

/** A trip that goes its way: to one vehicle and then another, left and back hours before it was entered. */
function driven(first: Tracked, second: Tracked): Story {
  let trip = '';
  const dispatch = (vehicle: string) => () => dispatcher().does('vehicles.dispatch-trip', { trip, vehicle, driver });
  return [
    async () => {
      const { result } = await past.at.as('周敏').does('vehicles.request-trip', {
        purpose: '调研',
        use: 'general-affairs',
        from: '临江',
        to: '石桥',
        startsAt: ago(-24),
        endsAt: ago(-30),
        people: 2,
        distanceKm: 60,
        crossCity: false,
      });
      ({ trip } = result as { trip: string });
    },
    () => past.at.as('何涛').does('vehicles.approve-trip', { trip }),
    dispatch(first.vehicle),
    dispatch(second.vehicle),
    () => dispatcher().does('vehicles.depart-trip', { trip, odometerKm: 20_010, at: ago(0.9) }),
    () => dispatcher().does('vehicles.return-trip', { trip, odometerKm: 20_040, at: ago(0.1) }),
    () => clerk().does('vehicles.settle-trip', { trip, fuelFen: 0, tollFen: 500, parkingFen: 0 }),
  ];
}

/** One of the old register that left so many hours ago: brought in, corrected, and struck; or left standing. */
function booked({ plate }: Tracked, hours: number, odometerKm: number, isStruck: boolean): Story {
  let trip = '';
  const left = ago(hours);
  const back = ago(hours - 10);
  const book = (km: number, corrects?: string) => async () => {
    const { result } = await dispatcher().does('vehicles.book-trips', {
      source: '出车登记本',
      trips: [
        {
          unit: past.at.ids.financeOffice,
          plate,
          departedAt: left,
          returnedAt: back,
          purpose: '调研',
          use: 'general-affairs',
          fromPlace: '临江',
          toPlace: '石桥',
          askerName: '周敏',
          people: 2,
          drivenKm: km,
          odometerOutKm: odometerKm,
          odometerInKm: odometerKm + km,
          approval: 'none',
          ...(corrects === undefined ? {} : { corrects }),
        },
      ],
    });
    trip = (result as { trips: readonly { trip: string }[] }).trips[0]!.trip;
  };
  const strike = () => dispatcher().does('vehicles.strike-trip', { trip, why: '重复登记' });
  return [book(40), () => book(70, trip)(), ...(isStruck ? [strike] : [])];
}

/** A roster that is planned, struck and planned again. */
function rostered(): Story {
  let duty = '';
  const plan = async () => {
    const times = { startsAt: ago(100), endsAt: ago(-400) };
    const { facts } = await dispatcher().does('vehicles.plan-duty', { driver, kind: 'duty', ...times });
    duty = facts[0]!.id;
  };
  const strike = () => dispatcher().does('vehicles.strike-duty', { duty });
  return [plan, strike, plan, strike];
}

/** What the ledger says of a vehicle changes, and it goes to another unit. */
function changed({ vehicle }: Tracked): Story {
  const version = async () =>
    ((await clerk().read('vehicles.vehicle', { id: vehicle })) as { version: number }).version;
  const change = (category: string) => async () =>
    clerk().does('vehicles.change-vehicle', { vehicle, version: await version(), category });
  return [
    change('emergency-support'),
    change('other'),
    async () =>
      clerk().does('vehicles.transfer-vehicle', {
        vehicle,
        version: await version(),
        to: past.at.ids.bureau,
        paper: '机管调〔2026〕1号',
      }),
  ];
}

/** A way through the country, the same whoever tells of which moment of it. */
function heard({ number }: Tracked, begins: number): Story {
  const fixAt = (ms: number) => ({
    at: new Date(ms).toISOString(),
    latitude: 30 + (ms - begins) / 3_600_000 / 50,
    longitude: 118 + Math.sin((ms - begins) / 600_000) / 50,
    speedKmh: 40,
  });
  const send = (minutesAgo: readonly number[]) => () => {
    const positions = minutesAgo.map((minutes) => fixAt(past.now().getTime() - minutes * 60_000));
    return clerk().does('vehicles.receive-positions', { terminals: [{ number, positions }] });
  };
  const lately = send([50, 40, 30, 20, 10, 1]);
  // Out of reach until now: of minutes, hours and days ago, among those that came in time.
  const late = send([5, 15, 25, 35, 45, 55, 75, ...Array.from({ length: 140 }, (_, n) => 95.5 + n * 37)]);
  return [lately, lately, late, lately, lately, late, late, lately, late, late];
}

test('issue 5: trips are read as they were known at every moment: late returns, what was struck, rosters and fixes that came late', async () => {
  const sources = [holidayUse, usedOutsideApproval, tripWithoutTrack];
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ story: fc.nat(6), hours: fc.integer({ min: 1, max: 9 }) }), {
        minLength: 12,
        maxLength: 30,
      }),
      async (turns) => {
        const cars: Tracked[] = [];
        for (let n = 0; n < 3; n += 1) cars.push(await past.enters(() => trackedVehicle(past.at)));
        const [first, second, third] = cars as [Tracked, Tracked, Tracked];
        const today = dayOf(past.now());
        const stories = [
          driven(first, second),
          booked(third, 60, 18_500, true),
          booked(third, 80, 18_000, false),
          rostered(),
          changed(third),
          heard(second, past.now().getTime()),
          heard(third, past.now().getTime()),
        ];
        const { before, now, refused } = await playAndGoBack(past, stories, turns, sources, [
          addDays(today, -5),
          addDays(today, 40),
        ]);
        expect(now).toEqual(before);
        expect(refused).toEqual([]);
        for (const { kit } of sources) {
          const said = before.filter((each) => (each as { kit: string }).kit === kit);
          const kinds = new Set(said.map((each) => JSON.stringify((each as { cases: unknown }).cases)));
          expect(kinds.size, kit).toBeGreaterThan(3);
        }
      },
    ),
    { numRuns: 3, endOnFailure: true },
  );
}, 180_000);
