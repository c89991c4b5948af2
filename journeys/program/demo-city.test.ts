import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { addDays } from '@opengoa/kernel/calendar';
import { planCity } from '../../demo/city/plan-city.ts';
import { loadDemo } from '../../demo/load-demo.ts';
import { answerKey, countedBy } from '../../demo/score/answer-key.ts';
import { findFlagged, runYear } from '../../demo/score/find-flagged.ts';
import { ofTheCity } from '../../demo/score/of-the-city.ts';
import { type Floor, scoreOf, underFloors } from '../../demo/score/judge-score.ts';
import { withClient } from '../../host/postgres/prepare-roles.ts';
import { loadingMark } from '../../host/program/mode-of-folder.ts';
import { openHouse, type OpenHouse } from '../../host/program/open-house.ts';
import { readSettings } from '../../host/program/settings.ts';

/** A tenth of the city's fleets with all of its meters, loaded twice from one seed at a fixed moment; and the rules scored on it. */

const now = new Date('2026-04-16T02:30:00Z');
const [seed, share, today] = [2026, 0.1, '2026-04-16'] as const;
const folders: string[] = [];
let house: OpenHouse;
let digests: Record<string, string>[];

/** Ledgers as other rooms read them, without what is drawn anew each time: ids, versions, and the numbers of what people did side by side. */
const views: Readonly<Record<string, string>> = {
  trips: `select number, unit_name, state, plate, purpose, starts_at, departed_at, returned_at, driven_km, stars from vehicles.trip t
            join (select id, name as unit_name from kernel.unit) u on u.id = t.unit_id order by number`,
  fuel: 'select plate, filled_at, litres, electricity_kwh, cost_fen, odometer_km, card from vehicles.fuel order by 1, 2, 3',
  repairs:
    'select plate, ordered_at, garage, what, state, coalesce(amount_fen, quote_fen) from vehicles.repair order by 1, 2, 3',
  vehicles: 'select plate, make, model, state, odometer_km from vehicles.vehicle order by 1',
  positions:
    'select count(*), sum(latitude::bigint), sum(longitude::bigint), sum(step_dm::bigint) from vehicles.position',
  people: 'select name, valid_from from kernel.person order by 1, 2',
  units: 'select name, valid_from, valid_to from kernel.unit order by 1, 2',
  days: 'select b.name, m.name, d.day, d.total from energy.day d join energy.meter m on m.id = d.meter_id join energy.building b on b.id = m.building_id order by 1, 2, 3',
  rooms: `select b.name, r.number, r.use, r.area_m2, r.bound, r.state from space.room r join space.building b on b.id = r.building_id order by 1, 2`,
  seats: `select p.name, r.number, s.standing, s.paper, s.from_day, s.to_day from space.seating s join kernel.person p on p.id = s.person_id
            join space.room r on r.id = s.room_id order by 1, 2, 5`,
  leases: `select l.kind, l.party, l.premises, l.state, l.area_m2, l.from_day, l.rent_fen, (select sum(amount_fen) from space.rent t where t.lease_id = l.id)
             from space.lease l order by 2, 3`,
  'meters in rooms': `select b.name, r.number, m.name as meter, p.from_day from space.meter_place p join space.room r on r.id = p.room_id
                        join space.building b on b.id = r.building_id join energy.meter m on m.id = p.meter_id order by 1, 2`,
  statements: `select u.name, month, line, field, value, basis from energy.statement s join kernel.unit u on u.id = s.unit_id join energy.statement_cell c on c.statement_id = s.id order by 1, 2, 3, 4`,
  facts: `select type, count(*) from kernel.fact where type not in ('kernel.SignedIn') group by 1 order by 1`,
};

async function load(): Promise<OpenHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'opengoa-city-'));
  folders.push(folder);
  const opened = await openHouse({
    settings: readSettings({ OPENGOA_DATA: folder }),
    log: pino({ level: 'silent' }),
    progress: () => undefined,
    clock: () => now,
    poolSize: 14,
    statementMs: 300_000,
    lazyCommits: true,
  });
  const { signal } = new AbortController();
  const options = { data: folder, mark: loadingMark(folder), progress: () => undefined, signal };
  await loadDemo(opened.kernel, { ...options, size: 'city', seed, share, meters: async () => null });
  return opened;
}

const digestsOf = (opened: OpenHouse): Promise<Record<string, string>> =>
  withClient(opened.urls.superuser!, async (client) => {
    const found: Record<string, string> = {};
    for (const [name, text] of Object.entries(views)) {
      const { rows } = await client.query(text);
      expect(rows.length, name).toBeGreaterThan(0);
      found[name] = createHash('sha256').update(JSON.stringify(rows)).digest('hex');
    }
    return found;
  });

beforeAll(async () => {
  const first = await load();
  const before = await digestsOf(first);
  await first.close();
  house = await load();
  digests = [before, await digestsOf(house)];
}, 900_000);
afterAll(async () => {
  await house?.close();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the city', () => {
  test('loads to the same ledgers every time', () => {
    expect(digests[1]).toEqual(digests[0]);
  });

  test('leaves no ledger empty', async () => {
    const empty = await withClient(house.urls.superuser!, async (client) => {
      const { rows } = await client.query<{ name: string }>(
        `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('vehicles', 'energy') order by 1`,
      );
      const found: string[] = [];
      for (const { name } of rows) {
        if (/\.reading_\d|\.position_\d|\.register_\d/.test(name)) continue;
        const { rows: any } = await client.query(`select 1 from ${name} limit 1`);
        if (any.length === 0) found.push(name);
      }
      return found;
    });
    // Measured and told where the demo is described: what these hold is made by devices, by people at the page, or by later work.
    expect(empty.filter((name) => !known.has(name))).toEqual([]);
  });

  test('puts nothing into the future', async () => {
    const latest = await withClient(house.urls.superuser!, async (client) => {
      const { rows } = await client.query<{ at: Date }>('select max(happened_at) as at from kernel.fact');
      return rows[0]!.at;
    });
    expect(latest.getTime()).toBeLessThanOrEqual(now.getTime());
  });

  test('every kit reaches its floors on what was planted', async () => {
    await runYear(house.kernel, addDays(today, -366), today, () => undefined);
    const key = answerKey(seed, today, house.kernel.registers.calendar(), share);
    const plan = planCity(seed, today, house.kernel.registers.calendar(), share);
    const flagged = await findFlagged(house.kernel, ofTheCity(plan), plan.from);
    const scores = Object.keys(countedBy).map((kit) => scoreOf(kit, key, flagged));
    const floors = parse(readFileSync(join(import.meta.dirname, '../../demo/score/floors.yaml'), 'utf8')) as Record<
      string,
      Floor
    >;
    // So few vehicles hold so few of some kits: those are left to `npm run demo:score`.
    const enough = scores.filter(({ harms }) => harms >= 5);
    expect(enough.length).toBeGreaterThan(5);
    expect(underFloors(enough, floors)).toEqual([]);
  }, 600_000);
});

/** Ledgers that a load by verbs leaves empty, and why. Anything else that is empty is a fault of the demo. */
const known = new Set<string>([
  // Kept by followers and nightly jobs of the program that runs, which a loader is not.
  'vehicles.track_trip',
  'vehicles.open_finding',
  'energy.forecast',
  'energy.packed_day',
  // Filled by somebody at a page, or by a device.
  'vehicles.viewing',
  'vehicles.exchange_set',
  'vehicles.unread_frame',
  'energy.statement_answer',
  'energy.statement_revision',
  'energy.kitchen_waste',
  'energy.tenure',
  'energy.project',
  'energy.settlement',
  'energy.excess',
  'energy.meter_place',
  'vehicles.inspection',
  'vehicles.fence_visit',
  // Off until an institution switches it on.
  'energy.control_point',
  'energy.regulation_switch',
  'energy.regulation_plan',
  'energy.regulation_entry',
  // Only a building with a calendar of its own has days in it.
  'energy.calendar_day',
  // Readings outside the twenty years that have partitions.
  'energy.reading_elsewhen',
  'vehicles.position_elsewhen',
]);
