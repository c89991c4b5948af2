import { house, type House, type Person } from '@opengoa/kernel/testing';
import { isRefusal } from '@opengoa/kernel';
import { runJob } from '@opengoa/kernel/host';
import energy from '@opengoa/energy/domain';
import vehicles from '@opengoa/vehicles/domain';
import { afterAll, beforeAll, expect, test } from 'vitest';
import riskCentre from '../domain.ts';
import { looksFor } from './look-again.ts';

/** A fact that somebody just made leads to a finding by the look it calls for, and the nightly run never runs here. */
let at: House;
let now = new Date('2026-03-02T09:00:00+08:00');

beforeAll(async () => {
  at = await house({ rooms: [vehicles, energy, riskCentre], clock: () => now });
});
afterAll(() => at?.close());

type Facts = Awaited<ReturnType<Person['does']>>['facts'];

/** What the follower does with the facts of an act, and the job after it. @returns the kits that looked */
async function lookAt(facts: Facts): Promise<readonly string[]> {
  const seen = facts.map(({ type, object }) => ({
    type,
    objectId: object.id,
    // These kits find the thing by what the fact is about.
    body: {},
    outcome: 'done' as const,
    happenedAt: now,
  }));
  const looks = looksFor(seen, { kits: at.kernel.kits, now });
  await runJob(at.kernel, 'risk-centre.look-again', { signal: new AbortController().signal, asked: { looks } });
  return Object.keys(looks).toSorted();
}
const raisedBy = async (kit: string) => {
  const found = await at.as('沈风控').list('risk-centre.findings', { size: '200' });
  if (isRefusal(found)) throw new Error(found.code);
  return found.rows.filter((row) => row['kit'] === kit);
};

test('the quotation that makes a split of two repairs', async () => {
  const clerk = at.as('郑科长');
  const { facts } = await clerk.does('vehicles.register-vehicle', {
    unit: at.ids.bureauFleet,
    serves: at.ids.city,
    plate: '青A·60001',
    odometerKm: 20_000,
    make: '红旗',
    model: 'H5',
    category: 'other',
    body: 'sedan',
    power: 'petrol',
    seats: 5,
  });
  const quoted = async (what: string) => {
    const ordered = await clerk.does('vehicles.order-repair', {
      vehicle: facts[0]!.object.id,
      what,
      garage: '定点维修一厂',
    });
    const { repair } = ordered.result as { repair: string };
    return clerk.does('vehicles.quote-repair', { repair, quoteFen: 190_000, quote: '配件、工时' });
  };
  expect(await lookAt((await quoted('发动机大修一')).facts)).toEqual(['vehicles/repair-split']);
  expect(await raisedBy('vehicles/repair-split')).toEqual([]);
  now = new Date('2026-03-04T09:00:00+08:00');
  await lookAt((await quoted('发动机大修二')).facts);
  expect(await raisedBy('vehicles/repair-split')).toHaveLength(1);
});

test('a statement of last month with a slip of the unit, as it is submitted; its unit is the one that is asked', async () => {
  const clerk = at.as('钱能耗');
  const submitted = async (month: string, tons: number): Promise<Facts> => {
    const unit = at.ids.bureau;
    const statement = (await clerk.does('energy.open-statement', { unit, month })).facts[0]!.object.id;
    const read = async () =>
      (await clerk.read('energy.statement', { id: statement })) as {
        version: number;
        notes: readonly { outcome: string; check: string; line: string | null }[];
      };
    const cell = { statement, line: 'water', field: 'amount', value: tons, basis: 'bill', why: '账单' };
    await clerk.does('energy.fill-cell', { ...cell, version: (await read()).version });
    for (const { check, line } of (await read()).notes.filter(({ outcome }) => outcome === 'warn'))
      await clerk.does('energy.answer-check', { statement, check, line, why: '属实', version: (await read()).version });
    const signed = { statement, version: (await read()).version, head: '陈局', statistician: '钱能耗' };
    return (await clerk.does('energy.submit-statement', signed)).facts;
  };
  for (const [month, tons] of [
    ['2025-10', 101],
    ['2025-11', 97.5],
    ['2025-12', 104.2],
    ['2026-01', 99],
  ] as const)
    await lookAt(await submitted(month, tons));
  expect(await raisedBy('energy/report-unit-slip')).toEqual([]);
  const looked = await lookAt(await submitted('2026-02', 103_000));
  expect(looked).toEqual([
    'energy/heads-across-offices',
    'energy/report-head-share',
    'energy/report-scaled',
    'energy/report-unit-slip',
    'energy/unit-outside-its-meters',
  ]);
  expect(await raisedBy('energy/report-unit-slip')).toHaveLength(1);
});
