import { connect } from 'node:net';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { Aedes } from 'aedes';
import mqtt, { type MqttClient } from 'mqtt';
import pg from 'pg';
import pino from 'pino';
import { openIdentity, type Identity } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import energy from '../../domains/energy/domain.ts';
import { deviceAccount, type DeviceAccount } from './testing/device-account.ts';
import { startCollector, type Collector } from './start-collector.ts';

const log = pino({ level: 'silent' });
let at: House;
let behind: pg.Client;
let identity: Identity;
let gateway: DeviceAccount;
let other: DeviceAccount;
let collector: Collector;
const clients: MqttClient[] = [];
const closing: (() => Promise<unknown> | void)[] = [];

beforeAll(async () => {
  at = await house({ rooms: [energy] });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  identity = openIdentity(at.kernel, { believeMs: 0 });
  gateway = await deviceAccount(at.kernel, { unit: at.ids.bureau, name: 'gw-7', roles: ['energy-clerk'] });
  other = await deviceAccount(at.kernel, { unit: at.ids.county, name: 'gw-county', roles: ['energy-clerk'] });
  const clerk = at.as('钱能耗');
  const building = (await clerk.does('energy.register-building', { unit: at.ids.bureau, name: '1号楼' })).facts[0]!
    .object.id;
  for (const key of ['GW-7/1', 'GW-7/2'])
    await clerk.does('energy.register-meter', {
      building,
      name: key,
      key,
      carrier: 'electricity',
      intervalMinutes: 15,
      validFrom: '2020-01-01',
    });
});
afterAll(async () => {
  await identity?.stop();
  await behind?.end();
  await at?.close();
});
beforeEach(async () => {
  collector = await startCollector(
    { kernel: at.kernel, identity, log },
    { mqtt: { host: '127.0.0.1', port: 0, tls: null }, outside: null },
  );
});
afterEach(async () => {
  for (const client of clients.splice(0)) await client.endAsync(true);
  for (const step of closing.splice(0)) await step();
  await collector.stop();
});

/** A device that signs in and does not come back by itself. */
async function device(
  { name, key }: Pick<DeviceAccount, 'name' | 'key'>,
  more: mqtt.IClientOptions = {},
): Promise<MqttClient> {
  const client = mqtt.connect(`mqtt://127.0.0.1:${collector.mqttPort}`, {
    username: name,
    password: key,
    protocolVersion: 4,
    reconnectPeriod: 0,
    ...more,
  });
  client.on('error', () => undefined);
  clients.push(client);
  await new Promise<void>((done, fail) => {
    client.once('connect', () => done());
    client.once('error', fail);
    client.once('close', () => fail(new Error('closed')));
  });
  return client;
}

/** An error on the way does not keep a line from being closed in the end. */
const closeOf = (client: MqttClient) => new Promise<void>((done) => client.once('close', () => done()));

let moment = Date.now() - 20 * 86_400_000;
moment -= moment % 900_000;
/** A quarter that nothing was read of yet. */
const quarter = () => new Date((moment += 900_000)).toISOString();
const reading = (value: number, key = 'GW-7/1', instant = quarter()) => ({ key, at: instant, value });
const stored = async (instant: string): Promise<number[]> =>
  (await behind.query('select value::float8 as value from energy.reading where at = $1', [instant])).rows.map(
    ({ value }) => value as number,
  );
const parked = async () =>
  (
    await behind.query(
      'select device, topic, reason, detail, excerpt, bytes, unit_id as unit from kernel.parked_message order by parked_at desc, id desc',
    )
  ).rows as { device: string; topic: string; reason: string; detail: string; excerpt: string; unit: string }[];
const own = 'energy/readings/gw-7';

describe('设备以 MQTT 报送', () => {
  test('SEC-TE-01 what was acknowledged stands in the store at that moment, under the device’s own name', async () => {
    const client = await device(gateway);
    const at1 = quarter();
    await client.publishAsync(own, JSON.stringify(reading(2.5, 'GW-7/1', at1)), { qos: 1 });
    expect(await stored(at1)).toEqual([2500]);
    const { rows } = await behind.query(
      `select person_name, actor_kind from kernel.fact where type = 'energy.ReadingsReceived' order by id desc limit 1`,
    );
    expect(rows).toEqual([{ person_name: 'gw-7', actor_kind: 'device' }]);
    const [at2, at3] = [quarter(), quarter()];
    const pairs = [
      [at2, 1],
      [at3, 2],
    ];
    await client.publishAsync(
      `energy/readings/${gateway.account}`,
      JSON.stringify({ meters: [{ key: 'GW-7/2', pairs }] }),
      {
        qos: 2,
      },
    );
    expect([await stored(at2), await stored(at3)]).toEqual([[1000], [2000]]);
  });

  test('SEC-TE-02 SEC-BI-05 the same message again, marked as such or not, changes nothing', async () => {
    const client = await device(gateway);
    const instant = quarter();
    const text = JSON.stringify(reading(3, 'GW-7/1', instant));
    const facts = async () =>
      (await behind.query(`select count(*)::int as n from kernel.fact where type = 'energy.ReadingsReceived'`)).rows[0]
        .n;
    await client.publishAsync(own, text, { qos: 1 });
    const before = await facts();
    await client.publishAsync(own, text, { qos: 1, dup: true });
    await Promise.all(Array.from({ length: 20 }, () => client.publishAsync(own, text, { qos: 1 })));
    expect(await stored(instant)).toEqual([3000]);
    expect(await facts()).toBe(before);
  });

  test('SEC-TE-05 a message nobody can take is parked with its reason, and what follows goes on', async () => {
    const client = await device(gateway);
    const instant = quarter();
    const sent: [topic: string, payload: string | Buffer, reason: string][] = [
      [own, 'no json', 'not-json'],
      [own, Buffer.from([0xff, 0xfe, 0x00]), 'not-json'],
      [own, '{"key":"GW-7/1","key":"GW-7/2"}', 'not-json'],
      [own, '{"key":"GW-7/1","at":"yesterday","value":"much"}', 'shape-differs'],
      [own, JSON.stringify({ ...reading(1), more: true }), 'shape-differs'],
      [own, JSON.stringify(reading(1, 'GW-9/9')), 'refused'],
      [own, JSON.stringify({ ...reading(1), measure: 'kW' }), 'refused'],
      ['energy/somewhere/gw-7', '{}', 'topic-unknown'],
    ];
    const found: string[] = [];
    for (const [topic, payload] of sent) {
      await client.publishAsync(topic, payload, { qos: 1 });
      const [newest] = await parked();
      expect(newest).toMatchObject({ device: 'gw-7', topic, unit: at.ids.bureau });
      found.push(newest!.reason);
    }
    expect(found).toEqual(sent.map(([, , reason]) => reason));
    expect((await parked())[1]!.detail).toContain('measure-differs');
    await client.publishAsync(own, JSON.stringify(reading(4, 'GW-7/1', instant)), { qos: 1 });
    expect(await stored(instant)).toEqual([4000]);
    // Whoever keeps the meters sees it; a neighbour does not.
    const list = async (who: ReturnType<House['with']>) =>
      ((await who.list('kernel.parked-messages')) as unknown as { rows: unknown[] }).rows;
    expect(await list(at.as('钱能耗'))).toHaveLength(sent.length);
    const county = at.with([{ role: 'energy-clerk', unit: at.ids.county, below: true }]);
    expect(await list(county)).toEqual([]);
  });

  test('SEC-TE-06 a device publishes under its own topics alone, reaches its own meters alone, and hears nothing', async () => {
    const client = await device(other);
    const instant = quarter();
    await client.publishAsync(own, JSON.stringify(reading(5, 'GW-7/1', instant)), { qos: 1 });
    expect((await parked())[0]).toMatchObject({ device: 'gw-county', reason: 'topic-not-yours', unit: at.ids.county });
    await client.publishAsync('energy/readings/gw-county', JSON.stringify(reading(5, 'GW-7/1', instant)), { qos: 1 });
    expect((await parked())[0]).toMatchObject({ device: 'gw-county', reason: 'refused' });
    expect((await parked())[0]!.detail).toContain('meters-unknown');
    expect(await stored(instant)).toEqual([]);
    for (const topic of ['#', own, '$SYS/#']) await expect(client.subscribeAsync(topic)).rejects.toThrow();
  });

  test('SEC-TE-06 an unknown device, a wrong key and another’s name get no line and create nothing', async () => {
    const before = await behind.query(
      'select (select count(*) from kernel.fact) as facts, (select count(*) from kernel.parked_message) as parked',
    );
    for (const who of [
      { name: 'stranger', key: `ogk_${'a'.repeat(43)}` },
      { name: 'gw-7', key: 'guess' },
      { name: 'gw-7', key: other.key },
    ])
      await expect(device(who)).rejects.toThrow(/Not authorized|Bad username/);
    const after = await behind.query(
      'select (select count(*) from kernel.fact) as facts, (select count(*) from kernel.parked_message) as parked',
    );
    expect(after.rows).toEqual(before.rows);
  });

  test('what could not be kept is not acknowledged: the line is cut, and sent again it is kept once', async () => {
    const instant = quarter();
    const held = await behind.query('begin').then(() => behind.query(`select id from energy.meter for update`));
    expect(held.rowCount).toBeGreaterThan(0);
    const client = await device(gateway, { clientId: 'steady', clean: false, reconnectPeriod: 200 });
    let acknowledged = false;
    let closed = 0;
    client.on('close', () => (closed += 1));
    const sending = client
      .publishAsync(own, JSON.stringify(reading(6, 'GW-7/1', instant)), { qos: 1 })
      .then(() => (acknowledged = true));
    while (closed === 0) await new Promise((done) => setTimeout(done, 50));
    expect(acknowledged).toBe(false);
    await behind.query('rollback');
    await sending;
    expect(await stored(instant)).toEqual([6000]);
  }, 30_000);

  test('a message larger than agreed cuts the line before it is kept in memory, and so does a large sign-in', async () => {
    const client = await device(gateway);
    const closed = closeOf(client);
    client.publish(own, Buffer.alloc(2_000_000, 32), { qos: 1 }, () => undefined);
    await closed;
    const socket = connect(collector.mqttPort!, '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    const cut = new Promise((done) => socket.once('close', done));
    socket.write(Buffer.from([0x10, 0x80, 0x80, 0x80, 0x01]));
    await cut;
  });

  test('a key that is withdrawn while its line is open ends it', async () => {
    const short = await deviceAccount(at.kernel, { unit: at.ids.bureau, name: 'gw-short', roles: ['energy-clerk'] });
    const client = await device(short);
    await behind.query(`update kernel.account set state = 'disabled', disabled_why = 'x' where id = $1`, [
      short.account,
    ]);
    const closed = closeOf(client);
    const instant = quarter();
    client.publish(
      'energy/readings/gw-short',
      JSON.stringify(reading(1, 'GW-7/1', instant)),
      { qos: 1 },
      () => undefined,
    );
    await closed;
    expect(await stored(instant)).toEqual([]);
  });

  test('SEC-TE-05 a device that sends nothing but rubbish is cut off when its budget is spent; another goes on', async () => {
    const noisy = await deviceAccount(at.kernel, { unit: at.ids.bureau, name: 'gw-noisy', roles: ['energy-clerk'] });
    const client = await device(noisy);
    let closed = false;
    const cut = closeOf(client).then(() => (closed = true));
    for (let n = 0; n < 80 && !closed; n += 1)
      await Promise.race([
        client.publishAsync('energy/readings/gw-noisy', `rubbish ${n}`, { qos: 1 }).catch(() => undefined),
        cut,
      ]);
    expect(closed).toBe(true);
    expect((await parked()).filter(({ device: name }) => name === 'gw-noisy')).toHaveLength(60);
    const instant = quarter();
    const good = await device(gateway);
    await good.publishAsync(own, JSON.stringify(reading(7, 'GW-7/1', instant)), { qos: 1 });
    expect(await stored(instant)).toEqual([7000]);
  });
});

describe('办公室已有的消息服务器', () => {
  test('SEC-TE-01 messages of an outside broker are acknowledged after the commit; what came while nobody listened comes again', async () => {
    const outside = await Aedes.createBroker();
    const server = createServer((socket) => outside.handle(socket));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `mqtt://127.0.0.1:${(server.address() as AddressInfo).port}`;
    closing.push(
      () => new Promise<void>((done) => outside.close(() => done())),
      () => void server.close(),
    );
    const settings = { mqtt: null, outside: { url, key: gateway.key, prefix: 'campus/' } };
    const first = await startCollector({ kernel: at.kernel, identity, log }, settings);
    while (true) {
      const subscribed = await (
        outside as unknown as { persistence: { countOffline(): Promise<{ subsCount: number }> } }
      ).persistence
        .countOffline()
        .catch(() => ({ subsCount: 0 }));
      if (subscribed.subsCount > 0) break;
      await new Promise((done) => setTimeout(done, 20));
    }
    const sender = mqtt.connect(url, { protocolVersion: 4 });
    clients.push(sender);
    const [at1, at2, at3] = [quarter(), quarter(), quarter()];
    const publish = (instant: string, value: number) =>
      sender.publishAsync('campus/energy/readings/any-box', JSON.stringify(reading(value, 'GW-7/2', instant)), {
        qos: 1,
      });
    const until = async (instant: string) => {
      while ((await stored(instant)).length === 0) await new Promise((done) => setTimeout(done, 20));
    };
    await publish(at1, 1);
    await until(at1);
    await first.stop();
    await publish(at2, 2);
    const again = await startCollector({ kernel: at.kernel, identity, log }, settings);
    closing.unshift(() => again.stop());
    await until(at2);
    await publish(at3, 3);
    await until(at3);
    expect([await stored(at1), await stored(at2), await stored(at3)]).toEqual([[1000], [2000], [3000]]);
  });
});
