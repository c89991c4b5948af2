import { isRefusal } from '@opengoa/kernel';
import { allRows, parseListQuery } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import vehicles from '../domain.ts';

let at: House;
const now = new Date('2026-03-05T09:00:00+08:00');
let trip: string;
let car: string;
/** What would tell whose trip it is, and where to. */
const tells = /周敏|孙师傅|预算执行|石桥|TR-2026/;

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
  const clerk = at.as('郑科长');
  const vehicle = {
    unit: at.ids.bureauFleet,
    serves: at.ids.city,
    plate: '青A·60001',
    make: '红旗',
    model: 'H5',
    category: 'other',
    body: 'sedan',
    power: 'petrol',
    odometerKm: 20_000,
    seats: 5,
  };
  car = (await clerk.does('vehicles.register-vehicle', vehicle)).facts[0]!.object.id;
  const sun = {
    unit: at.ids.bureauFleet,
    person: at.ids.persons['孙师傅'].person,
    licence: 'A1',
    licenceValidTo: '2031-06-30',
  };
  const driver = (await clerk.does('vehicles.register-driver', sun)).facts[0]!.object.id;
  const plan = {
    purpose: '预算执行调研',
    use: 'general-affairs',
    from: '临江市财政局',
    to: '石桥县',
    startsAt: '2026-03-10T08:00:00+08:00',
    endsAt: '2026-03-10T17:30:00+08:00',
    people: 4,
    distanceKm: 86,
    crossCity: false,
  };
  ({ trip } = (await at.as('周敏').does('vehicles.request-trip', plan)).result as { trip: string });
  await at.as('何涛').does('vehicles.approve-trip', { trip, opinion: '同意' });
  await at.as('吴调度').does('vehicles.dispatch-trip', { trip, vehicle: car, driver });
});
afterAll(() => at?.close());

const colleague = (): Person => at.with([{ role: 'staff', unit: at.ids.financeOffice, below: false }]);
const fleetAlone = (): Person => at.with([{ role: 'dispatcher', unit: at.ids.bureauFleet, below: true }]);

describe('others see that a vehicle is taken, and not by whom', () => {
  test('on the board of who keeps the vehicle but serves another unit', async () => {
    const board = (await fleetAlone().read('vehicles.board', { day: '2026-03-10' })) as {
      rows: { vehicle: string; bars: Record<string, unknown>[] }[];
    };
    const bars = board.rows.find(({ vehicle }) => vehicle === car)!.bars;
    expect(bars).toMatchObject([
      { trip: null, number: null, to: null, people: null, driverName: null, startsAt: '2026-03-10T00:00:00.000Z' },
    ]);
    expect(JSON.stringify(board)).not.toMatch(tells);
    const own = await at.as('吴调度').read('vehicles.board', { day: '2026-03-10' });
    expect(JSON.stringify(own)).toMatch(/石桥/);
  });

  test.each(['vehicles.trips', 'vehicles.drives'])(
    'in the ledger %s, its search, its filters and its export',
    async (name) => {
      const list = at.kernel.lists.get(name)!;
      for (const person of [colleague(), fleetAlone(), at.as('石会计')])
        for (const query of [{}, { q: '周敏' }, { q: '石桥' }]) {
          const answer = await person.list(name, query);
          if (isRefusal(answer)) expect(['not-your-right', 'input-not-fitting']).toContain(answer.code);
          else expect(answer).toMatchObject({ rows: [], total: { count: 0 } });
          if (isRefusal(answer)) continue;
          const asked = parseListQuery(list, query);
          if ('unfit' in asked) throw new Error('unfit');
          const told: unknown[] = [];
          for await (const rows of allRows(at.kernel, list, asked, person.actor, 1_000)) told.push(...rows);
          expect(told).toEqual([]);
        }
    },
  );

  test('in the search over everything, by its own address, in its track, its talk and what happened to it', async () => {
    for (const person of [colleague(), fleetAlone(), at.as('石会计')]) {
      expect(JSON.stringify(await person.read('kernel.search', { q: '石桥县' }))).not.toMatch(/TR-2026|预算执行/);
      expect(await person.read('vehicles.trip', { id: trip })).toMatchObject({ code: 'not-found' });
      expect(await person.read('kernel.comments', { kind: 'vehicles.trip', id: trip })).toEqual({
        open: false,
        comments: [],
      });
    }
    for (const person of [colleague(), fleetAlone(), at.as('石会计')])
      expect(await person.read('kernel.timeline', { object: trip })).toEqual({ entries: [] });
    for (const name of ['周敏', '何涛', '吴调度'] as const)
      expect(JSON.stringify(await at.as(name).read('kernel.timeline', { object: trip }))).toMatch(/预算执行/);
  });
});
