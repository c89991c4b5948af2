import { readdirSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount, signIn } from './accounts.ts';
import { town, type Town } from './town.ts';
import { Visitor } from './visitor.ts';

let at: Town;
let zhou: Visitor;

beforeAll(async () => {
  at = await town();
  await openAccount(at, '周敏', 'zhoumin');
  zhou = await signIn(at, 'zhoumin');
});
afterAll(async () => {
  zhou?.leave();
  await at?.close();
});

/** The longest of a hundred waits of the event loop while the work goes on, in milliseconds. */
async function delayWhile(work: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  await work();
  delay.disable();
  return delay.percentile(99) / 1e6;
}

describe('what goes on for long', () => {
  test('REL-22 thirty sign-ins at once are hashed beside the thread that answers: it goes on answering', async () => {
    const still = await delayWhile(() => after(1_000));
    let answered = 0;
    const busy = await delayWhile(async () => {
      let done = false;
      const strangers = Promise.all(
        Array.from({ length: 30 }, async (_, index) => {
          const stranger = new Visitor(at.origin);
          await stranger.run('kernel.sign-in', { name: `nobody-${index}`, password: 'Wrong-heron-11' });
          stranger.leave();
        }),
      ).finally(() => (done = true));
      while (!done) {
        expect((await zhou.get('/healthz')).status).toBe(200);
        answered += 1;
        await after(5);
      }
      await strangers;
    });
    expect(answered).toBeGreaterThan(10);
    // A machine that others keep busy delays everybody: what it costs when nothing goes on is not this program's.
    expect(busy).toBeLessThanOrEqual(Math.max(100, 4 * still));
  });

  test('REL-27 two thousand requests later there are no more connections, sockets, timers or files than before', async () => {
    const once = async () => {
      await Promise.all([
        zhou.read('vehicles.trips'),
        zhou.read('vehicles.trips', { size: 'x' }),
        zhou.run('kernel.keep-preference', { key: 'desk.open', value: true }),
        zhou.get('/api/nowhere'),
      ]);
    };
    const count = async () => {
      await after(300);
      const resources = process.getActiveResourcesInfo();
      const { rows } = await at.superuser.query(
        `select count(*)::int as n from pg_stat_activity where datname = current_database()`,
      );
      return {
        connections: rows[0].n as number,
        sockets: resources.filter((each) => /^(TCP|Pipe)/.test(each)).length,
        timers: resources.filter((each) => each === 'Timeout').length,
        files: readdirSync(at.data, { recursive: true }).length,
      };
    };
    // The pools fill first; what is measured is what comes after that.
    for (let turn = 0; turn < 40; turn += 1) await once();
    const before = await count();
    for (let turn = 0; turn < 500; turn += 1) await once();
    const later = await count();
    expect(later.connections).toBeLessThanOrEqual(before.connections + 4);
    expect(later.sockets).toBeLessThanOrEqual(before.sockets + 8);
    expect(later.timers).toBeLessThanOrEqual(before.timers + 20);
    expect(later.files).toBeLessThanOrEqual(before.files + 1);
  });
});
