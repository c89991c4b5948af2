import { runJob } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aMeterAt, code } from '../testing/given.ts';

let at: House;
beforeAll(async () => {
  at = await house({ rooms: [energy], clock: () => new Date('2026-03-05T09:00:00+08:00') });
});
afterAll(() => at?.close());

const quarter = (n: number): string => new Date(Date.parse('2024-03-01T00:00:00+08:00') + n * 900_000).toISOString();
interface Answer {
  readonly values: (number | null)[];
  readonly estimated: number;
  readonly days: string;
  readonly minutes: number;
}
const ask = async (meter: string) =>
  (await at.as('钱能耗').read('energy.intervals', { meter, from: '2024-03-01', toExclusive: '2024-03-11' })) as Answer;
const pack = () => runJob(at.kernel, 'energy.pack-days', { signal: new AbortController().signal });

test('packed or not, the intervals are the readings; what changes afterwards is seen at once', async () => {
  const clerk = at.as('钱能耗');
  const meter = await aMeterAt(at, at.ids.bureau, { validFrom: '2024-03-01', intervalMinutes: 15, multiplier: 20 });
  const readings = Array.from({ length: 10 * 96 }, (_, n) => ({ at: quarter(n), value: 1 + (n % 96) / 10 })).filter(
    (_, n) => n !== 100 && n !== 500,
  );
  // One that contradicts itself is kept apart.
  readings[200] = { ...readings[200]!, value: -5 };
  await clerk.does('energy.receive-readings', { meters: [{ meter, readings }] });
  const raw = await ask(meter);
  expect(raw.values).toHaveLength(960);
  expect(raw.values[0]).toBe(20);
  expect(raw.values[99]).toBeCloseTo(20 * 1.3, 9);
  expect([raw.values[100], raw.values[500], raw.values[201]]).toEqual([null, null, null]);
  expect(raw.days).toBe('wrrwwwwwrr');
  const month = (await clerk.list('energy.months', { 'f.meter_id': meter, size: '5' })) as unknown as {
    rows: { amount: number | string }[];
  };
  const sum = (values: readonly (number | null)[]) => values.reduce<number>((all, each) => all + (each ?? 0), 0);
  expect(sum(raw.values)).toBeCloseTo(Number(month.rows[0]!.amount), 6);
  await pack();
  expect(await ask(meter)).toEqual(raw);
  // A correction and an estimate change days that are packed.
  await clerk.does('energy.correct-reading', { meter, at: quarter(3), value: 99, why: '抄错' });
  await clerk.does('energy.estimate-gaps', { meter, from: '2024-03-01', toExclusive: '2024-03-11', why: '断网' });
  const changed = await ask(meter);
  expect(changed.values[3]).toBe(1980);
  expect(changed.values[100]).not.toBeNull();
  expect(changed.estimated).toBeGreaterThanOrEqual(2);
  await pack();
  expect(await ask(meter)).toEqual(changed);
});

test('hourly meters are told from their days; a stretch beyond a year is refused, and others’ meters are not found', async () => {
  const clerk = at.as('钱能耗');
  const meter = await aMeterAt(at, at.ids.bureau, { validFrom: '2024-03-01' });
  await clerk.does('energy.receive-readings', {
    meters: [{ meter, readings: [{ at: '2024-03-02T07:00:00+08:00', value: 4 }] }],
  });
  const { values, minutes } = await ask(meter);
  expect([minutes, values.length, values[31]]).toEqual([60, 240, 4]);
  const county = at.with([{ role: 'energy-clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  expect(code(await county.read('energy.intervals', { meter, from: '2024-03-01', toExclusive: '2024-03-11' }))).toBe(
    'not-found',
  );
  expect(code(await clerk.read('energy.intervals', { meter, from: '2023-03-01', toExclusive: '2024-03-11' }))).toBe(
    'input-not-fitting',
  );
});
