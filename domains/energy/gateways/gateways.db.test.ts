import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import jsmodbus from 'jsmodbus';
import pg from 'pg';
import { type Connect, NotReachable } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter, code } from '../testing/given.ts';

let at: House;
let behind: pg.Client;
let building: string;
const servers: Server[] = [];
const sockets = new Set<Socket>();
beforeAll(async () => {
  at = await house({ rooms: [energy] });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  at.kernel.connect = toThisMachine;
  building = await aBuilding(at.as('钱能耗'), at.ids.bureau);
});
afterEach(async () => {
  await behind.query('update energy.gateway set running = false');
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

const toThisMachine: Connect = async ({ host, port }) => {
  const socket = connect(port, host);
  await once(socket, 'connect');
  return socket;
};

async function listening(server: Server): Promise<number> {
  servers.push(server);
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

/** A Modbus TCP device of another make, with these registers. */
async function device(): Promise<{ port: number; holding: Buffer; input: Buffer; asked: () => number }> {
  const server = createServer();
  const [holding, input] = [Buffer.alloc(2_000), Buffer.alloc(2_000)];
  const modbus = new jsmodbus.server.TCP(server, { holding, input });
  let count = 0;
  modbus.on('preReadHoldingRegisters', () => (count += 1));
  modbus.on('preReadInputRegisters', () => (count += 1));
  return { port: await listening(server), holding, input, asked: () => count };
}

const register = (key: string, more: object = {}) =>
  aMeter(at.as('钱能耗'), building, { key, reads: 'register', intervalMinutes: null, ...more });

const gatewayAt = async (port: number, points: object[], more: object = {}): Promise<string> =>
  (
    await at.as('钱能耗').does('energy.register-gateway', {
      unit: at.ids.bureau,
      name: `采集器${port}`,
      host: '127.0.0.1',
      port,
      timeoutMs: 400,
      points,
      ...more,
    })
  ).facts[0]!.object.id;

const poll = () => runJob(at.kernel, 'energy.poll-gateways', { signal: new AbortController().signal });
const shown = async (meter: string): Promise<number[]> =>
  (
    await behind.query('select value::float8 as value from energy.register where meter_id = $1 order by at', [meter])
  ).rows.map(({ value }) => (value as number) / 1000);
const standing = async (gateway: string) =>
  (
    await behind.query(
      'select fault, failures, tried_at as tried, answered_at as answered from energy.gateway where id = $1',
      [gateway],
    )
  ).rows[0] as { fault: string | null; failures: number; tried: Date | null; answered: Date | null };

describe('Modbus TCP 轮询', () => {
  test('every point by its own address, type, word order and scale; neighbours in one question; again by its rhythm alone', async () => {
    const far = await device();
    far.holding.writeUInt32BE(123_456, 2 * 10);
    far.holding.writeFloatBE(77.25, 2 * 12);
    // Low word first: 1,000,000 is 000F4240.
    far.holding.writeUInt16BE(0x4240, 2 * 20);
    far.holding.writeUInt16BE(0x000f, 2 * 21);
    far.input.writeUInt16BE(4_321, 2 * 500);
    const [a, b, c, d] = [await register('M-1'), await register('M-2'), await register('M-3'), await register('M-4')];
    const gateway = await gatewayAt(far.port, [
      { key: 'M-1', address: 10, type: 'uint32', scale: 0.01 },
      { key: 'M-2', address: 12, type: 'float32' },
      { key: 'M-3', address: 20, type: 'uint32', order: 'low-first' },
      { key: 'M-4', functionCode: 4, address: 500, type: 'uint16', scale: 10 },
    ]);
    await poll();
    expect([await shown(a), await shown(b), await shown(c), await shown(d)]).toEqual([
      [1234.56],
      [77.25],
      [1_000_000],
      [43_210],
    ]);
    expect(far.asked()).toBe(2);
    expect(await standing(gateway)).toMatchObject({ fault: null, failures: 0 });
    await poll();
    expect(far.asked()).toBe(2);
    const { rows } = await behind.query(
      `select actor_kind, person_name from kernel.fact where type = 'energy.ReadingsReceived' order by id desc limit 1`,
    );
    expect(rows).toEqual([{ actor_kind: 'job', person_name: 'poll-gateways' }]);
  });

  test('a register that the device refuses does not keep the others from being read, and is named', async () => {
    const port = await listening(
      createServer((socket) => {
        socket.on('data', (asked: Buffer) => {
          const head = [asked[0]!, asked[1]!, 0, 0, 0];
          const far = asked.readUInt16BE(8) >= 60_000;
          socket.write(Buffer.from(far ? [...head, 3, 1, 0x83, 2] : [...head, 5, 1, 3, 2, 0, 9]));
        });
      }),
    );
    const [good, bad] = [await register('R-1'), await register('R-2')];
    const gateway = await gatewayAt(port, [
      { key: 'R-1', address: 0, type: 'uint16' },
      { key: 'R-2', address: 60_000, type: 'uint16' },
    ]);
    await poll();
    expect([await shown(good), await shown(bad)]).toEqual([[9], []]);
    expect((await standing(gateway)).fault).toBe('no such address (register 60000)');
  });

  test('SEC-FE-11 a device that is silent, lies, floods or closes is left in time, asked twice at most, and less and less often', async () => {
    const meter = await register('S-1');
    const behaviours: Record<string, (socket: Socket) => void> = {
      silent: () => undefined,
      closes: (socket) => socket.end(),
      'no modbus': (socket) => void socket.on('data', () => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n')),
      floods: (socket) => void socket.on('data', () => socket.write(Buffer.alloc(100_000))),
      'another station': (socket) =>
        void socket.on('data', (asked: Buffer) =>
          socket.write(Buffer.from([asked[0]!, asked[1]!, 0, 0, 0, 5, 9, 3, 2, 0, 1])),
        ),
      'cut short': (socket) =>
        void socket.on('data', (asked: Buffer) => socket.end(Buffer.from([asked[0]!, asked[1]!, 0, 0, 0, 5, 1, 3]))),
    };
    for (const [name, behave] of Object.entries(behaviours)) {
      let lines = 0;
      const port = await listening(
        createServer((socket) => {
          lines += 1;
          behave(socket);
        }),
      );
      const gateway = await gatewayAt(port, [{ key: 'S-1', address: 0, type: 'uint16' }]);
      const began = performance.now();
      await poll();
      expect([name, lines]).toEqual([name, 2]);
      expect(performance.now() - began).toBeLessThan(5_000);
      expect([name, await standing(gateway)]).toMatchObject([name, { failures: 1, answered: null }]);
      expect((await standing(gateway)).fault).not.toBeNull();
      await at.as('钱能耗').does('energy.change-gateway', { gateway, version: 1, running: false });
    }
    expect(await shown(meter)).toEqual([]);
  });

  test('an answer in pieces and a late one to an earlier question are told apart; the line comes back after a fault', async () => {
    const meter = await register('P-1');
    let turn = 0;
    const port = await listening(
      createServer((socket) => {
        socket.on('data', (asked: Buffer) => {
          turn += 1;
          if (turn === 1) return socket.destroy();
          const late = Buffer.from([0xff, 0xff, 0, 0, 0, 5, 1, 3, 2, 0x11, 0x11]);
          const answer = Buffer.from([asked[0]!, asked[1]!, 0, 0, 0, 5, 1, 3, 2, 0, 42]);
          const all = Buffer.concat([late, answer]);
          for (const [i, byte] of all.entries()) setTimeout(() => socket.write(Buffer.of(byte)), i);
          return undefined;
        });
      }),
    );
    const gateway = await gatewayAt(port, [{ key: 'P-1', address: 7, type: 'uint16' }], { timeoutMs: 3_000 });
    await poll();
    expect(await shown(meter)).toEqual([42]);
    expect(await standing(gateway)).toMatchObject({ fault: null, failures: 0 });
  });

  test('what the program may not reach is said at the gateway', async () => {
    const meter = await register('N-1');
    const gateway = await gatewayAt(9, [{ key: 'N-1', address: 0, type: 'uint16' }]);
    at.kernel.connect = async () => {
      throw new NotReachable('127.0.0.1 lies in no network of devices that the operator allows');
    };
    try {
      await poll();
    } finally {
      at.kernel.connect = toThisMachine;
    }
    expect(await shown(meter)).toEqual([]);
    expect(await standing(gateway)).toMatchObject({ failures: 1 });
    expect((await standing(gateway)).fault).toMatch(/no network/);
  });

  test('a gateway names registers of one’s own, each once; nobody else changes it', async () => {
    const clerk = at.as('钱能耗');
    await register('O-1');
    await aMeter(clerk, building, { key: 'O-2' });
    const asked = (points: object[], more: object = {}) =>
      clerk.run('energy.register-gateway', { unit: at.ids.bureau, name: 'x', host: '127.0.0.1', points, ...more });
    const point = { address: 0, type: 'uint16' };
    expect(code(await asked([{ key: 'O-9', ...point }]))).toBe('meters-unknown');
    expect(code(await asked([{ key: 'O-2', ...point }]))).toBe('not-a-register');
    expect(
      code(
        await asked([
          { key: 'O-1', ...point },
          { key: 'O-1', ...point, address: 1 },
        ]),
      ),
    ).toBe('meter-bound-twice');
    expect(code(await asked([{ key: 'O-1', ...point }], { host: 'gateway.example' }))).toBe('input-not-fitting');
    const gateway = await gatewayAt(1, [{ key: 'O-1', ...point }]);
    const county = at.with([{ role: 'energy-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
    expect(code(await county.run('energy.change-gateway', { gateway, version: 1, running: false }))).toBe('not-found');
    expect(
      code(
        await county.run('energy.register-gateway', {
          unit: at.ids.county,
          name: 'x',
          host: '127.0.0.1',
          points: [{ key: 'O-1', ...point }],
        }),
      ),
    ).toBe('meters-unknown');
    expect(code(await at.as('周敏').run('energy.change-gateway', { gateway, version: 1, running: false }))).toBe(
      'not-your-right',
    );
    expect(code(await clerk.run('energy.change-gateway', { gateway, version: 1, everyMinutes: 5 }))).toBe('done');
    expect(code(await clerk.run('energy.change-gateway', { gateway, version: 1, everyMinutes: 5 }))).toBe(
      'stale-version',
    );
  });
});
