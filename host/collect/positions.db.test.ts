import mqtt from 'mqtt';
import pg from 'pg';
import pino from 'pino';
import { type Identity, openIdentity } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import vehicles from '../../domains/vehicles/domain.ts';
import { type Collector, startCollector } from './start-collector.ts';
import { deviceAccount, type DeviceAccount } from './testing/device-account.ts';

let at: House;
let behind: pg.Client;
let identity: Identity;
let gateway: DeviceAccount;
let foreign: DeviceAccount;
let collector: Collector;
let vehicle: string;
const number = '13900009999';

beforeAll(async () => {
  at = await house({ rooms: [vehicles] });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  identity = openIdentity(at.kernel, { believeMs: 0 });
  gateway = await deviceAccount(at.kernel, { unit: at.ids.bureauFleet, name: 'bus-1', roles: ['fleet-clerk'] });
  foreign = await deviceAccount(at.kernel, { unit: at.ids.county, name: 'bus-2', roles: ['fleet-clerk'] });
  const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };
  const clerk = at.as('郑科长');
  const registered = await clerk.does('vehicles.register-vehicle', {
    unit: at.ids.bureauFleet,
    plate: '青A·50001',
    ...described,
  });
  vehicle = registered.facts[0]!.object.id;
  await clerk.does('vehicles.register-terminal', { vehicle, number, datum: 'wgs-84' });
  collector = await startCollector(
    { kernel: at.kernel, identity, log: pino({ level: 'silent' }) },
    { mqtt: { host: '127.0.0.1', port: 0, tls: null }, outside: null },
  );
});
afterAll(async () => {
  await collector?.stop();
  await identity?.stop();
  await behind?.end();
  await at?.close();
});

const said = async ({ name, key }: DeviceAccount, payload: unknown) => {
  const client = await mqtt.connectAsync(`mqtt://127.0.0.1:${collector.mqttPort}`, {
    username: name,
    password: key,
    protocolVersion: 4,
    reconnectPeriod: 0,
  });
  try {
    await client.publishAsync(`vehicles/positions/${name}`, JSON.stringify(payload), { qos: 1 });
  } finally {
    await client.endAsync(true);
  }
};
const stored = async () =>
  (await behind.query('select latitude from vehicles.position where vehicle_id = $1 order by at', [vehicle])).rows.map(
    ({ latitude }) => latitude as number,
  );

test('SEC-TE-01 SEC-TE-02 a position by MQTT is stored when it is acknowledged, in short or as a batch, and sent again it is there once', async () => {
  const begin = Date.now() - 3_600_000;
  const place = (n: number) => ({
    at: new Date(begin + n * 60_000).toISOString(),
    latitude: 32.06 + n / 1000,
    longitude: 118.79,
  });
  await said(gateway, { number, ...place(0) });
  expect(await stored()).toEqual([32_060_000]);
  await said(gateway, { terminals: [{ number: `0${number}`, positions: [place(0), place(1)] }] });
  expect(await stored()).toEqual([32_060_000, 32_061_000]);
  await said(foreign, { number, ...place(2) });
  expect(await stored()).toHaveLength(2);
  await said(gateway, { number, latitude: 32 });
  expect(await stored()).toHaveLength(2);
  const { rows } = await behind.query('select device, reason from kernel.parked_message order by parked_at');
  expect(rows.map(({ device }) => device as string)).toEqual(['bus-2', 'bus-1']);
});
