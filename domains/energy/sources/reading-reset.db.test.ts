import { jobActor, newId } from '@opengoa/kernel';
import { contextFor, reading } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { judge, type ReadingResetInputs } from '../risks/reading-reset/risk.ts';
import { aMeterAt, hour } from '../testing/given.ts';
import { readingReset } from './reading-reset.ts';

let at: House;
beforeAll(async () => {
  at = await house({ rooms: [energy] });
});
afterAll(() => at?.close());

const gathered = async (toExclusive = '2024-06-01') => {
  const actor = jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province);
  return reading(at.kernel, { actor, who: ['job'], room: 'energy' }, (tx) =>
    readingReset.gather(tx, ['2024-03-01', toExclusive], contextFor(at.kernel, actor, newId())),
  );
};
const standard = (value: number) =>
  ({ id: 'x', value, unit: 'x', day: '2024-01-01', source: { document: 'x' }, confidence: 'confirmed' }) as never;
const verdict = (found: { subject: never; inputs: unknown }) =>
  judge(
    found.subject,
    found.inputs as ReadingResetInputs,
    { 'least-after': 1, llr: 3 },
    { 'grace-days': standard(7), 'least-fall': standard(0.001) },
  );

test('a register that fell is handed over until an exchange explains it; one that an exchange explains never is', async () => {
  const clerk = at.as('钱能耗');
  const described = { reads: 'register', intervalMinutes: null, digits: 6 };
  const [reset, exchanged] = [
    await aMeterAt(at, at.ids.bureau, described),
    await aMeterAt(at, at.ids.bureau, described),
  ];
  const daily = Array.from({ length: 60 }, (_, n) => ({ at: hour(24 * n), value: 40_000 + 10 * n }));
  const then = [62, 63, 64].map((n, i) => ({ at: hour(24 * n), value: 5 + 10 * i }));
  for (const meter of [reset, exchanged])
    await clerk.does('energy.receive-readings', { meters: [{ meter, readings: [...daily, ...then] }] });
  const exchange = { at: hour(24 * 61), lastRegister: 40_600, firstRegister: 0, why: '轮换' };
  await clerk.does('energy.replace-meter', { meter: exchanged, ...exchange });
  const cases = await gathered();
  expect(cases).toHaveLength(1);
  expect(cases[0]).toMatchObject({
    subject: { kind: 'meter', id: reset },
    unit: at.ids.bureau,
    inputs: {
      before: { day: '2024-04-29', register: 40_590 },
      fallen: { day: '2024-05-02', register: 5 },
      after: [{ register: 15 }, { register: 25 }],
      daysSince: 30,
    },
    period: ['2024-05-02', '2024-05-03'],
  });
  expect(verdict(cases[0] as never)).toMatchObject({
    status: 'flag',
    said: { template: 'reset' },
    loss: { unit: 'kWh' },
  });
  expect(verdict((await gathered('2024-05-06'))[0] as never)).toMatchObject({
    status: 'insufficient_data',
    said: { template: 'too-early' },
  });
  await clerk.does('energy.replace-meter', { meter: reset, ...exchange });
  expect(await gathered()).toEqual([]);
});
