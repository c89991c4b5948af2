import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runningCluster } from '../../host/postgres/start-cluster.ts';
import { withClient } from '../../host/postgres/prepare-roles.ts';
import { Visitor } from '../security/visitor.ts';
import { dataFolder, processesOf, runCommand, startProgram, type StartedProgram } from './start-program.ts';

/** One program with its demo city, from its first start to a changed Record, seen from the outside only. The tests follow each other. */

const place = dataFolder();
const other = dataFolder();
const elsewhere = dataFolder();
const { folder: data } = place;
let program: StartedProgram;
let trip = '';
const opengoa = (...words: string[]) => runCommand(data, words);

interface Account {
  readonly name: string;
  readonly password: string;
  readonly person: string;
  readonly post: string;
  readonly roles: readonly string[];
  readonly totpSecret?: string;
  readonly code?: string;
}

async function signedIn(person: string): Promise<Visitor> {
  const accounts = (await opengoa('demo', 'accounts', '--json')).json<Account[]>();
  const { name, password } = accounts.find((each) => each.person === person)!;
  const visitor = new Visitor(program.origin);
  expect((await visitor.signIn(name, password)).status).toBe(200);
  return visitor;
}

const tripRows = async (): Promise<string[]> => {
  const visitor = await signedIn('周敏');
  const { body } = await visitor.read('vehicles.trips', { size: '200' });
  visitor.leave();
  return (body as { rows: { id: string }[] }).rows.map(({ id }) => id);
};

beforeAll(async () => {
  program = await startProgram(data);
});
afterAll(async () => {
  for (const each of [place, other, elsewhere]) await each.remove();
});

describe('a newcomer', () => {
  test('starts it, and it is alive, ready, and tells what it holds', async () => {
    expect((await fetch(`${program.origin}/healthz`)).status).toBe(200);
    expect((await fetch(`${program.origin}/readyz`)).status).toBe(200);
    await expect.poll(() => program.said()).toMatch(/Ctrl-C/);
    expect(program.said()).toMatch(/readings 105,120 · .*trips \d+ · .*facts [\d,]+ · .*findings \d+/);
    expect(program.said()).toContain('zhoumin');
    const page = await (await fetch(program.origin)).text();
    expect(page).toContain('<div id="root">');
  });

  test('learns the accounts from the command line, with codes for the officers', async () => {
    const accounts = (await opengoa('demo', 'accounts', '--json')).json<Account[]>();
    expect(accounts.length).toBeGreaterThan(10);
    for (const each of accounts) {
      expect(each).toMatchObject({ name: expect.any(String), password: expect.any(String), post: expect.any(String) });
      expect(each.roles.length).toBeGreaterThan(0);
      expect(each.roles.some((role) => role.endsWith('-admin'))).toBe(each.code !== undefined);
    }
    // The code at once: the half-minute in which the demo was loaded is not used up by it.
    const audit = accounts.find(({ roles }) => roles.includes('audit-admin'))!;
    const visitor = new Visitor(program.origin);
    expect((await visitor.signIn(audit.name, audit.password, audit.code)).status).toBe(200);
    expect((await visitor.session()).needs).toBeUndefined();
    visitor.leave();
  });

  test('signs in as 周敏 and asks for a vehicle', async () => {
    const visitor = await signedIn('周敏');
    const startsAt = new Date(Date.now() + 3 * 86_400_000);
    const { trip: asked } = await visitor.does<{ trip: string }>('vehicles.request-trip', {
      purpose: '参加全市经济运行调度会',
      use: 'general-affairs',
      from: '临江市财政局',
      to: '临江市会议中心',
      startsAt: startsAt.toISOString(),
      endsAt: new Date(startsAt.getTime() + 2 * 3_600_000).toISOString(),
      people: 3,
      distanceKm: 18,
      crossCity: false,
    });
    visitor.leave();
    trip = asked;
    expect(await tripRows()).toContain(trip);
  });

  test('REL-05 a second program on the same folder is refused in a sentence that names the first', async () => {
    const refused = await runCommand(data, ['start']);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(`${program.pid}`);
    expect(refused.err).toMatch(/is in use by another OpenGOA program/);
    expect((await fetch(`${program.origin}/readyz`)).status).toBe(200);
  });

  test('REL-29 a port that is taken is told before anything is made', async () => {
    const refused = await runCommand(other.folder, ['start'], { env: { OPENGOA_PORT: new URL(program.origin).port } });
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/is taken by another program/);
    expect(existsSync(join(other.folder, 'postgres'))).toBe(false);
  });
});

describe('another system', () => {
  test('SEC-TA-04 gets a key that opens what its scope names, in its units, and nothing else', async () => {
    const made = (
      await opengoa('keys', 'create', '--unit', '临江市', '--scope', 'energy-clerk', '--expires', '30d', '--json')
    ).json<{ key: string; rights: string; scope: string[] }>();
    expect(made).toMatchObject({ rights: 'confirmed', scope: ['energy-clerk'] });
    const read = (name: string, key?: string) =>
      fetch(`${program.origin}/api/reads/${name}`, { headers: key ? { authorization: `Bearer ${key}` } : {} });
    const meters = await read('energy.meters', made.key);
    expect(meters.status).toBe(200);
    expect(((await meters.json()) as { rows: unknown[] }).rows.length).toBeGreaterThanOrEqual(6);
    expect((await read('vehicles.vehicles', made.key)).status).toBe(403);
    expect((await read('energy.meters')).status).toBe(401);
    expect((await read('energy.meters', `${made.key.slice(0, -2)}xx`)).status).toBe(401);
  });

  test('a key for a unit that is not there, an officer’s scope, or a day too far is refused in words', async () => {
    const create = (unit: string, scope: string, expires: string) =>
      opengoa('keys', 'create', '--unit', unit, '--scope', scope, '--expires', expires);
    const [unknown, officer, late, unclear] = await Promise.all([
      create('临河市', 'staff', '30d'),
      create('临江市', 'security-admin', '30d'),
      create('临江市', 'staff', '9999d'),
      create('临江市', 'staff', 'soon'),
    ]);
    for (const { code, out } of [unknown, officer, late, unclear]) expect([code, out]).toEqual([1, '']);
    expect(unknown.err).toContain('No unit has the name, code or id 临河市');
    expect(unclear.err).toContain('--expires');
  });
});

interface Imported {
  readonly state: string;
  readonly counts: { new: number; changed: number; same: number; refused: number };
  readonly errors: string | null;
}

describe('a real register', () => {
  const sample = join(import.meta.dirname, '../../demo/fleet/toronto-sample.csv');
  const bring = async (...words: string[]) =>
    (await opengoa('import', 'vehicles.vehicle', ...words, '--json')).json<Imported>();

  test('is tried, comes in, and a second time adds nothing', async () => {
    const fifty = { new: 50, changed: 0, same: 0, refused: 0 };
    expect(await bring(sample, '--dry-run')).toMatchObject({ state: 'dry-run', counts: fifty, errors: null });
    expect(await bring(sample)).toMatchObject({ state: 'done', counts: fifty });
    const again = { new: 0, changed: 0, same: 50, refused: 0 };
    expect(await bring(sample)).toMatchObject({ state: 'done', counts: again });
    expect(await bring(sample, '--dry-run')).toMatchObject({ counts: again });
  });

  test('with rows that do not fit gives the workbook of reasons, and the good ones are in', async () => {
    const table = join(data, 'register.csv');
    writeFileSync(table, '自编号,MAKE,MODEL,YEAR\nX-1,FORD,F250,2019\nX-2,,F250,2019\nX-3,FORD,F250,once\n');
    const errors = join(data, 'errors.xlsx');
    const mapped = ['--map', '自编号=plate', '--errors', errors];
    const report = await bring(table, ...mapped);
    expect(report).toMatchObject({ state: 'done', counts: { new: 1, refused: 2 }, errors });
    expect(readFileSync(errors).subarray(0, 2).toString()).toBe('PK');
    const whole = await opengoa('import', 'vehicles.vehicle', table, ...mapped, '--all-or-nothing', '--json');
    expect([whole.code, whole.json<Imported>().state]).toEqual([1, 'refused']);
  });

  test('goes out again as it came, and the export is on the Record', async () => {
    const { out, code } = await opengoa('export', 'vehicles.vehicles', '--filter', 'f.make=FORD', '--to', '-');
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toContain('车牌号');
    expect(out).toContain('X-1');
    expect(out).not.toContain('红旗');
    expect((await opengoa('export', 'vehicles.vehicles', '--filter', 'f.colour=red', '--to', '-')).code).toBe(1);
  });
});

describe('the operator', () => {
  test('is told that everything is fine, page by page', async () => {
    const { code, json } = await opengoa('doctor', '--json');
    const { fine, checks } = json<{ fine: boolean; checks: { what: string; fine: boolean; told: string }[] }>();
    expect(checks.filter((each) => !each.fine)).toEqual([]);
    expect(checks.map(({ what }) => what)).toEqual(
      expect.arrayContaining(['durability', 'disk', 'role', 'tables', 'sealer', 'search']),
    );
    expect([code, fine]).toEqual([0, true]);
  });

  test('REL-08 backs up while it runs, restores into an empty folder, and the Record is whole there', async () => {
    const checkpoint = join(data, 'checkpoint.txt');
    expect((await opengoa('checkpoint', '--to', checkpoint)).code).toBe(0);
    const made = await opengoa('backup', '--to', elsewhere.folder, '--json');
    expect(made.code, made.err).toBe(0);
    const { rows } = made.json<{ rows: number }>();
    expect(rows).toBeGreaterThan(105_120);
    const keys = join(data, 'keys');
    cpSync(keys, join(other.folder, 'keys'), { recursive: true });
    const put = await runCommand(other.folder, ['restore', '--from', elsewhere.folder, '--json']);
    expect(put.code, put.err).toBe(0);
    expect(put.json<{ keysMissing: unknown[]; rows: number }>()).toMatchObject({ keysMissing: [] });
    const verified = await runCommand(other.folder, ['verify', '--checkpoint', checkpoint, '--json']);
    expect(verified.json<{ ok: boolean; checked: number }>()).toMatchObject({ ok: true });
    expect(processesOf(other.folder)).toEqual([]);
    const onto = await runCommand(data, ['restore', '--from', elsewhere.folder]);
    expect([onto.code, onto.err]).toEqual([1, expect.stringContaining('is not empty')]);
  }, 120_000);
});

describe('stopping', () => {
  test('REL-26 SIGTERM ends everything in order, the database too; asked twice it is not cut short', async () => {
    const began = Date.now();
    program.launcher.kill('SIGINT');
    expect(await program.stop('SIGTERM')).toBe(0);
    expect(Date.now() - began).toBeLessThan(20_000);
    expect(processesOf(data)).toEqual([]);
    expect(existsSync(join(data, 'program.lock'))).toBe(false);
  });

  test('REL-05 what kill -9 left is cleaned up by the next start, which takes seconds and holds what was asked', async () => {
    program = await startProgram(data);
    process.kill(program.pid, 'SIGKILL');
    await program.stop();
    expect(processesOf(data).length, 'the database outlives a killed program').toBeGreaterThan(0);
    program = await startProgram(data);
    expect(program.said()).toMatch(/left by an earlier run|traces of an earlier crash/);
    expect(await tripRows()).toContain(trip);
    await program.stop();
    program = await startProgram(data);
    expect(program.tookMs).toBeLessThan(15_000);
    expect(program.said()).not.toMatch(/left by an earlier run|loading|迁移/);
  });

  test('a killed launcher takes the program and the database with it', async () => {
    program.launcher.kill('SIGKILL');
    await expect.poll(() => processesOf(data), { timeout: 20_000 }).toEqual([]);
  });

  test('SEC-ID-13 the demo’s folder does not start as an office’s', async () => {
    const refused = await runCommand(data, ['start'], { env: { OPENGOA_DEMO: '0' } });
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/holds the demo city/);
    expect(processesOf(data)).toEqual([]);
  });
});

describe('the three officers', () => {
  test('SEC-TA-07 work only from declared addresses, and others are not concerned', async () => {
    program = await startProgram(data, { env: { OPENGOA_OFFICERS: '192.0.2.0/24' } });
    const accounts = (await opengoa('demo', 'accounts', '--json')).json<Account[]>();
    const { name, password, code } = accounts.find(({ roles }) => roles.includes('audit-admin'))!;
    const officer = new Visitor(program.origin);
    await officer.signIn(name, password, code);
    expect((await officer.session()).may).toEqual([]);
    expect((await officer.read('kernel.accounts')).status).toBe(401);
    officer.leave();
    const other = await signedIn('周敏');
    expect((await other.read('vehicles.trips')).status).toBe(200);
    other.leave();
    expect(await program.stop()).toBe(0);
  });
});

describe('somebody with every key to the machine', () => {
  test('SEC-RE-03 who changes a fact behind the program’s back is found, entry by entry', async () => {
    program = await startProgram(data);
    expect((await opengoa('verify', '--json')).json<{ ok: boolean }>().ok).toBe(true);
    await withClient(runningCluster(data)!.superUrl, async (client) => {
      await client.query('begin');
      await client.query('set local session_replication_role = replica');
      const { rowCount } = await client.query(
        `update kernel.fact set body = jsonb_set(body::jsonb, '{distanceKm}', '12')::json
          where id = (select fact_id from kernel.seal where seq = (
            select min(s.seq) from kernel.seal s join kernel.fact f on f.id = s.fact_id where f.type = 'vehicles.TripRequested'))`,
      );
      expect(rowCount).toBe(1);
      await client.query('commit');
    });
    const found = await opengoa('verify', '--json');
    expect(found.code).toBe(1);
    expect(found.json<{ ok: boolean; firstBad: object }>()).toMatchObject({ ok: false, firstBad: { kind: 'edited' } });
    expect((await opengoa('verify')).out).toMatch(/First: Entry \d+ is not what was sealed/);
    expect(await program.stop()).toBe(0);
  });
});
