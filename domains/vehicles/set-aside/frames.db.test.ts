import type { OpenDeviceDoor } from '@opengoa/kernel';
import { doorTools } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import vehicles from '../domain.ts';
import { usualLimits } from '../positions/jt808/limits.ts';
import { listenForTerminals } from '../positions/jt808/listen.ts';
import { ids, results } from '../positions/jt808/messages.ts';
import { Terminal } from '../testing/terminal.ts';
import { trackedVehicle } from '../testing/tracked-fleet.ts';

let at: House;
let behind: pg.Pool;
let door: OpenDeviceDoor;

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  behind = new pg.Pool({ connectionString: at.urls.superuser });
  const tools = doorTools(at.kernel, 'vehicles.jt808', () => undefined);
  const limits = { ...usualLimits, faults: 500 };
  door = await listenForTerminals({ host: '127.0.0.1', port: 0 }, tools, limits);
});
afterAll(async () => {
  await door?.close();
  await behind?.end();
  await at?.close();
});

const kept = async (number: string) =>
  (await behind.query('select why, bytes from vehicles.unread_frame where number = $1 order by at, id', [number]))
    .rows as { why: string; bytes: string }[];
const until = async (holds: () => Promise<boolean>) => {
  for (let n = 0; n < 200 && !(await holds()); n += 1) await new Promise((done) => setTimeout(done, 25));
  expect(await holds()).toBe(true);
};

test('SEC-TE-04 what cannot be read is kept with its reason, of terminals that are in only, and the newest of each', async () => {
  const { number } = await trackedVehicle(at);
  const stranger = new Terminal(door.port, number);
  stranger.raw(Buffer.from([0x7e, 1, 2, 3, 0x7e]));
  const it = new Terminal(door.port, number);
  await it.comeIn('');
  it.raw(Buffer.from([0x7e, 1, 2, 3, 4, 0x7e]));
  await until(async () => (await kept(number)).length === 1);
  expect(await kept(number)).toEqual([{ why: 'bad-check', bytes: '01020304' }]);
  expect(await it.answerTo(it.send(ids.location, Buffer.alloc(5)))).toMatchObject({ result: results.wrong });
  await until(async () => (await kept(number)).length === 2);
  expect((await kept(number))[1]).toMatchObject({ bytes: '0000000000' });
  for (let n = 0; n < 130; n += 1) it.raw(Buffer.from([0x7e, 9, n % 100, 7, 4, 0x7e]));
  await until(async () => (await kept(number)).length === 100);
  const listed = await at.as('郑科长').list('vehicles.unread-frames', { 'f.number': number });
  expect(listed).toMatchObject({ total: { count: 100 } });
  const county = at.with([{ role: 'fleet-clerk', unit: at.ids.county, below: true }]);
  expect(await county.list('vehicles.unread-frames', {})).toMatchObject({ rows: [] });
  it.close();
  stranger.close();
});
