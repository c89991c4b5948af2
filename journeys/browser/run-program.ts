import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { codeOf, readDemoAccounts, type DemoAccount } from '../../demo/open-accounts.ts';
import { fakeWorkApps, type FakeWorkApps } from '../../host/outside/testing/fake-work-apps.ts';
import { startCityIdentity, type CityIdentity } from './city-identity.ts';

const house = join(import.meta.dirname, '../..');
const START_MS = 230_000;
const STOP_MS = 20_000;
const LOG_LENGTH = 20_000;

/** The program under test, as the test files learn of it. */
export interface RunningProgram {
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly data: string;
  readonly accounts: readonly DemoAccount[];
  /** Issuer of the provider of sign-in beside it; null beside a program that was running already. */
  readonly issuer: string | null;
  /** Where 企业微信 and 钉钉 are played; null as above. */
  readonly workApps: string | null;
}

interface Started {
  /** Null when the program is somebody else's to stop. */
  readonly child: ChildProcess | null;
  /** What it has written last, for whoever asks why a test failed. */
  readonly written: () => string;
  readonly identity?: CityIdentity;
  readonly workApps?: FakeWorkApps;
  readonly program: RunningProgram;
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test files ask for the program; it is started at the first question. */
    programDesk: string;
  }
}

/**
 * Vitest's global setup: the real program, by its own command, with the demo city in a temporary data folder. One for the whole run, and
 * none at all when no file asks; while tests are written, `OPENGOA_TESTED="http://127.0.0.1:8600 <data folder>"` names one that runs already. Answers `GET /program`, `GET /code/<account>` with a one-time code that was not used before, and `GET /log` with what the program wrote last.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let started: Promise<Started> | undefined;
  const folders: string[] = [];
  const usedStep = new Map<string, number>();
  const program = () => {
    const given = process.env['OPENGOA_TESTED'];
    if (!started && given) {
      const [origin = '', data = ''] = given.split(' ');
      started = Promise.resolve({
        child: null,
        written: () => '',
        program: { origin, data, accounts: readDemoAccounts(data), issuer: null, workApps: null },
      });
    } else if (!started) {
      const data = mkdtempSync(join(tmpdir(), 'opengoa-browser-'));
      folders.push(data);
      started = start(data);
    }
    return started;
  };
  const answer = async (path: string): Promise<unknown> => {
    const { program: running, written } = await program();
    if (path === '/log') return written();
    const account = /^\/code\/(\w+)$/.exec(path)?.[1];
    return account ? await freshCode(running, account, usedStep) : running;
  };
  const desk = createServer((request, response) => {
    answer(request.url ?? '/').then(
      (value) => response.end(JSON.stringify(value)),
      (fault: unknown) => response.writeHead(500).end(String(fault)),
    );
  });
  desk.requestTimeout = 0;
  desk.listen(0, '127.0.0.1');
  await once(desk, 'listening');
  project.provide('programDesk', `http://127.0.0.1:${(desk.address() as AddressInfo).port}`);
  return async () => {
    desk.closeAllConnections();
    desk.close();
    const running = await started?.catch(() => undefined);
    if (running?.child) await stop(running.child);
    running?.identity?.close();
    await running?.workApps?.close();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  };
}

/** A port that is free now. The provider of sign-in has to know it before the program listens. */
async function freePort(): Promise<number> {
  const taker = createServer().listen(0, '127.0.0.1');
  await once(taker, 'listening');
  const { port } = taker.address() as AddressInfo;
  taker.close();
  await once(taker, 'close');
  return port;
}

async function start(data: string): Promise<Started> {
  const port = await freePort();
  const identity = await startCityIdentity(`http://127.0.0.1:${port}`);
  const workApps = await fakeWorkApps();
  const child = spawn(process.execPath, ['host/opengoa.ts', 'start'], {
    cwd: house,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      OPENGOA_DATA: data,
      OPENGOA_PORT: String(port),
      OPENGOA_DEMO: '1',
      OPENGOA_OIDC: identity.setting,
      OPENGOA_WORK_APPS: workApps.settings(`http://127.0.0.1:${port}`),
      NODE_ENV: 'production',
    },
  });
  let said = '';
  const origin = await new Promise<string>((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`the program did not start in time:\n${said}`)), START_MS);
    const hear = (piece: string) => {
      said = (said + piece).slice(-LOG_LENGTH);
      const address = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (!address) return;
      clearTimeout(timer);
      done(address);
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`the program ended with ${code}:\n${said}`));
    });
  }).catch(async (fault: unknown) => {
    await stop(child);
    identity.close();
    await workApps.close();
    throw fault;
  });
  const { issuer } = identity;
  const accounts = readDemoAccounts(data);
  const written = () => said;
  return {
    child,
    written,
    identity,
    workApps,
    program: { origin, data, accounts, issuer, workApps: workApps.http.address },
  };
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await gone;
  clearTimeout(timer);
}

const STEP_MS = 30_000;

/** A code works once: the next one is waited for when this half-minute's has been given out. */
async function freshCode({ accounts }: RunningProgram, account: string, used: Map<string, number>): Promise<string> {
  const secret = accounts.find((each) => each.account === account)?.totpSecret;
  if (secret === undefined) throw new Error(`${account} has no second factor`);
  const step = Math.max(Math.floor(Date.now() / STEP_MS), (used.get(account) ?? 0) + 1);
  used.set(account, step);
  const wait = step * STEP_MS - Date.now();
  if (wait > 0) await new Promise((done) => setTimeout(done, wait + 50));
  return codeOf(secret, new Date());
}
