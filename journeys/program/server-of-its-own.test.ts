import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
  chownSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressOf, withDatabase } from '../../host/postgres/addresses.ts';
import { freePort } from '../../host/postgres/free-port.ts';
import { withClient } from '../../host/postgres/prepare-roles.ts';
import { Visitor } from '../security/visitor.ts';
import { dataFolder, runCommand, startProgram } from './start-program.ts';

/** The same program on a server that the operator brings: Debian's PostgreSQL 15, the oldest the house is written for. */

const debian = existsSync('/usr/lib/postgresql')
  ? readdirSync('/usr/lib/postgresql')
      .map((version) => `/usr/lib/postgresql/${version}/bin`)
      .find((bin) => existsSync(join(bin, 'initdb')))
  : undefined;
const why = debian === undefined ? 'skipped: no PostgreSQL of Debian on this machine (apt install postgresql)' : '';

/** A server never runs as root: the account of Debian's package, or nobody's. */
function account(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const found = ['postgres', 'nobody'].flatMap((name) => lines.filter((line) => line.startsWith(`${name}:`)))[0];
  const [, , uid, gid] = found!.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

const place = dataFolder();
const files = realpathSync(mkdtempSync(join(tmpdir(), 'opengoa-debian-')));
const cluster = join(files, 'cluster');
const as = account();
let port = 0;
let server: ChildProcess | undefined;
const address = (user: string, password: string, database: string) => addressOf({ port }, user, password, database);
const ownerUrl = () => address('office', 'k2-Vq8_tR5mZ', 'office');
const env = () => ({ OPENGOA_DEMO: '0', DATABASE_URL: ownerUrl() });

async function startServer(): Promise<void> {
  server = spawn(
    join(debian!, 'postgres'),
    ['-D', cluster, '-p', `${port}`, '-k', files, '-c', 'listen_addresses=127.0.0.1'],
    {
      stdio: 'ignore',
      ...as,
    },
  );
  const until = Date.now() + 20_000;
  for (;;) {
    try {
      return await withClient(address('postgres', 'for-the-test', 'postgres'), async () => undefined);
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((done) => setTimeout(done, 100));
    }
  }
}

async function stopServer(): Promise<void> {
  if (!server || server.exitCode !== null) return;
  const gone = once(server, 'exit');
  server.kill('SIGINT');
  await gone;
}

beforeAll(async () => {
  if (debian === undefined) return;
  chmodSync(files, 0o755);
  mkdirSync(cluster, { mode: 0o700 });
  writeFileSync(join(files, 'password'), 'for-the-test\n');
  if (as.uid !== undefined) for (const path of [files, cluster]) chownSync(path, as.uid, as.gid!);
  const words = ['-D', cluster, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${join(files, 'password')}`];
  execFileSync(join(debian, 'initdb'), [...words, '--encoding=UTF8', '--locale=C.UTF-8', '--data-checksums'], {
    ...as,
    cwd: files,
    stdio: 'ignore',
  });
  port = await freePort();
  await startServer();
  await withClient(address('postgres', 'for-the-test', 'postgres'), async (client) => {
    await client.query(`create role office login createrole password 'k2-Vq8_tR5mZ'`);
    await client.query('create database office owner office');
  });
}, 60_000);
afterAll(async () => {
  await place.remove();
  await stopServer();
  rmSync(files, { recursive: true, force: true });
});

describe(`DATABASE_URL ${why}`, () => {
  test.skipIf(debian === undefined)(
    'the program starts on it as an office, is ready, and its Record verifies',
    async () => {
      const program = await startProgram(place.folder, { env: env() });
      expect((await fetch(`${program.origin}/readyz`)).status).toBe(200);
      expect(existsSync(join(place.folder, 'postgres'))).toBe(false);
      await expect.poll(() => program.said()).toMatch(/Ctrl-C/);
      const code = /first administrator:\s+(\S+)/.exec(program.said())?.[1];
      const visitor = new Visitor(program.origin);
      const claimed = await visitor.run('kernel.claim-first-administrator', {
        code,
        unit: { name: '石桥县机关事务服务中心', level: 'county' },
        personName: '马兰',
        name: 'malan',
        password: '山路-十八弯-Qb-七',
      });
      expect(claimed.status, claimed.text).toBe(200);
      visitor.leave();
      const doctor = await runCommand(place.folder, ['doctor', '--json'], { env: env() });
      const { checks } = doctor.json<{ checks: { what: string; fine: boolean; told: string }[] }>();
      expect(checks.find(({ what }) => what === 'server')!.told).toMatch(/PostgreSQL 1[5-9].*DATABASE_URL/);
      // What the program's account may not say, it asks the server's administrator to say.
      expect(checks.filter(({ fine }) => !fine).map(({ what }) => what)).toEqual(['search']);
      const asked = /alter function.*$/.exec(checks.find(({ what }) => what === 'search')!.told)![0];
      await withClient(address('postgres', 'for-the-test', 'office'), (client) => client.query(asked));
      expect((await runCommand(place.folder, ['doctor', '--json'], { env: env() })).code).toBe(0);
      expect(await program.stop()).toBe(0);
      const verified = await runCommand(place.folder, ['verify', '--json'], { env: env() });
      expect(verified.json<{ ok: boolean; checked: number }>()).toMatchObject({ ok: true });
    },
    60_000,
  );

  test.skipIf(debian === undefined)('a backup of it is its own server’s business, and that is said', async () => {
    const refused = await runCommand(place.folder, ['backup', '--to', files], { env: env() });
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('pg_basebackup');
  });

  test.skipIf(debian === undefined)(
    'SEC-DB-09 the app’s own role is asked too: a server that lets it lose writes is refused',
    async () => {
      await withClient(withDatabase(address('postgres', 'for-the-test', 'postgres'), 'office'), (client) =>
        client.query('alter role opengoa_app set synchronous_commit = off'),
      );
      const refused = await runCommand(place.folder, ['start'], { env: env() });
      expect(refused.code).toBe(1);
      expect(refused.err).toMatch(/synchronous_commit = off/);
      await withClient(address('postgres', 'for-the-test', 'office'), (client) =>
        client.query('alter role opengoa_app reset synchronous_commit'),
      );
    },
  );

  test.skipIf(debian === undefined)(
    'SEC-DB-09 without page checksums it starts only where the operator answers for the storage',
    async () => {
      await stopServer();
      execFileSync(join(debian!, 'pg_checksums'), ['--disable', '-D', cluster], { ...as, cwd: files, stdio: 'ignore' });
      await startServer();
      const refused = await runCommand(place.folder, ['start'], { env: env() });
      expect(refused.code).toBe(1);
      expect(refused.err).toMatch(/data_checksums = off/);
      const program = await startProgram(place.folder, { env: { ...env(), OPENGOA_CHECKSUMS: 'storage' } });
      expect((await fetch(`${program.origin}/readyz`)).status).toBe(200);
      expect(await program.stop()).toBe(0);
    },
    60_000,
  );
});
