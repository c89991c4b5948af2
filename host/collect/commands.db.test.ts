import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { Aedes } from 'aedes';
import mqtt from 'mqtt';
import pg from 'pg';
import pino from 'pino';
import { jobActor, newId } from '@opengoa/kernel';
import { openIdentity, type Identity } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import energy from '../../domains/energy/domain.ts';
import { controllerDevice, type ControllerDevice } from './testing/controller-device.ts';
import { deviceAccount, type DeviceAccount } from './testing/device-account.ts';
import { startCollector, type Collector } from './start-collector.ts';

const log = pino({ level: 'silent' });
let now = new Date(`${new Date().toISOString().slice(0, 10)}T12:00:00Z`);
const clock = () => now;
const minutes = (n: number) => (now = new Date(now.getTime() + n * 60_000));
let at: House;
let behind: pg.Client;
let identity: Identity;
let collector: Collector;
let gateway: DeviceAccount;
let foreign: DeviceAccount;
let clerk: Person;
let job: Person;
let building: string;
let meter: string;
const open: { close(): Promise<unknown> | void }[] = [];

const start = async (settings: Parameters<typeof startCollector>[1] = inside) =>
  (collector = await startCollector({ kernel: at.kernel, identity, log }, settings));
const inside = { mqtt: { host: '127.0.0.1', port: 0, tls: null }, outside: null };

beforeAll(async () => {
  at = await house({ rooms: [energy], clock });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  identity = openIdentity(at.kernel, { believeMs: 0 });
  const { finance, county } = at.ids;
  gateway = await deviceAccount(at.kernel, { unit: finance, name: 'gw-hvac', roles: ['energy-clerk'] });
  foreign = await deviceAccount(at.kernel, { unit: county, name: 'gw-other', roles: ['energy-clerk'] });
  clerk = at.as('钱能耗');
  const everywhere = [{ role: 'job', unit: at.ids.province, below: true }];
  job = at.with(everywhere, { ...jobActor('regulate', everywhere, at.ids.province) });
  building = (await clerk.does('energy.register-building', { unit: finance, name: '1号楼' })).facts[0]!.object.id;
  meter = (
    await clerk.does('energy.register-meter', {
      building,
      name: '总表',
      carrier: 'electricity',
      intervalMinutes: 15,
      validFrom: '2020-01-01',
    })
  ).facts[0]!.object.id;
  await at.as('陈局').does('energy.switch-regulation', { unit: finance, running: true, document: '局务会' });
}, 60_000);
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
  await collector?.stop();
  await behind.query(`update energy.regulation_plan set state = 'stopped' where state = 'active'`);
});
afterAll(async () => {
  await identity?.stop();
  await behind?.end();
  await at?.close();
});

const read15 = () =>
  clerk.does('energy.receive-readings', {
    meters: [
      {
        meter,
        readings: [{ at: new Date(Math.floor((now.getTime() - 900_000) / 900_000) * 900_000).toISOString(), value: 5 }],
      },
    ],
  });
/** A round of the loop as its job runs it. `begun` is when the program began, by the test's clock. */
let begun = new Date(now.getTime() - 3_600_000);
const round = () => job.does('energy.regulate', { since: begun.toISOString() });
const until = async (what: string, done: () => boolean | Promise<boolean>) => {
  const asked = performance.now();
  while (!(await done())) {
    if (performance.now() - asked > 15_000) throw new Error(`waited in vain for: ${what}`);
    await new Promise((turn) => setTimeout(turn, 30));
  }
};
const connected = (client: mqtt.MqttClient) => new Promise<void>((done) => client.once('connect', () => done()));
const rows = async (point: string) =>
  (
    await behind.query(
      `select kind, state, value::float8 as value, reason from energy.regulation_entry where point_id = $1 and kind <> 'shadow' order by decided_at, id`,
      [point],
    )
  ).rows as { kind: string; state: string; value: number; reason: string }[];
const newestIs = (point: string, kind: string, state: string) =>
  until(`${kind} ${state}`, async () => {
    const last = (await rows(point)).at(-1);
    return last?.kind === kind && last.state === state;
  });

/** A point of a device under an approved plan that sets it back around the clock. */
async function regulated(device: string, name = newId()): Promise<{ point: string; plan: string }> {
  const point = (
    await clerk.does('energy.register-control-point', {
      building,
      name,
      device,
      address: name,
      sets: 'cooling',
      least: 26,
      most: 30,
      step: 2,
      safe: 26,
      meter,
    })
  ).facts[0]!.object.id;
  const rules = [{ when: 'hours', fromHour: 0, toHour: 24, value: 28 }];
  const to = '2099-12-31';
  const plan = (
    await clerk.does('energy.propose-regulation', { name: '回调', points: [point], rules, from: '2020-01-01', to })
  ).facts[0]!.object.id;
  minutes(3 * 24 * 60);
  await at.as('陈局').does('energy.approve-regulation', { plan, version: 1 });
  return { point, plan };
}
async function device(account: DeviceAccount = gateway): Promise<ControllerDevice> {
  const made = await controllerDevice(collector.mqttPort!, account, { safe: 26, clock });
  open.push(made);
  return made;
}

test('a command goes to its device and is answered; renewed it stays; stopped it goes back at once', async () => {
  await start();
  const it = await device();
  const { point, plan } = await regulated(gateway.name);
  await round();
  expect((await rows(point)).at(-1)).toMatchObject({ kind: 'refused', reason: 'data-stale' });
  expect(it.told).toEqual([]);
  await read15();
  await round();
  await newestIs(point, 'set', 'applied');
  expect(it.value()).toBe(28);
  expect(it.told).toMatchObject([{ kind: 'set', value: 28, safe: 26, ttlSeconds: 900 }]);
  for (let n = 0; n < 4; n += 1) {
    minutes(8);
    await read15();
    it.tick();
    await round();
    await newestIs(point, 'renew', 'applied');
    expect(it.value()).toBe(28);
  }
  await at.as('何涛').run('energy.stop-regulation', { plan, why: '不是本单位负责人也无妨' });
  await at.as('陈局').run('energy.stop-regulation', { plan, why: '检修' });
  await newestIs(point, 'return', 'returned');
  expect(it.value()).toBe(26);
}, 60_000);

test('the program stops: the device goes back by itself; started again nothing is sent before fresh data', async () => {
  await start();
  const { point } = await regulated(gateway.name);
  const first = await device();
  await read15();
  await round();
  await newestIs(point, 'set', 'applied');
  expect(first.value()).toBe(28);
  // The program is gone: no round, no broker.
  await collector.stop();
  minutes(14);
  first.tick();
  expect(first.value()).toBe(28);
  minutes(1);
  first.tick();
  expect(first.value()).toBe(26);
  minutes(40);
  begun = now;
  await start();
  const again = await device();
  await round();
  expect((await rows(point)).at(-1)).toMatchObject({ kind: 'lapsed' });
  await round();
  expect((await rows(point)).at(-1)).toMatchObject({ kind: 'refused', reason: 'data-before-start' });
  await new Promise((turn) => setTimeout(turn, 1_500));
  expect(again.told).toEqual([]);
  // What was read before the start does not count, however young it is.
  await read15();
  await round();
  expect((await rows(point)).at(-1)).toMatchObject({ kind: 'refused', reason: 'data-before-start' });
  minutes(20);
  await read15();
  await round();
  await newestIs(point, 'set', 'applied');
  expect(again.value()).toBe(28);
}, 60_000);

test('a device of another unit is told nothing, whatever it is called; nobody hears or says another’s commands', async () => {
  await start();
  const { point } = await regulated(foreign.name);
  const stranger = await device(foreign);
  await read15();
  await round();
  await new Promise((turn) => setTimeout(turn, 2_500));
  expect(stranger.told).toEqual([]);
  expect((await rows(point)).at(-1)).toMatchObject({ kind: 'set', state: 'to-send' });

  const own = await device();
  const line = (more: mqtt.IClientOptions = {}) => {
    const client = mqtt.connect(`mqtt://127.0.0.1:${collector.mqttPort}`, {
      username: foreign.name,
      password: foreign.key,
      protocolVersion: 4,
      reconnectPeriod: 0,
      ...more,
    });
    open.push({ close: () => client.endAsync(true) });
    client.on('error', () => undefined);
    return client;
  };
  const other = line();
  await connected(other);
  for (const topic of [`energy/commands/${gateway.name}`, 'energy/commands/+', 'energy/#', '#'])
    await expect(other.subscribeAsync(topic)).rejects.toThrow();
  // A session that is kept could find an old command when it comes back.
  const kept = line({ clean: false, clientId: 'kept' });
  await connected(kept);
  await expect(kept.subscribeAsync(`energy/commands/${foreign.name}`)).rejects.toThrow();
  // What a device publishes is passed on to nobody.
  const forged = {
    id: newId(),
    point: 'x',
    kind: 'set',
    value: 99,
    safe: 26,
    ttlSeconds: 900,
    until: '2099-01-01T00:00:00Z',
  };
  await other.publishAsync(`energy/commands/${gateway.name}`, JSON.stringify(forged), { qos: 1 });
  await new Promise((turn) => setTimeout(turn, 500));
  expect(own.told).toEqual([]);
  expect(own.value()).toBe(26);
}, 60_000);

test('one that does not answer is told three times, then somebody is told, and nothing more is asked of it', async () => {
  await start();
  const { point, plan } = await regulated(gateway.name);
  const it = await device();
  it.mute = true;
  await read15();
  await round();
  for (let n = 1; n <= 3; n += 1) {
    await until(`told ${n} times`, async () => it.told.length === n && (await rows(point)).at(-1)!.state === 'sent');
    minutes(1);
    await round();
  }
  expect(new Set(it.told.map(({ id }) => id)).size).toBe(1);
  expect((await rows(point))[0]).toMatchObject({ state: 'unanswered' });
  const tasks = await behind.query(`select state from kernel.task where object_id = $1`, [plan]);
  expect(tasks.rows).toEqual([{ state: 'open' }]);
  it.tick();
  minutes(15);
  it.tick();
  expect(it.value()).toBe(26);
}, 60_000);

test('through a broker of the office: told under its prefix, and only while the line stands', async () => {
  const outside = await Aedes.createBroker();
  const server = createServer((socket) => outside.handle(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`;
  open.push(
    { close: () => new Promise<void>((done) => outside.close(() => done())) },
    { close: () => void server.close() },
  );
  const heard: { kind: string; value: number; id: string }[] = [];
  const box = mqtt.connect(url, { protocolVersion: 4 });
  open.unshift({ close: () => box.endAsync(true) });
  await connected(box);
  await box.subscribeAsync('campus/energy/commands/chiller-9', { qos: 1 });
  box.on('message', (_topic, payload) => {
    const command = JSON.parse(payload.toString('utf8')) as { kind: string; value: number; id: string };
    heard.push(command);
    const outcome = command.kind === 'return' ? 'returned' : 'applied';
    box.publish(
      'campus/energy/command-answers/chiller-9',
      JSON.stringify({ id: command.id, outcome, value: command.value }),
      { qos: 1 },
    );
  });
  await start({ mqtt: null, outside: { url, key: gateway.key, prefix: 'campus/' } });
  const { point } = await regulated('chiller-9');
  await read15();
  await round();
  await newestIs(point, 'set', 'applied');
  expect(heard).toMatchObject([{ kind: 'set', value: 28 }]);
}, 60_000);
