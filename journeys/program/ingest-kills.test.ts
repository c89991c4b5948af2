import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import mqtt from 'mqtt';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { meterKeys, type StandingCollector } from '../../host/collect/testing/standing-collector.ts';
import { dataFolder, processesOf } from './start-program.ts';

const rounds = Number(process.env['ROUNDS'] ?? 3);
const file = join(import.meta.dirname, '../../host/collect/testing/standing-collector.ts');
const place = dataFolder();
const children = new Set<ChildProcess>();
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  await place.remove();
});

async function stand(): Promise<{ child: ChildProcess; ready: StandingCollector }> {
  const child = spawn(process.execPath, [file, place.folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, OPENGOA_DATA: place.folder },
  });
  children.add(child);
  child.once('exit', () => children.delete(child));
  const line = await Promise.race([
    once(createInterface({ input: child.stdout! }), 'line').then(([first]) => first as string),
    once(child, 'exit').then(([code]) => {
      throw new Error(`the program ended with ${code} before it stood`);
    }),
  ]);
  return { child, ready: JSON.parse(line) as StandingCollector };
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
const five = 300_000;

/** One line of a gateway: batches of three quarters of an hour of one meter, each sent until it is acknowledged, over every restart. */
interface Lane {
  readonly key: string;
  next: number;
  /** Sent and not acknowledged: the next line begins with it, as a device does. */
  unanswered: { at: string; value: number }[] | null;
}

const batchOf = (lane: Lane) => {
  const readings = Array.from({ length: 9 }, (_, n) => ({
    at: new Date(lane.next + n * five).toISOString(),
    value: (lane.next / five + n) % 100,
  }));
  lane.next += 9 * five;
  return readings;
};

/** Sends until the line is gone. */
async function send(
  lane: Lane,
  deliver: (body: object) => Promise<void>,
  acknowledged: Map<string, number>,
): Promise<void> {
  for (;;) {
    const readings = lane.unanswered ?? batchOf(lane);
    lane.unanswered = readings;
    try {
      await deliver({ meters: [{ key: lane.key, pairs: readings.map(({ at, value }) => [at, value]) }] });
    } catch {
      return;
    }
    for (const { at, value } of readings) acknowledged.set(`${lane.key} ${at}`, value);
    lane.unanswered = null;
  }
}

test(
  'SEC-TE-01 SEC-TE-02 killed outright during MQTT and HTTP ingest: no acknowledged reading is lost and none counts twice',
  { timeout: 60_000 + rounds * 30_000 },
  async () => {
    const begins = Date.now() - (Date.now() % five) - 30 * 86_400_000;
    const lanes = meterKeys.map((key): Lane => ({ key, next: begins, unanswered: null }));
    const acknowledged = new Map<string, number>();
    const perRound: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const { child, ready } = await stand();
      const before = acknowledged.size;
      const stopped = Promise.all(
        lanes.map((lane, n) => {
          if (n % 2 === 0) {
            const headers = { authorization: `Bearer ${ready.key}`, 'content-type': 'application/json' };
            return send(
              lane,
              async (body) => {
                const answer = await fetch(`${ready.origin}/api/verbs/energy.receive-readings`, {
                  method: 'POST',
                  headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
                  body: JSON.stringify(body),
                });
                if (!answer.ok) throw new Error(await answer.text());
                await answer.text();
              },
              acknowledged,
            );
          }
          const client = mqtt.connect(`mqtt://127.0.0.1:${ready.mqttPort}`, {
            clientId: `line-${n}`,
            username: ready.name,
            password: ready.key,
            protocolVersion: 4,
            reconnectPeriod: 0,
          });
          client.on('error', () => undefined);
          const gone = new Promise<never>((_done, fail) => client.once('close', () => fail(new Error('closed'))));
          gone.catch(() => undefined);
          return send(
            lane,
            async (body) => {
              await Promise.race([
                client.publishAsync(`energy/readings/${ready.name}`, JSON.stringify(body), { qos: 1 }),
                gone,
              ]);
            },
            acknowledged,
          ).then(() => void client.end(true));
        }),
      );
      while (acknowledged.size < before + 200) await pause(10);
      await pause(Math.random() * 600);
      // Program first and database first, in turns: what dies first must not matter.
      const database = processesOf(place.folder).filter((pid) => pid !== ready.pid);
      for (const pid of round % 2 === 0 ? [...database, ready.pid] : [ready.pid, ...database])
        try {
          process.kill(pid, 'SIGKILL');
        } catch {
          // Taken along by the other.
        }
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      await stopped;
      perRound.push(acknowledged.size - before);
    }
    const { child, ready } = await stand();
    const behind = new pg.Client({ connectionString: ready.superUrl });
    await behind.connect();
    const { rows } = await behind.query<{ key: string; at: Date; value: number }>(`
      select i.key, r.at, r.value::float8 / 1000 as value from energy.reading r join energy.instrument i on i.meter_id = r.meter_id`);
    const stored = new Map(rows.map(({ key, at, value }) => [`${key} ${at.toISOString()}`, value]));
    const lost = [...acknowledged].filter(([name, value]) => stored.get(name) !== value);
    const sums = await behind.query<{
      readings: number;
      days: number;
      months: number;
      total: number;
      in_days: number;
    }>(`
      select (select count(*)::int from energy.reading) as readings, (select sum(count)::int from energy.day) as days,
             (select sum(count)::int from energy.month) as months, (select sum(value)::float8 from energy.reading) as total,
             (select sum(total)::float8 from energy.day) as in_days`);
    await behind.end();
    child.stdin!.end();
    await once(child, 'exit');
    const sum = sums.rows[0]!;
    console.log(
      `${rounds} kills, ${acknowledged.size} readings acknowledged (${Math.min(...perRound)} to ${Math.max(...perRound)} before each), ${lost.length} lost, ${sum.days - sum.readings} counted twice`,
    );
    expect(lost).toEqual([]);
    expect(stored.size).toBe(rows.length);
    expect([sum.days, sum.months, sum.in_days]).toEqual([sum.readings, sum.readings, sum.total]);
    expect(Math.min(...perRound)).toBeGreaterThanOrEqual(200);
  },
);
