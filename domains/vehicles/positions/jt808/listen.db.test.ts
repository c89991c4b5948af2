import { doorTools } from '@opengoa/kernel/host';
import type { OpenDeviceDoor } from '@opengoa/kernel';
import { house, type House } from '@opengoa/kernel/testing';
import { Pool } from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import vehicles from '../../domain.ts';
import { authentication, batchOf, location, registration, Terminal } from '../../testing/terminal.ts';
import { trackedVehicle } from '../../testing/tracked-fleet.ts';
import { usualLimits } from './limits.ts';
import { listenForTerminals } from './listen.ts';
import { ids, registrations, results } from './messages.ts';

const begin = Date.parse('2026-03-05T09:00:00+08:00');
let at: House;
let superuser: Pool;
let warned: unknown[];
const doors: OpenDeviceDoor[] = [];
const terminals: Terminal[] = [];
const open = async (limits: Partial<typeof usualLimits> = {}) => {
  warned = [];
  const tools = doorTools(at.kernel, 'vehicles.jt808', (what) => void warned.push(what));
  const door = await listenForTerminals({ host: '127.0.0.1', port: 0 }, tools, { ...usualLimits, ...limits });
  doors.push(door);
  return door.port;
};
const terminal = (port: number, number: string) => {
  const it = new Terminal(port, number);
  terminals.push(it);
  return it;
};
const stored = async (vehicle: string): Promise<number> =>
  Number(
    (await superuser.query('select count(*) as n from vehicles.position where vehicle_id = $1', [vehicle])).rows[0].n,
  );

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => new Date(begin + 3_600_000) });
  superuser = new Pool({ connectionString: at.urls.superuser, max: 2 });
});
afterEach(async () => {
  for (const each of terminals.splice(0)) each.close();
  for (const door of doors.splice(0)) await door.close();
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});

describe('车载终端接入', () => {
  test('SEC-TE-01 a terminal registers, shows its code, and is answered once its position is stored', async () => {
    const { vehicle, number } = await trackedVehicle(at);
    const it = terminal(await open(), number);
    const registered = await it.answerTo(it.send(ids.register, registration('')));
    expect(registered).toMatchObject({ id: ids.registerAnswer, result: registrations.done });
    const code = registered!.rest.toString('ascii');
    expect(code).toMatch(/^[0-9a-f]{32}$/);
    // The answer was lost: until it has shown one it may ask again, and the newest holds.
    const again = (await it.answerTo(it.send(ids.register, registration(''))))!.rest.toString('ascii');
    expect(again).not.toBe(code);
    expect(await it.answerTo(it.send(ids.authenticate, authentication(again)))).toMatchObject({ result: results.done });
    expect(await it.answerTo(it.send(ids.heartbeat, Buffer.alloc(0)))).toMatchObject({ result: results.done });
    expect(await it.answerTo(it.send(ids.location, location(begin, 32.06, 118.79)))).toMatchObject({
      id: ids.generalAnswer,
      result: results.done,
    });
    expect(await stored(vehicle)).toBe(1);
    const batch = [1, 2, 3].map((n) => location(begin + n * 30_000, 32.06 + n / 1000, 118.79));
    expect(await it.answerTo(it.send(ids.locationBatch, batchOf(batch)))).toMatchObject({ result: results.done });
    expect(await it.answerTo(it.send(0x0900, Buffer.alloc(3)))).toMatchObject({ result: results.unsupported });
    expect(await stored(vehicle)).toBe(4);
    const { rows } = await superuser.query('select dm::int, points from vehicles.track_day where vehicle_id = $1', [
      vehicle,
    ]);
    expect(rows).toEqual([{ dm: 3 * 1_112, points: 4 }]);
    // The code is nowhere to be read: not in the row, not among the answers remembered, not on the Record.
    const { rows: kept } = await superuser.query(
      `select code_mac as text from vehicles.terminal union all select answer::text from kernel.request union all select body::text from kernel.fact`,
    );
    expect(kept.filter(({ text }) => String(text).includes(again))).toEqual([]);
    const { rows: facts } = await superuser.query(
      `select type from kernel.fact where body->>'number' = $1 order by id`,
      [number],
    );
    expect(facts.map(({ type }) => type)).toEqual([
      'vehicles.TerminalRegistered',
      'vehicles.TerminalCodeOffered',
      'vehicles.TerminalCodeOffered',
      'vehicles.TerminalAdmitted',
    ]);
  });

  test('SEC-TE-06 unknown devices create nothing; a terminal that is in gives no second code; a wrong code ends the line', async () => {
    const { number, vehicle } = await trackedVehicle(at);
    const port = await open();
    const stranger = terminal(port, '99900011122');
    expect(await stranger.answerTo(stranger.send(ids.register, registration('A1')))).toMatchObject({
      result: registrations.noTerminal,
    });
    expect(await stranger.answerTo(stranger.send(ids.location, location(begin, 32, 118)))).toMatchObject({
      result: results.failed,
    });
    const wrongPlate = terminal(port, number);
    expect(await wrongPlate.answerTo(wrongPlate.send(ids.register, registration('B99999')))).toMatchObject({
      result: registrations.noTerminal,
    });
    const own = terminal(port, number);
    const code = await own.comeIn('');
    const thief = terminal(port, number);
    expect(await thief.answerTo(thief.send(ids.register, registration('')))).toMatchObject({
      result: registrations.terminalRegistered,
    });
    expect(await thief.answerTo(thief.send(ids.authenticate, authentication('0'.repeat(32))))).toMatchObject({
      result: results.failed,
    });
    await thief.over();
    // The code of one terminal is nobody else's.
    const other = await trackedVehicle(at);
    const neighbour = terminal(port, other.number);
    expect(await neighbour.answerTo(neighbour.send(ids.authenticate, authentication(code)))).toMatchObject({
      result: 1,
    });
    // Who is in may speak for no other number.
    const forged = terminal(port, number);
    await forged.answerTo(forged.send(ids.authenticate, authentication(code)));
    const asOther = new Terminal(port, other.number);
    asOther.close();
    await own.over();
    expect(await stored(vehicle)).toBe(0);
    const { rows } = await superuser.query(
      `select count(*)::int as n from kernel.fact where type = 'kernel.Refused' and actor_kind = 'device'`,
    );
    expect(rows[0].n).toBe(0);
  });

  test('SEC-TE-05 what cannot be read is passed over and the next is stored; too much of it ends the line', async () => {
    const { number, vehicle } = await trackedVehicle(at);
    const it = terminal(await open({ faults: 5 }), number);
    await it.comeIn('');
    it.raw(Buffer.from('7e0200ffff7e', 'hex'));
    const beyond = location(begin, 32, 118);
    beyond.writeUInt32BE(4_000_000_000, 8);
    expect(await it.answerTo(it.send(ids.location, beyond))).toMatchObject({ result: results.wrong });
    expect(await it.answerTo(it.send(ids.location, location(begin, 32.06, 118.79)))).toMatchObject({ result: 0 });
    expect(await stored(vehicle)).toBe(1);
    for (let n = 0; n < 6; n += 1) it.raw(Buffer.from('7e0200ffff7e', 'hex'));
    await it.over();
    expect(JSON.stringify(warned)).toContain('too many faults');
  });

  test('SEC-TE-07 strangers have little time and few words, and lines of one address are counted', async () => {
    const port = await open({ unknownMs: 300, unknownMessages: 3, perAddress: 4 });
    const silent = terminal(port, '1');
    const chatty = terminal(port, '2');
    for (let n = 0; n < 5; n += 1) chatty.send(ids.heartbeat, Buffer.alloc(0));
    await chatty.over();
    await silent.over();
    const many = Array.from({ length: 6 }, (_, n) => terminal(port, String(n)));
    await expect.poll(() => many.filter(({ closed }) => closed).length).toBeGreaterThanOrEqual(2);
  });

  test('SEC-TE-07 a flood of one terminal waits on its own line while another is answered at once', async () => {
    const flooder = await trackedVehicle(at);
    const quiet = await trackedVehicle(at);
    const port = await open({ perSecond: 20, burst: 30 });
    const [loud, soft] = [terminal(port, flooder.number), terminal(port, quiet.number)];
    await loud.comeIn('');
    await soft.comeIn('');
    for (let n = 0; n < 3_000; n += 1) loud.send(ids.location, location(begin + n * 1_000, 32.06, 118.79));
    const from = performance.now();
    expect(await soft.answerTo(soft.send(ids.location, location(begin, 32.06, 118.79)))).toMatchObject({ result: 0 });
    expect(performance.now() - from).toBeLessThan(1_000);
    expect(await stored(flooder.vehicle)).toBeLessThan(1_000);
  });

  test('a withdrawn terminal is cut off and does not spoil the batch of the others', async () => {
    const [gone, stays] = [await trackedVehicle(at), await trackedVehicle(at)];
    const port = await open();
    const [a, b] = [terminal(port, gone.number), terminal(port, stays.number)];
    await Promise.all([a.comeIn(''), b.comeIn('')]);
    const { rows } = await superuser.query('select id from vehicles.terminal where number = $1', [gone.number]);
    await at.as('郑科长').does('vehicles.withdraw-terminal', { terminal: rows[0].id, why: '损坏' });
    const serials = [a, b].map((each) => each.send(ids.location, location(begin, 32.06, 118.79)));
    expect(await Promise.all([a.answerTo(serials[0]!), b.answerTo(serials[1]!)])).toMatchObject([
      { result: 1 },
      { result: 0 },
    ]);
    await a.over();
    expect([await stored(gone.vehicle), await stored(stays.vehicle)]).toEqual([0, 1]);
  });
});
