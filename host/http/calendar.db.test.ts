import Fastify, { type FastifyInstance } from 'fastify';
import ICAL from 'ical.js';
import pg from 'pg';
import { house, type CastName, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import vehicles from '../../domains/vehicles/domain.ts';
import { serveCalendar } from './calendar.ts';

let at: House;
let server: FastifyInstance;
let behind: pg.Client;
let now = new Date('2026-03-05T09:00:00+08:00');
let car: string;
let driver: string;

const path = async (name: CastName, fleet = false) =>
  ((await at.as(name).does('kernel.make-calendar', { fleet })).result as { path: string }).path;
const get = (url: string, headers: Record<string, string> = {}) => server.inject({ url, headers });
const events = (content: string) =>
  new ICAL.Component(ICAL.parse(content) as unknown[]).getAllSubcomponents('vevent').map((each) => ({
    summary: String(each.getFirstPropertyValue('summary')),
    uid: String(each.getFirstPropertyValue('uid')),
    status: String(each.getFirstPropertyValue('status')),
    sequence: Number(each.getFirstPropertyValue('sequence')),
    start: String(each.getFirstPropertyValue('dtstart')),
  }));
const asked = async (purpose: string, day: string) => {
  const plan = {
    purpose,
    use: 'general-affairs',
    from: '临江市财政局',
    to: '石桥县',
    startsAt: `${day}T08:00:00+08:00`,
    endsAt: `${day}T17:30:00+08:00`,
    people: 4,
    distanceKm: 86,
    crossCity: false,
  };
  return ((await at.as('周敏').does('vehicles.request-trip', plan)).result as { trip: string }).trip;
};

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  for (const [name, { person, account }] of Object.entries(at.ids.persons))
    await behind.query(
      `insert into kernel.account (node_id, id, unit_id, person_id, kind, name, folded_name, state, created_at) values (1, $1, $2, $3, 'person', $4, $4, 'active', $5)`,
      [account, at.ids.bureau, person, name, now],
    );
  const clerk = at.as('郑科长');
  const vehicle = {
    unit: at.ids.bureauFleet,
    serves: at.ids.city,
    plate: '青A·30001',
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
  driver = (await clerk.does('vehicles.register-driver', sun)).facts[0]!.object.id;
  server = Fastify();
  serveCalendar(server, at.kernel);
});
afterAll(async () => {
  await server?.close();
  await behind?.end();
  await at?.close();
});

describe('a calendar feed', () => {
  test('holds one’s own trips, with what changed and what was called off, and tasks with their times', async () => {
    const zhou = await path('周敏');
    const trip = await asked('预算执行调研', '2026-03-10');
    const first = events((await get(zhou)).body);
    expect(first).toMatchObject([
      { uid: `trip-${trip}@opengoa`, summary: '用车：去石桥县', status: 'CONFIRMED', start: '2026-03-10T00:00:00Z' },
    ]);
    const he = events((await get(await path('何涛'))).body);
    expect(he.map(({ summary }) => summary)).toEqual([expect.stringContaining('期限：')]);
    await at.as('何涛').does('vehicles.approve-trip', { trip, opinion: '同意' });
    await at.as('吴调度').does('vehicles.dispatch-trip', { trip, vehicle: car, driver });
    const sun = events((await get(await path('孙师傅'))).body);
    expect(sun.map(({ summary }) => summary)).toEqual(expect.arrayContaining(['出车：去石桥县']));
    await at.as('周敏').does('vehicles.cancel-trip', { trip, why: '会议改期' });
    const [gone] = events((await get(zhou)).body);
    expect(gone).toMatchObject({ uid: `trip-${trip}@opengoa`, status: 'CANCELLED' });
    expect(gone!.sequence).toBeGreaterThan(first[0]!.sequence);
  });

  test('of others’ trips only that the vehicle is taken: not who, not what for, not where to, and no id that leads there', async () => {
    const trip = await asked('涉密调研', '2026-03-12');
    await at.as('何涛').does('vehicles.approve-trip', { trip, opinion: '同意' });
    await at.as('吴调度').does('vehicles.dispatch-trip', { trip, vehicle: car, driver });
    const content = (await get(await path('陈局', true))).body;
    expect(events(content).map(({ summary }) => summary)).toContain('忙 青A·30001');
    expect(content).not.toMatch(/周敏|孙师傅|石桥|调研/);
    expect(content).not.toContain(trip);
    expect(events((await get(await path('陈局'))).body).map(({ summary }) => summary)).not.toContain('忙 青A·30001');
  });

  test('a driver’s roster stands in it', async () => {
    await at.as('郑科长').does('vehicles.plan-duty', {
      driver,
      kind: 'duty',
      startsAt: '2026-03-20T08:00:00+08:00',
      endsAt: '2026-03-20T18:00:00+08:00',
    });
    const found = events((await get(await path('孙师傅'))).body).map(({ summary }) => summary);
    expect(found).toEqual(expect.arrayContaining([expect.stringContaining('排班：')]));
  });

  test('the secret is kept as a hash; a new one ends the old, and it can be taken back', async () => {
    const first = await path('吴调度');
    const secret = /calendar\/(.*)\.ics/.exec(first)![1]!;
    const kept = await behind.query(`
      select (select string_agg(c::text, ' ') from kernel.calendar_feed c) || (select string_agg(f::text, ' ') from kernel.fact f)
             || (select string_agg(r::text, ' ') from kernel.request r) as all`);
    expect((kept.rows[0] as { all: string }).all).not.toContain(secret);
    const second = await path('吴调度');
    expect((await get(first)).statusCode).toBe(404);
    expect((await get(second)).statusCode).toBe(200);
    await at.as('吴调度').does('kernel.revoke-calendar', {});
    expect((await get(second)).statusCode).toBe(404);
  });

  test('a closed account has none, and nobody can tell why', async () => {
    const own = await path('石会计');
    await behind.query(`update kernel.account set state = 'disabled' where person_id = $1`, [
      at.ids.persons['石会计'].person,
    ]);
    const closed = await get(own);
    const unknown = await get(`/calendar/${'A'.repeat(43)}.ics`);
    const strange = await get('/calendar/x.ics');
    expect([closed.statusCode, unknown.statusCode, strange.statusCode]).toEqual([404, 404, 404]);
    const plain = (body: string) => JSON.stringify({ ...JSON.parse(body), requestId: '' });
    expect(plain(closed.body)).toBe(plain(unknown.body));
  });

  test('what did not change is not sent again, and too many fetches are told to wait', async () => {
    const own = await path('钱能耗');
    const first = await get(own);
    expect(first.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-cache',
    });
    const etag = String(first.headers['etag']);
    const again = await get(own, { 'if-none-match': etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    for (let fetch = 0; fetch < 58; fetch += 1) await get(own, { 'if-none-match': etag });
    const last = await get(own);
    expect([last.statusCode, last.headers['retry-after']]).toEqual([429, '30']);
    now = new Date(now.getTime() + 3_600_000);
    expect((await get(own)).statusCode).toBe(200);
    // Guessing is bounded by the caller's address.
    const answers = [];
    for (let guess = 0; guess < 40; guess += 1)
      answers.push((await get(`/calendar/${String(guess).padStart(43, 'a')}.ics`)).statusCode);
    expect([answers[0], answers.at(-1)]).toEqual([404, 429]);
  });
});
