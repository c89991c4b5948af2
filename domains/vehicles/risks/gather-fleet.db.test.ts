import { join } from 'node:path';
import { jobActor, newId } from '@opengoa/kernel';
import { contextFor, reading } from '@opengoa/kernel/host';
import { loadKit } from '@opengoa/kernel/risk-kit';
import { house, type House } from '@opengoa/kernel/testing';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import vehicles from '../domain.ts';
import { holidayUse, refuelOverTank, repairSplit } from './gather-fleet.ts';
import { parkedAwayOvernight } from './gather-tracks.ts';

let at: House;
let now = new Date('2026-02-01T09:00:00+08:00');
const cars: string[] = [];
const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
  for (const plate of ['青A·80001', '青A·80002']) {
    const input = { unit: at.ids.bureauFleet, serves: at.ids.city, plate, odometerKm: 20_000, tankLitres: 55 };
    const { facts } = await at.as('郑科长').does('vehicles.register-vehicle', { ...input, ...described });
    cars.push(facts[0]!.object.id);
  }
  now = new Date('2026-05-01T08:00:00+08:00');
});
afterAll(() => at?.close());

/** What a kit says of each case its source hands over, as the job would ask. */
async function judgedBy(source: typeof holidayUse, period: readonly [string, string]): Promise<string[]> {
  const kit = await loadKit(join(vehicles.folder, 'risks', source.kit));
  const job = jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province);
  const cases = await reading(at.kernel, { actor: job, who: ['job'], room: 'vehicles' }, (tx, context) =>
    source.gather(tx, period, context),
  );
  const context = contextFor(at.kernel, job, newId());
  const standards = Object.fromEntries(
    Object.entries(kit.standards).flatMap(([name, { id, selector }]) => {
      const value = context.standards.valueOn(id, period[0], [], selector);
      return value.found ? [[name, value] as const] : [];
    }),
  );
  return cases.map(({ subject, inputs }) => {
    const { status, rule } = kit.judge(subject, inputs, { standards });
    return `${subject.name} ${status} ${rule}`;
  });
}

const fill = (car: string, day: string, litres: number, odometerKm: number, card = '') =>
  at.as('郑科长').does('vehicles.record-fuel', {
    vehicle: car,
    filledAt: `${day}+08:00`,
    carrier: 'petrol',
    litres,
    electricityKwh: null,
    costFen: Math.round(litres * 780),
    odometerKm,
    full: true,
    card,
  });

test('fills of the period beside tank, the fill before and whose card it was', async () => {
  const [first, second] = cars as [string, string];
  await at.as('郑科长').does('vehicles.assign-fuel-card', { vehicle: first, card: '9030-1' });
  await fill(first, '2026-03-01T08:00:00', 41, 20_100, '9030-1');
  await fill(first, '2026-03-09T08:00:00', 58.6, 20_410, '9030-1');
  await fill(second, '2026-03-10T08:00:00', 40, 20_100, '9030-1');
  await fill(second, '2026-03-20T08:00:00', 30, 20_500);
  await fill(second, '2026-03-20T08:40:00', 30, 20_510);
  expect(await judgedBy(refuelOverTank, ['2026-03-01', '2026-04-01'])).toEqual([
    '青A·80001 clear clear',
    '青A·80001 flag over-tank',
    '青A·80002 flag card-of-another',
    '青A·80002 clear clear',
    '青A·80002 flag two-fills',
  ]);
});

test('repairs of the period with those before it, by what was paid or quoted; refused ones are no repairs', async () => {
  const clerk = at.as('郑科长');
  const order = async (day: string, quoteFen: number, refused = false) => {
    now = new Date(`${day}T10:00:00+08:00`);
    const { result } = await clerk.does('vehicles.order-repair', { vehicle: cars[0], what: '保养', garage: '一厂' });
    const { repair } = result as { repair: string };
    await clerk.does('vehicles.quote-repair', { repair, quoteFen, quote: '工时' });
    if (refused) await at.as('冯局长').does('vehicles.refuse-repair', { repair, opinion: '可缓' });
  };
  await order('2026-05-26', 198_000);
  await order('2026-05-28', 150_000, true);
  await order('2026-06-02', 186_000);
  expect(await judgedBy(repairSplit, ['2026-06-01', '2026-07-01'])).toEqual(['青A·80001 flag split']);
  expect(await judgedBy(repairSplit, ['2026-05-01', '2026-06-01'])).toEqual(['青A·80001 not_applicable one-repair']);
});

test('a sealed vehicle that drove on a holiday is found; with the duty said, or for an emergency, it is not', async () => {
  now = new Date('2026-04-01T09:00:00+08:00');
  const { person } = at.ids.persons['孙师傅'];
  const hired = { unit: at.ids.bureauFleet, person, licence: 'A1', licenceValidTo: '2031-06-30' };
  const { id: driver } = (await at.as('郑科长').does('vehicles.register-driver', hired)).facts[0]!.object;
  const drive = async (vehicle: string, odometerKm: number, duty?: string) => {
    const day = '2026-05-01';
    now = new Date(`${day}T06:00:00+08:00`);
    const plan = {
      purpose: '值守',
      use: 'general-affairs',
      from: '临江',
      to: '石桥',
      startsAt: `${day}T${duty ? '13' : '08'}:00:00+08:00`,
      endsAt: `${day}T${duty ? '16' : '11'}:00:00+08:00`,
      people: 2,
      distanceKm: 60,
      crossCity: false,
    };
    const { trip } = (await at.as('周敏').does('vehicles.request-trip', plan)).result as { trip: string };
    await at.as('何涛').does('vehicles.approve-trip', { trip });
    // Without a duty the dispatch itself refuses a sealed vehicle: the roster of the day says it afterwards.
    await at.as('吴调度').does('vehicles.dispatch-trip', { trip, vehicle, driver, duty: duty ?? '补录' });
    now = new Date(plan.startsAt);
    await at.as('孙师傅').does('vehicles.depart-trip', { trip, odometerKm });
    now = new Date(plan.endsAt);
    await at.as('孙师傅').does('vehicles.return-trip', { trip, odometerKm: odometerKm + 60 });
    return trip;
  };
  const undone = await drive(cars[0]!, 20_500);
  await drive(cars[1]!, 20_600, '劳动节值班');
  expect(await judgedBy(holidayUse, ['2026-05-01', '2026-06-01'])).toEqual([
    '青A·80001 insufficient_data too-few',
    '青A·80002 insufficient_data too-few',
  ]);
  // A trip dispatched before the rule, or brought from elsewhere, has no duty with it.
  const superuser = new Client({ connectionString: at.urls.superuser });
  await superuser.connect();
  await superuser.query('update vehicles.trip set duty = null where id = $1', [undone]);
  await superuser.end();
  expect(await judgedBy(holidayUse, ['2026-05-01', '2026-06-01'])).toEqual([
    '青A·80001 flag sealed-but-driven',
    '青A·80002 insufficient_data too-few',
  ]);
});

test('nights in the garage are excused by the order, long after the vehicle is back; other nights are not', async () => {
  const clerk = at.as('郑科长');
  const vehicle = cars[1]!;
  now = new Date('2026-06-05T09:00:00+08:00');
  await clerk.does('vehicles.draw-fence', {
    unit: at.ids.bureauFleet,
    name: '大院',
    use: 'custody',
    shape: { kind: 'circle', latitude: 30, longitude: 118, radiusM: 300 },
  });
  // Where it will stand is a place of the county's: its own it is not.
  await clerk.does('vehicles.draw-fence', {
    unit: at.ids.countyFinance,
    name: '石桥县车库',
    use: 'custody',
    shape: { kind: 'circle', latitude: 30, longitude: 118.06, radiusM: 300 },
  });
  const number = '10000260001';
  await clerk.does('vehicles.register-terminal', { vehicle, number, maker: '演示', model: 'T' });
  const stoodAway = async (days: readonly string[]) => {
    now = new Date(`${days.at(-1)}T09:00:00+08:00`);
    const positions = days.map((day) => ({
      at: `${day}T02:30:00+08:00`,
      longitude: 118.06,
      latitude: 30,
      speedKmh: 0,
      ignition: false,
    }));
    await clerk.does('vehicles.receive-positions', { terminals: [{ number, positions }] });
  };
  now = new Date('2026-06-09T16:00:00+08:00');
  const { result } = await clerk.does('vehicles.order-repair', { vehicle, what: '变速箱', garage: '一厂' });
  const { repair } = result as { repair: string };
  await clerk.does('vehicles.quote-repair', { repair, quoteFen: 250_000, quote: '拆检' });
  await at.as('冯局长').does('vehicles.approve-repair', { repair, opinion: '同意' });
  await stoodAway(['2026-06-10', '2026-06-11', '2026-06-12']);
  await clerk.does('vehicles.finish-repair', { repair, day: '2026-06-12' });
  await stoodAway(['2026-06-20', '2026-06-21', '2026-06-22']);
  now = new Date('2026-07-01T08:00:00+08:00');
  const said = async (from: string, to: string) =>
    (await judgedBy(parkedAwayOvernight, [from, to])).find((each) => each.startsWith('青A·80002'));
  expect(await said('2026-06-09', '2026-06-14')).toMatch(/ clear /);
  expect(await said('2026-06-19', '2026-06-24')).toMatch(/ flag /);
  // Kept there by its own word: the yard it stood in is its home. A point without a fence around it does as well.
  const yards = (await clerk.list('vehicles.fences', { 'f.name': '石桥县车库' })) as {
    rows: readonly Record<string, unknown>[];
  };
  const near = { unit: at.ids.county, kind: 'parking', latitude: 30 };
  const yard = async (name: string, longitude: number) =>
    (await clerk.does('vehicles.keep-place', { ...near, name, longitude })).facts[0]!.object.id;
  const homes = [
    [{ fence: yards.rows[0]!['id'] }, / clear /],
    [{ place: await yard('车库门口', 118.061) }, / clear /],
    [{ place: await yard('别处', 118.2) }, / flag /],
    [{}, / flag /],
  ] as const;
  for (const [home, judged] of homes) {
    await clerk.does('vehicles.set-home', { vehicle, ...home });
    expect(await said('2026-06-19', '2026-06-24'), JSON.stringify(home)).toMatch(judged);
  }
  // A place of custody of its own unit that is for other categories, and then one for this vehicle.
  const circle = { kind: 'circle', latitude: 30, longitude: 118.06, radiusM: 300 };
  const custody = { unit: at.ids.bureauFleet, use: 'custody', shape: circle };
  await clerk.does('vehicles.draw-fence', { ...custody, name: '特种车库', categories: ['law-enforcement'] });
  expect(await said('2026-06-19', '2026-06-24')).toMatch(/ flag /);
  await clerk.does('vehicles.draw-fence', { ...custody, name: '专用车位', plates: ['青A·80002'] });
  expect(await said('2026-06-19', '2026-06-24')).toMatch(/ clear /);
});
