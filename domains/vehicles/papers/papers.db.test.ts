import { isRefusal, newId } from '@opengoa/kernel';
import pg from 'pg';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import vehicles from '../domain.ts';

let at: House;
let behind: pg.Client;
let vehicle: string;
let now = '2026-03-05T07:00:00+08:00';
const code = (answer: unknown) => (answer as { code?: string }).code ?? 'done';

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => new Date(now) });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };
  const input = { unit: at.ids.bureauFleet, serves: at.ids.city, plate: '青A·70001', ...described };
  vehicle = (await at.as('郑科长').does('vehicles.register-vehicle', input)).facts[0]!.object.id;
  now = '2026-03-05T09:00:00+08:00';
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

/** A paper as the upload point leaves it: stored, scanned, and nobody's yet. */
async function paper(unit: string, name = '发票.pdf', scan = 'clean'): Promise<string> {
  const id = newId();
  await behind.query(
    `insert into kernel.file (node_id, id, unit_id, person_id, point, name, media_type, bytes, sha256, scan, stored_at)
     values (1, $1, $2, $3, 'vehicles.paper', $4, 'application/pdf', 10, repeat('a', 64), $5, now())`,
    [id, unit, newId(), name, scan],
  );
  return id;
}

/** Rows of a ledger as 郑科长 reads them. */
async function rowsOf(name: string, query: Record<string, string>, who = at.as('郑科长')) {
  const answer = await who.list(name, query);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.rows;
}

const spend = (files: string[], invoice: string) =>
  at.as('郑科长').run('vehicles.record-cost', {
    vehicle,
    kind: 'parking',
    day: '2026-03-02',
    amountFen: 2_000,
    invoice,
    files,
  });

test('a cost takes its receipt; one that is infected, taken or unknown is not found, and no cost is kept', async () => {
  const mine = await paper(at.ids.bureauFleet);
  expect(code(await spend([mine], 'P-1'))).toBe('done');
  const cost = String((await rowsOf('vehicles.costs', { 'f.invoice': 'P-1' }))[0]!['id']);
  expect(await rowsOf('vehicles.papers', { 'f.object_id': cost })).toMatchObject([
    { id: mine, name: '发票.pdf', sha256: 'a'.repeat(64), scan: 'clean' },
  ]);
  const bad = {
    taken: mine,
    infected: await paper(at.ids.bureauFleet, '坏.pdf', 'infected'),
    unknown: newId(),
  };
  for (const [why, file] of Object.entries(bad))
    expect([why, code(await spend([file], 'P-2'))]).toEqual([why, 'not-found']);
  expect(await rowsOf('vehicles.costs', { 'f.invoice': 'P-2' })).toEqual([]);
});

test('what comes later is added, under the same name as the next version, and the earlier one stays', async () => {
  await spend([await paper(at.ids.bureauFleet, '票.pdf')], 'P-3');
  const cost = String((await rowsOf('vehicles.costs', { 'f.invoice': 'P-3' }))[0]!['id']);
  const better = await paper(at.ids.bureauFleet, '票.pdf');
  expect(code(await at.as('郑科长').run('vehicles.add-paper', { id: cost, files: [better] }))).toBe('done');
  const rows = await rowsOf('vehicles.papers', { 'f.object_id': cost });
  expect(rows.map(({ name }) => name)).toEqual(['票.pdf', '票.pdf']);
  const county = at.with([{ role: 'fleet-clerk', unit: at.ids.county, below: true }]);
  expect(await rowsOf('vehicles.papers', { 'f.object_id': cost }, county)).toEqual([]);
  const theirs = await paper(at.ids.county);
  expect(code(await county.run('vehicles.add-paper', { id: cost, files: [theirs] }))).toBe('not-found');
  expect(code(await at.as('孙师傅').run('vehicles.add-paper', { id: cost, files: [better] }))).not.toBe('done');
});

test('a file of a unit out of scope is not found, and nothing is kept with it', async () => {
  const county = at.with([{ role: 'fleet-clerk', unit: at.ids.county, below: true }]);
  const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };
  const answer = await county.does('vehicles.register-vehicle', {
    unit: at.ids.county,
    plate: '青A·70002',
    ...described,
  });
  const parking = {
    vehicle: answer.facts[0]!.object.id,
    kind: 'parking',
    day: '2026-03-02',
    amountFen: 100,
    invoice: 'P-9',
  };
  const foreign = await paper(at.ids.bureauFleet);
  expect(code(await county.run('vehicles.record-cost', { ...parking, files: [foreign] }))).toBe('not-found');
  expect(await rowsOf('vehicles.costs', { 'f.invoice': 'P-9' }, county)).toEqual([]);
});

test('a filling, a repair and an accident bear theirs', async () => {
  const files: string[] = [];
  for (const n of [1, 2, 3]) files.push(await paper(at.ids.bureauFleet, `照片${n}.pdf`));
  const clerk = at.as('郑科长');
  const filled = await clerk.does('vehicles.record-fuel', {
    vehicle,
    filledAt: '2026-03-05T08:00:00+08:00',
    carrier: 'petrol',
    litres: 40,
    electricityKwh: null,
    costFen: 32_000,
    odometerKm: 500,
    full: true,
    files: [files[0]],
  });
  const { result } = await clerk.does('vehicles.order-repair', {
    vehicle,
    what: '异响',
    garage: '定点一厂',
    files: [files[1]],
  });
  const { repair } = result as { repair: string };
  await clerk.does('vehicles.quote-repair', { repair, quoteFen: 50_000, quote: '减震', files: [files[2]] });
  const { rows } = await behind.query(
    `select object_kind as kind, object_id as of from kernel.file where id = any ($1) order by name`,
    [files],
  );
  expect(rows).toEqual([
    { kind: 'vehicles.fuel', of: filled.facts[0]!.id },
    { kind: 'vehicles.repair', of: repair },
    { kind: 'vehicles.repair', of: repair },
  ]);
});
