import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import energy from '../domain.ts';
import { aBuilding, aMeter, code } from '../testing/given.ts';
import type { DoublesAnswer } from './contract.ts';

let at: House;
beforeAll(async () => {
  at = await house({ rooms: [energy] });
});
afterAll(() => at?.close());

type Answer = z.infer<typeof DoublesAnswer>;
const looked = async (name: Parameters<House['as']>[0] = '钱能耗') =>
  (await at.as(name).read('energy.doubles', {})) as Answer;
const groups = async (rule: Answer['found'][number]['rule']) =>
  (await looked()).found
    .filter((each) => each.rule === rule)
    .map(({ meters }) => meters.map(({ id }) => id).toSorted());
const daysOf = (meter: string, value: (day: number) => number) => ({
  meter,
  pairs: Array.from({ length: 20 }, (_, n) => [
    new Date(Date.parse('2024-03-01T00:00:00+08:00') + n * 86_400_000).toISOString(),
    value(n),
  ]),
});

describe('重复计量核查', () => {
  test('two meters fed by one source, several main meters side by side, and those below that measure more than the one above', async () => {
    const clerk = at.as('钱能耗');
    const building = await aBuilding(clerk, at.ids.bureau);
    const daily = { intervalMinutes: 1440 };
    const main = await aMeter(clerk, building, daily);
    const twin = await aMeter(clerk, await aBuilding(clerk, at.ids.finance), daily);
    const other = await aMeter(clerk, await aBuilding(clerk, at.ids.bureau), daily);
    const sub = await aMeter(clerk, building, { ...daily, kind: 'sub', parent: main });
    const all = await aMeter(clerk, building, { ...daily, carrier: 'water' });
    const allBelow = await aMeter(clerk, building, { ...daily, carrier: 'water', kind: 'sub', parent: all });
    await clerk.does('energy.receive-readings', {
      meters: [
        daysOf(main, (n) => 100 + n),
        daysOf(twin, (n) => 100 + n),
        // The same on nineteen days of twenty: another building.
        daysOf(other, (n) => (n === 7 ? 99 : 100 + n)),
        daysOf(sub, (n) => 300 + n),
        // A sub-meter that carries the whole of its parent.
        daysOf(all, (n) => 5 + n),
        daysOf(allBelow, (n) => 5 + n),
      ],
    });
    expect(await groups('same-readings')).toEqual([[main, twin].toSorted()]);
    expect(await groups('below-over-parent')).toEqual([[main, sub].toSorted()]);
    expect(await groups('mains-side-by-side')).toEqual([]);
    const second = await aMeter(clerk, building, daily);
    expect(await groups('mains-side-by-side')).toEqual([[main, second].toSorted()]);
    expect((await looked()).days).toEqual({ from: '2024-01-21', to: '2024-03-20' });
  });

  test('who keeps one unit sees its meters alone; staff does not come in', async () => {
    const clerk = at.as('钱能耗');
    await aMeter(clerk, await aBuilding(clerk, at.ids.finance), { key: 'A-77' });
    await aMeter(clerk, await aBuilding(clerk, at.ids.bureau), { key: 'A77' });
    expect(await groups('number-alike')).toHaveLength(1);
    const head = await looked('何涛');
    expect(head.looked).toBe(0);
    expect(head.found).toEqual([]);
    expect(code(await at.as('周敏').run('energy.register-meter', {}))).toBe('not-your-right');
  });

  test('a register of a device is bound once: a second gateway that reads it is refused, and one that stands still may', async () => {
    const clerk = at.as('钱能耗');
    const building = await aBuilding(clerk, at.ids.bureau);
    const register = (key: string) =>
      aMeter(clerk, building, { key, kind: 'sub', reads: 'register', intervalMinutes: null });
    const [first] = [await register('R-1'), await register('R-2'), await register('R-3')];
    const gateway = (name: string, key: string, address: number) => ({
      unit: at.ids.bureau,
      name,
      host: '10.9.0.1',
      points: [{ key, address, type: 'uint32' }],
    });
    await clerk.does('energy.register-gateway', gateway('东配电室', 'R-1', 40));
    expect(await clerk.run('energy.register-gateway', gateway('西配电室', 'R-2', 40))).toMatchObject({
      code: 'register-bound-elsewhere',
      status: 409,
      data: { place: '东配电室', address: 40 },
    });
    const made = await clerk.does('energy.register-gateway', gateway('西配电室', 'R-2', 42));
    const second = made.facts[0]!.object.id;
    const move = { gateway: second, version: 1, points: [{ key: 'R-2', address: 40, type: 'uint32' }] };
    expect(code(await clerk.run('energy.change-gateway', move))).toBe('register-bound-elsewhere');
    await clerk.does('energy.change-gateway', { ...move, running: false });
    expect(await groups('register-twice')).toEqual([]);
    expect(code(await clerk.run('energy.change-gateway', { gateway: second, version: 2, running: true }))).toBe(
      'register-bound-elsewhere',
    );
    expect(first).toBeTruthy();
  });
});
