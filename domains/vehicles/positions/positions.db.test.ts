import fc from 'fast-check';
import { isRefusal } from '@opengoa/kernel';
import { type CastName, house, type House } from '@opengoa/kernel/testing';
import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import vehicles from '../domain.ts';
import { followed, positionAt, trackedVehicle } from '../testing/tracked-fleet.ts';
import type { Position } from './contract.ts';
import { toGcj02 } from './datum.ts';
import { atRest, foldIn, quality } from './judge-positions.ts';

let at: House;
let superuser: Pool;
let now: Date;
const morning = '2026-03-05T09:00:00+08:00';
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const rows = async (text: string, values: unknown[] = []) =>
  (await superuser.query(text, values)).rows as Record<string, unknown>[];
const send = (number: string, positions: readonly Position[]) =>
  at.as('郑科长').does('vehicles.receive-positions', { terminals: [{ number, positions }] });
const listed = async (name: CastName, list: string, query: Record<string, string> = {}) => {
  const answer = await at.as(name).list(list, query);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.rows;
};
const kept = (vehicle: string) =>
  rows('select at, quality, step_dm, latitude, longitude from vehicles.position where vehicle_id = $1 order by at', [
    vehicle,
  ]);
const daysOf = (vehicle: string) =>
  rows('select day::text, dm::int, points from vehicles.track_day where vehicle_id = $1 order by day', [vehicle]);

beforeAll(async () => {
  now = new Date(morning);
  at = await house({ rooms: [vehicles], clock: () => now });
  superuser = new Pool({ connectionString: at.urls.superuser, max: 2 });
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});
beforeEach(() => {
  now = new Date(morning);
});

describe('接收位置', () => {
  test('SEC-TE-01 SEC-TE-02 a batch is stored, one fact tells of it, and sent again it changes nothing', async () => {
    const { vehicle, number } = await trackedVehicle(at);
    const batch = [0, 1, 2, 3].map((n) => positionAt(morning, n - 10, n * 9));
    const answer = await send(number, batch);
    expect(answer).toMatchObject({
      facts: [{ type: 'vehicles.PositionsReceived' }],
      result: { received: 4, new: 4, aside: 0 },
    });
    expect((await kept(vehicle)).map(({ step_dm: dm }) => dm)).toEqual([0, 10_008, 10_008, 10_008]);
    expect(await daysOf(vehicle)).toEqual([{ day: '2026-03-05', dm: 30_024, points: 4 }]);
    // Leading zeros are padding; the second of two with one stamp is dropped.
    const again = await send(`0${number}`, [...batch, positionAt(morning, -7, 500)]);
    expect(again).toMatchObject({ facts: [], result: { received: 5, new: 0 } });
    expect(await daysOf(vehicle)).toEqual([{ day: '2026-03-05', dm: 30_024, points: 4 }]);
  });

  test('SEC-TE-03 in any order and any pieces, over midnight too, rows and days come out as in one go', async () => {
    const begin = '2026-03-04T22:00:00+08:00';
    const step = fc.record({
      minutes: fc.integer({ min: 1, max: 60 }),
      north: fc.integer({ min: -30, max: 30 }),
      wild: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc
          .array(step, { minLength: 8, maxLength: 16 })
          .chain((steps) =>
            fc.tuple(
              fc.constant(steps),
              fc.shuffledSubarray([...steps.keys(), ...steps.keys()], { minLength: 2 * steps.length }),
              fc.integer({ min: 1, max: 5 }),
            ),
          ),
        async ([steps, order, size]) => {
          let minutes = 0;
          const track = steps.map(({ minutes: more, north, wild }, n) => {
            minutes += more;
            return positionAt(
              begin,
              minutes,
              n % 4 === 3 && wild ? 900 + north : north,
              n % 3 === 0 ? { speedKmh: 0 } : {},
            );
          });
          const { vehicle, number } = await trackedVehicle(at);
          for (let from = 0; from < order.length; from += size)
            await send(
              number,
              order.slice(from, from + size).map((n) => track[n]!),
            );
          const wanted = foldIn(
            atRest,
            track.map((each) => ({
              at: Date.parse(each.at),
              latitude: Math.round(each.latitude * 1e6),
              longitude: Math.round(each.longitude * 1e6),
              speed: each.speedKmh === undefined ? null : each.speedKmh * 10,
            })),
            [],
            200,
          ).rows;
          expect(
            (await kept(vehicle)).map((row) => [(row['at'] as Date).getTime(), row['quality'], row['step_dm']]),
          ).toEqual(wanted.map((row) => [row.at, row.quality, row.stepDm]));
          for (const { day, dm, points } of await daysOf(vehicle)) {
            const own = wanted.filter((row) =>
              new Date(row.at + 8 * 3_600_000).toISOString().startsWith(day as string),
            );
            expect(dm).toBe(own.reduce((sum, { stepDm }) => sum + stepDm, 0));
            expect(points).toBe(own.filter((row) => row.quality === quality.counted).length);
          }
          // What the next fix is judged against is the end of the whole, not of the last batch.
          const [tracker] = await rows('select anchor_at, last_at from vehicles.tracker where vehicle_id = $1', [
            vehicle,
          ]);
          expect(tracker!['last_at']).toEqual(new Date(track.at(-1)!.at));
          expect((tracker!['anchor_at'] as Date).getTime()).toBe(
            wanted.findLast((row) => row.quality === quality.counted)!.at,
          );
        },
      ),
      { numRuns: 6 },
    );
  }, 60_000);

  test('SEC-TE-04 what cannot be right is kept apart and does not count', async () => {
    const { vehicle, number } = await trackedVehicle(at);
    const aside = await send(number, [
      positionAt(morning, -9, 0),
      positionAt(morning, -8, 9, { accuracyM: 101 }),
      positionAt(morning, -7, 9, { fix: false }),
      positionAt(morning, 60 * 24 * 400, 9),
      positionAt('2025-06-01T00:00:00+08:00', 0, 9),
    ]);
    expect(aside).toMatchObject({ result: { new: 5, aside: 4 } });
    expect((await kept(vehicle)).map((row) => row['quality'])).toEqual([quality.late, 0, 2, 1, quality.future]);
    // A wrong clock of yesterday does not spoil today: the next fixes are judged as before, and those sent again are known.
    await send(number, [positionAt(morning, -6, 9)]);
    await send(number, [positionAt(morning, -7, 9, { fix: false }), positionAt(morning, -5, 18)]);
    expect(await daysOf(vehicle)).toEqual([{ day: '2026-03-05', dm: 20_016, points: 3 }]);
  });

  test('a terminal that works in GCJ-02 is drawn where it is, and what it said is kept', async () => {
    const { vehicle, number } = await trackedVehicle(at, 'gcj-02');
    const said = toGcj02({ latitude: 32.06, longitude: 118.79 });
    await send(number, [{ at: morning, ...said }]);
    const [row] = await rows('select * from vehicles.position where vehicle_id = $1', [vehicle]);
    expect(row).toMatchObject({ latitude: 32_060_000, longitude: 118_790_000 });
    expect(row!['said_latitude']).toBe(Math.round(said.latitude * 1e6));
  });

  test('SEC-TE-06 an unknown terminal, one withdrawn or another unit’s spoils the batch, and nothing is written', async () => {
    const { vehicle, number } = await trackedVehicle(at);
    const batch = (numbers: string[]) => ({
      terminals: numbers.map((each) => ({ number: each, positions: [positionAt(morning, 0, 0)] })),
    });
    expect(code(await at.as('郑科长').run('vehicles.receive-positions', batch([number, '777'])))).toBe(
      'terminals-unknown',
    );
    const county = at.with([{ role: 'fleet-clerk', unit: at.ids.county, below: true }]);
    expect(code(await county.run('vehicles.receive-positions', batch([number])))).toBe('terminals-unknown');
    const [{ id }] = (await rows('select id from vehicles.terminal where vehicle_id = $1', [vehicle])) as [
      { id: string },
    ];
    await at.as('郑科长').does('vehicles.withdraw-terminal', { terminal: id, why: '换新' });
    expect(code(await at.as('郑科长').run('vehicles.receive-positions', batch([number])))).toBe('terminals-unknown');
    expect(await kept(vehicle)).toEqual([]);
  });

  test('two batches of the same vehicles at once both count, once each', async () => {
    const fleet = await Promise.all([0, 1, 2].map(() => trackedVehicle(at)));
    const batch = (from: number, order: readonly (typeof fleet)[number][]) => ({
      terminals: order.map(({ number }) => ({
        number,
        positions: Array.from({ length: 20 }, (_, n) => positionAt(morning, n + from - 60, (n + from) * 2)),
      })),
    });
    await Promise.all([
      at.as('郑科长').does('vehicles.receive-positions', batch(0, fleet)),
      at.as('郑科长').does('vehicles.receive-positions', batch(20, fleet.toReversed())),
      at.as('郑科长').does('vehicles.receive-positions', batch(10, fleet)),
    ]);
    for (const { vehicle } of fleet)
      expect(await daysOf(vehicle)).toEqual([{ day: '2026-03-05', dm: 39 * 2_224, points: 40 }]);
  });
});

describe('围栏', () => {
  test('entering and leaving a fence is a fact of the vehicle, once each', async () => {
    const { vehicle, number } = await trackedVehicle(at);
    await at.as('郑科长').does('vehicles.draw-fence', {
      unit: at.ids.city,
      name: '机关大院',
      use: 'area',
      shape: { kind: 'circle', latitude: 32.06, longitude: 118.79, radiusM: 300 },
    });
    const answer = await send(
      number,
      [-20, -19, -18, -17].map((minute, n) => positionAt(morning, minute, n * 3 - 3)),
    );
    expect(answer.facts.map(({ type }) => type)).toEqual([
      'vehicles.PositionsReceived',
      'vehicles.FenceEntered',
      'vehicles.FenceLeft',
    ]);
    const told = await listed('吴调度', 'vehicles.crossings', { 'f.vehicle_id': vehicle });
    expect(told.map(({ way }) => way)).toEqual(['left', 'entered']);
    const bowTie = [
      [32, 118],
      [32.1, 118.1],
      [32.1, 118],
      [32, 118.1],
    ];
    expect(
      code(
        await at.as('郑科长').run('vehicles.draw-fence', {
          unit: at.ids.city,
          name: '错',
          use: 'area',
          shape: { kind: 'polygon', points: bowTie },
        }),
      ),
    ).toBe('fence-crosses-itself');
  });

  test('a fence may look at some vehicles alone, tell of one way, or of a stay; another unit names none of ours', async () => {
    const { vehicle, number } = await trackedVehicle(at);
    const [{ plate }] = (await rows('select plate from vehicles.vehicle where id = $1', [vehicle])) as [
      { plate: string },
    ];
    const fence = (more: object = {}) => ({
      unit: at.ids.city,
      name: '政务大厅',
      use: 'no-parking',
      shape: { kind: 'circle', latitude: 32.06, longitude: 118.79, radiusM: 300 },
      ...more,
    });
    const draw = (more: object, who = at.as('郑科长')) => who.run('vehicles.draw-fence', fence(more));
    expect(code(await draw({ tells: 'stayed' }))).toBe('fence-stay-missing');
    expect(code(await draw({ stayMinutes: 10 }))).toBe('fence-stay-missing');
    expect(code(await draw({ plates: ['青A·00000'] }))).toBe('fence-vehicle-unknown');
    const county = at.with([{ role: 'fleet-clerk', unit: at.ids.county, below: true }]);
    expect(code(await draw({ unit: at.ids.county, plates: [plate] }, county))).toBe('fence-vehicle-unknown');
    // Whose right reaches both still names none but vehicles of the fence's own units.
    const wide = at.with([{ role: 'fleet-clerk', unit: at.ids.city, below: true }]);
    expect(code(await draw({ unit: at.ids.financeOffice, plates: [plate] }, wide))).toBe('fence-vehicle-unknown');
    expect(code(await draw({ name: '停留', tells: 'stayed', stayMinutes: 5, plates: [plate] }))).toBe('done');
    expect(code(await draw({ name: '仅驶离', tells: 'left' }))).toBe('done');
    expect(code(await draw({ name: '应急车', categories: ['emergency-support'] }))).toBe('done');
    expect(code(await draw({ name: '节假日', watches: 'holidays' }))).toBe('done');
    const told = async () => {
      const crossed = await listed('吴调度', 'vehicles.crossings', { 'f.vehicle_id': vehicle });
      return crossed
        .filter(({ fence_name: name }) => name !== '机关大院')
        .map(({ way, fence_name: name, minutes }) => `${String(name)} ${String(way)} ${String(minutes)}`)
        .toSorted((one, other) => one.localeCompare(other));
    };
    await send(
      number,
      [-20, -18, -16].map((minute) => positionAt(morning, minute, 0)),
    );
    expect(await told()).toEqual([]);
    await send(number, [positionAt(morning, -14, 0)]);
    expect(await told()).toEqual(['停留 stayed 5']);
    await send(number, [positionAt(morning, -12, 6), positionAt(morning, -11, 8)]);
    expect(await told()).toEqual(['停留 stayed 5', '仅驶离 left null'].toSorted((a, b) => a.localeCompare(b)));
    expect(await rows('select 1 from vehicles.fence_visit where vehicle_id = $1', [vehicle])).toEqual([]);
  });
});

/** 周敏's trip with a tracked vehicle, gone out at 09:00. */
async function underWay(vehicle: string): Promise<string> {
  const clerk = at.as('郑科长');
  const { person } = at.ids.persons['孙师傅'];
  const driving = await clerk.run('vehicles.register-driver', {
    unit: at.ids.bureauFleet,
    person,
    licence: 'A1',
    licenceValidTo: '2031-06-30',
  });
  const [{ id: driver }] = (await rows('select id from vehicles.driver where person_id = $1', [person])) as [
    { id: string },
  ];
  expect(['done', 'already-a-driver']).toContain(code(driving));
  await rows('update vehicles.vehicle set out_on = null where id <> $1', [vehicle]);
  await rows('delete from vehicles.booking where thing_id = $1', [driver]);
  const { result } = await at.as('周敏').does('vehicles.request-trip', {
    purpose: '调研',
    use: 'general-affairs',
    from: '临江市财政局',
    to: '石桥县',
    startsAt: '2026-03-05T09:00:00+08:00',
    endsAt: '2026-03-05T17:30:00+08:00',
    people: 3,
    distanceKm: 86,
    crossCity: false,
  });
  const { trip } = result as { trip: string };
  await at.as('何涛').does('vehicles.approve-trip', { trip, opinion: '同意' });
  await at.as('吴调度').does('vehicles.dispatch-trip', { trip, vehicle, driver });
  await at.as('孙师傅').does('vehicles.depart-trip', { trip, odometerKm: 20_000 });
  return trip;
}

describe('轨迹与隐私', () => {
  test('F10 a trip’s track is open while it runs, each look is a fact, and closed again when it is over', async () => {
    const { vehicle, number, plate } = await trackedVehicle(at);
    const trip = await underWay(vehicle);
    const followers = followed(at);
    now = new Date('2026-03-05T10:00:00+08:00');
    await send(
      number,
      [1, 2, 3, 4].map((minute) => positionAt(morning, minute, minute * 9)),
    );
    const wu = at.as('吴调度');
    await expect
      .poll(() => wu.read('vehicles.trip-track', { trip }))
      .toMatchObject({ points: 4, hasTerminal: true, ground: 'in-progress' });
    const opened = await wu.does('vehicles.open-track', { trip });
    expect(opened.facts).toMatchObject([{ type: 'vehicles.TrackOpened', object: { id: trip } }]);
    const { viewing } = opened.result as { viewing: string };
    const track = (await wu.read('vehicles.track', { viewing })) as { fixes: unknown[]; km: number; goesOn: boolean };
    expect(track).toMatchObject({ plate, goesOn: true, ground: 'in-progress' });
    expect(track.fixes).toHaveLength(4);
    expect(track.km).toBeCloseTo(3.0024, 3);
    // Through the window of somebody else nobody looks, and it does not stay open.
    expect(code(await at.as('冯局长').read('vehicles.track', { viewing }))).toBe('not-found');
    now = new Date('2026-03-05T11:01:00+08:00');
    expect(code(await wu.read('vehicles.track', { viewing }))).toBe('viewing-over');
    await at.as('孙师傅').does('vehicles.return-trip', { trip, odometerKm: 20_004, why: '提前结束' });
    expect(await wu.run('vehicles.open-track', { trip })).toMatchObject({ code: 'track-not-shown' });
    // A late batch of the trip still counts to it; what was driven after it does not.
    await send(number, [positionAt(morning, 5, 45), positionAt(morning, 125, 900)]);
    await expect
      .poll(() => wu.read('vehicles.trip-track', { trip }))
      .toMatchObject({ points: 5, km: 4.0032, ground: null });
    // With a finding open it may be looked at again.
    await rows(
      `insert into vehicles.open_finding (node_id, id, unit_id, subject_kind, subject_id, from_day, to_day)
       values (1, gen_random_uuid(), $1, 'vehicles.trip', $2, '2026-03-01', '2026-04-01')`,
      [at.ids.bureauFleet, trip],
    );
    expect(code(await at.as('沈风控').run('vehicles.open-track', { trip }))).toBe('done');
    await followers.stop();
    const looks = await listed('郑科长', 'vehicles.viewings');
    expect(looks.map(({ person_name: who, ground }) => [who, ground])).toEqual([
      ['沈风控', 'finding'],
      ['吴调度', 'in-progress'],
    ]);
  }, 30_000);

  test('SEC-TE-08 F10 the map shows places on duty and in office hours, and at night nothing', async () => {
    const { vehicle, number } = await trackedVehicle(at);
    now = new Date('2026-03-05T09:05:00+08:00');
    await send(number, [positionAt(morning, 1, 0)]);
    const seen = async () => {
      const { vehicles: all } = (await at.as('吴调度').read('vehicles.whereabouts')) as {
        vehicles: { id: string; place: { stale: boolean } | null; unseen: string | null }[];
      };
      return all.find(({ id }) => id === vehicle);
    };
    expect(await seen()).toMatchObject({ place: { latitude: 32.06, stale: false }, unseen: null });
    // SEC-TE-08: older than the limit is shown as stale.
    now = new Date('2026-03-05T10:00:00+08:00');
    expect(await seen()).toMatchObject({ place: { stale: true } });
    now = new Date('2026-03-05T21:00:00+08:00');
    await send(number, [positionAt('2026-03-05T20:59:00+08:00', 0, 5)]);
    expect(await seen()).toMatchObject({ place: null, unseen: 'private' });
    // The next morning last night's place is still nobody's affair.
    now = new Date('2026-03-06T09:30:00+08:00');
    expect(await seen()).toMatchObject({ place: null, unseen: 'private' });
  });

  test('F10 break-glass needs the right and a reason, is bounded, and the unit and the auditors are told', async () => {
    const { vehicle, number, plate } = await trackedVehicle(at);
    now = new Date('2026-03-05T21:30:00+08:00');
    await send(number, [positionAt('2026-03-05T20:59:00+08:00', 0, 5), positionAt('2026-03-05T21:10:00+08:00', 0, 6)]);
    const asked = {
      vehicle,
      from: '2026-03-05T20:00:00+08:00',
      to: '2026-03-05T23:00:00+08:00',
      why: '车辆疑似被盗，需要定位',
    };
    expect(code(await at.as('吴调度').run('vehicles.break-glass', asked))).toBe('not-your-right');
    const feng = at.as('冯局长');
    expect(code(await feng.run('vehicles.break-glass', { ...asked, why: '看看' }))).toBe('input-not-fitting');
    expect(code(await feng.run('vehicles.break-glass', { ...asked, to: '2026-03-09T23:00:00+08:00' }))).toBe(
      'glass-too-long',
    );
    const future = { ...asked, from: '2026-03-06T20:00:00+08:00', to: '2026-03-06T23:00:00+08:00' };
    expect(code(await feng.run('vehicles.break-glass', future))).toBe('glass-not-future');
    const done = await feng.does('vehicles.break-glass', asked);
    const { viewing } = done.result as { viewing: string };
    expect(await feng.read('vehicles.track', { viewing })).toMatchObject({
      ground: 'glass',
      fixes: [{}, {}],
      why: asked.why,
    });
    for (const name of ['郑科长', '林芳'] as const) {
      const told = await listed(name, 'kernel.my-messages');
      expect(JSON.stringify(told[0])).toContain(plate);
    }
    const facts = await rows(`select why, person_name from kernel.fact where type = 'vehicles.GlassBroken'`);
    expect(facts).toEqual([{ why: asked.why, person_name: '冯局长' }]);
  });
});

describe('定位终端', () => {
  test('one vehicle has one terminal, one number one vehicle; reopened and withdrawn by its clerk', async () => {
    const { vehicle, number } = await trackedVehicle(at);
    const other = await trackedVehicle(at);
    const clerk = at.as('郑科长');
    expect(code(await clerk.run('vehicles.register-terminal', { vehicle, number: '888' }))).toBe(
      'vehicle-has-terminal',
    );
    const found = await listed('郑科长', 'vehicles.terminals', { 'f.number': number });
    expect(found).toMatchObject([
      { state: 'waiting', may: ['vehicles.reopen-terminal', 'vehicles.withdraw-terminal'] },
    ]);
    await clerk.does('vehicles.withdraw-terminal', { terminal: found[0]!['id'], why: '损坏' });
    expect(code(await clerk.run('vehicles.register-terminal', { vehicle, number: other.number }))).toBe(
      'terminal-number-taken',
    );
    expect(code(await clerk.run('vehicles.reopen-terminal', { terminal: found[0]!['id'], why: '修好' }))).toBe(
      'terminal-withdrawn',
    );
    expect(code(await clerk.run('vehicles.register-terminal', { vehicle, number }))).toBe('done');
    expect(code(await at.as('吴调度').run('vehicles.register-terminal', { vehicle, number: '9' }))).toBe(
      'not-your-right',
    );
  });

  test('the background is kept whole, in place of the one before', async () => {
    const keep = (name: string) =>
      at.as('郑科长').does('vehicles.keep-background', {
        name,
        features: {
          type: 'FeatureCollection',
          features: [
            {
              type: 'Feature',
              properties: { kind: 'road', name: '中山路' },
              geometry: {
                type: 'LineString',
                coordinates: [
                  [118.7, 32],
                  [118.8, 32.1],
                ],
              },
            },
          ],
        },
      });
    await keep('旧');
    await keep('新');
    expect(await at.as('周敏').read('vehicles.background')).toMatchObject({
      name: '新',
      features: [{ properties: { name: '中山路' } }],
    });
  });
});
