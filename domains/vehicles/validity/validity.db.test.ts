import { isRefusal } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import vehicles from '../domain.ts';

let at: House;
let car: string;
const now = '2026-03-05T09:00:00+08:00';
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const remind = () => runJob(at.kernel, 'kernel.remind', { signal: new AbortController().signal });
const county = () => at.with([{ role: 'fleet-clerk', unit: at.ids.county, below: true }]);

async function rowsOf(list: string, who = at.as('郑科长')) {
  const answer = await who.list(list);
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer.rows;
}
const openTasks = async () =>
  (await rowsOf('kernel.my-tasks')).filter(({ state }) => state === 'open').map(({ summary }) => summary);

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => new Date(now) });
  const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol', seats: 5 };
  const input = { unit: at.ids.bureauFleet, serves: at.ids.city, plate: '青A·90001', ...described };
  car = (await at.as('郑科长').does('vehicles.register-vehicle', input)).facts[0]!.object.id;
});
afterAll(() => at?.close());

const insure = (policy: string | null, coversTo: string, invoice: string) =>
  at.as('郑科长').run('vehicles.record-cost', {
    vehicle: car,
    kind: 'insurance',
    day: '2026-03-02',
    amountFen: 95_000,
    invoice,
    coversFrom: '2025-03-20',
    coversTo,
    policy,
  });

test('an insurance about to end reminds, by its kind; the other one renewed does not clear it, its own does', async () => {
  expect(code(await insure('compulsory', '2026-03-20', 'I-1'))).toBe('done');
  expect(code(await insure('commercial', '2026-03-25', 'I-2'))).toBe('done');
  expect(
    code(
      await at.as('郑科长').run('vehicles.record-cost', {
        vehicle: car,
        kind: 'toll',
        day: '2026-03-02',
        amountFen: 1,
        policy: 'compulsory',
      }),
    ),
  ).not.toBe('done');
  await remind();
  expect(await openTasks()).toEqual(['青A·90001 交强险有效至 2026-03-20；商业险有效至 2026-03-25']);
  expect(code(await insure('commercial', '2027-03-25', 'I-3'))).toBe('done');
  await remind();
  expect(await openTasks()).toHaveLength(1);
  expect(await rowsOf('vehicles.validities')).toMatchObject([
    { plate: '青A·90001', kind: 'compulsory', valid_to: '2026-03-20' },
    { kind: 'commercial', valid_to: '2027-03-25' },
    { kind: 'inspection', valid_to: null },
  ]);
  expect(code(await insure('compulsory', '2027-03-20', 'I-4'))).toBe('done');
  await remind();
  expect(await openTasks()).toEqual([]);
  expect(await rowsOf('kernel.my-messages')).toEqual([]);
  expect(await rowsOf('vehicles.validities', county())).toEqual([]);
});

test('年检: recorded once a day, struck when wrong; overdue is said, and the next inspection clears it', async () => {
  const clerk = at.as('郑科长');
  const inspection = { vehicle: car, day: '2025-03-01', validTo: '2026-03-31', station: '市检测站' };
  expect(code(await clerk.run('vehicles.record-inspection', { ...inspection, day: '2026-03-06' }))).toBe(
    'inspection-ahead',
  );
  expect(code(await clerk.run('vehicles.record-inspection', { ...inspection, validTo: '2025-02-28' }))).toBe(
    'inspection-ends-before',
  );
  expect(code(await clerk.run('vehicles.record-inspection', inspection))).toBe('done');
  expect(code(await clerk.run('vehicles.record-inspection', inspection))).toBe('inspection-recorded');
  expect(code(await county().run('vehicles.record-inspection', inspection))).toBe('not-found');
  const [{ id }] = (await rowsOf('vehicles.inspections')) as [{ id: string }];
  expect(await rowsOf('vehicles.inspections', county())).toEqual([]);
  await remind();
  expect(await openTasks()).toEqual(['青A·90001 年检有效至 2026-03-31']);
  expect(code(await county().run('vehicles.strike-inspection', { inspection: id, why: '误登' }))).toBe('not-found');
  await clerk.does('vehicles.strike-inspection', { inspection: id, why: '误登' });
  expect(code(await clerk.run('vehicles.strike-inspection', { inspection: id, why: '误登' }))).toBe(
    'inspection-struck',
  );
  await remind();
  expect(await openTasks()).toEqual([]);
  await clerk.does('vehicles.record-inspection', { ...inspection, validTo: '2026-02-28' });
  await remind();
  const messages = await rowsOf('kernel.my-messages');
  expect(messages.map(({ title }) => title)).toEqual([expect.stringContaining('已逾期：车辆年检到期 青A·90001')]);
  await clerk.does('vehicles.record-inspection', { ...inspection, day: '2026-03-04', validTo: '2027-03-31' });
  await remind();
  expect(await openTasks()).toEqual([]);
  expect(await rowsOf('kernel.my-messages')).toEqual([]);
});
