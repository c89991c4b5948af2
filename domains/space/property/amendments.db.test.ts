import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import space from '../domain.ts';
import { premises, type Premises } from '../plans/testing/premises.ts';
import { aBuilding, code } from '../testing/given.ts';
import type { ServiceContractAnswer } from './contract.ts';

let at: House;
let clerk: Person;
let head: Person;
let here: Premises;
let other = '';

beforeAll(async () => {
  at = await house({ rooms: [space], clock: () => new Date('2026-03-05T09:00:00+08:00') });
  const { bureau } = at.ids;
  clerk = at.with([{ role: 'space-clerk', unit: bureau, below: true }], { unit: bureau, name: '房管员' });
  head = at.with([{ role: 'head', unit: bureau, below: true }], { unit: bureau, name: '局长' });
  here = await premises(at, bureau, [{ number: '101', areaM2: 30 }]);
  other = await aBuilding(clerk, bureau, { name: '西配楼' });
});
afterAll(() => at?.close());

let count = 0;
const register = async (more: object = {}) =>
  (
    await clerk.does('space.register-service-contract', {
      unit: at.ids.bureau,
      number: `WY-${(count += 1)}`,
      supplier: `安居物业${count}`,
      buildings: [here.building],
      from: '2025-05-01',
      to: '2026-04-30',
      annualFeeFen: 120_000_000,
      dimensions: ['order', 'cleaning'],
      ...more,
    })
  ).facts[0]!.object.id;
const signed = async (more: object = {}) => {
  const contract = await register(more);
  await head.does('space.sign-service-contract', { contract, version: 1 });
  return contract;
};
const terms = (contract: string, more: object = {}) => ({
  contract,
  version: 2,
  from: '2026-02-15',
  paper: '补充协议一',
  to: '2026-12-31',
  annualFeeFen: 240_000_000,
  buildings: [here.building, other],
  dimensions: ['order', 'greening'],
  energyTargets: '',
  why: '新增西配楼',
  ...more,
});
const amend = (contract: string, more: object = {}, by = clerk) =>
  by.run('space.amend-service-contract', terms(contract, more));
const decide = (contract: string, version = 3, by = head, verb = 'sign') =>
  by.run(`space.${verb}-contract-amendment`, { contract, version, opinion: verb === 'sign' ? '' : '价格再议' });
const read = async (id: string) =>
  (await clerk.read('space.service-contract', { id })) as ServiceContractAnswer & { may: string[] };
const check = (contract: string, month: string, ...dimensions: string[]) =>
  clerk.run('space.check-service', {
    contract,
    month,
    marks: dimensions.map((dimension) => ({ dimension, mark: 90 })),
  });

test('from its day on the new terms hold; what is reckoned of earlier days keeps the old ones', async () => {
  const contract = await signed();
  expect((await read(contract)).may).toContain('space.amend-service-contract');
  const requestId = '018f0000-0000-7000-8000-00000000ab01';
  const input = terms(contract);
  const once = await clerk.run('space.amend-service-contract', input, requestId);
  expect(await clerk.run('space.amend-service-contract', input, requestId)).toEqual(once);
  // Until it is signed all stands as it did.
  const waiting = await read(contract);
  expect(waiting).toMatchObject({
    annualFeeFen: 120_000_000,
    to: '2026-04-30',
    proposed: { paper: '补充协议一', askedName: '房管员', buildings: [{}, {}] },
  });
  expect([waiting.may.includes('space.amend-service-contract'), waiting.editions.length]).toEqual([false, 1]);
  expect(code(await amend(contract, { version: 3 }))).toBe('amendment-open');
  expect(code(await decide(contract, 2))).toBe('stale-version');
  expect(code(await decide(contract))).toBe('done');
  expect(code(await decide(contract, 4))).toBe('amendment-none');

  const page = await read(contract);
  expect(page).toMatchObject({
    annualFeeFen: 240_000_000,
    to: '2026-12-31',
    dimensions: ['order', 'greening'],
    proposed: null,
  });
  expect(page.editions).toMatchObject([
    {
      edition: 1,
      first: '2025-05-01',
      last: '2026-02-14',
      annualFeeFen: 120_000_000,
      to: '2026-04-30',
      current: false,
    },
    {
      edition: 2,
      first: '2026-02-15',
      last: '2026-12-31',
      paper: '补充协议一',
      signedName: '局长',
      signedOn: '2026-03-05',
      current: true,
    },
  ]);
  expect(page.editions.map(({ buildings }) => buildings.length)).toEqual([1, 2]);
  // 14 of 28 days at the old fee, 14 at the new one; two buildings were served, so nothing is filled in for one.
  expect(page.fee).toMatchObject({ from: '2026-02-01', to: '2026-02-28', amountFen: null, building: null });

  // January is checked by what was served then, February by both.
  expect(code(await check(contract, '2026-01', 'greening'))).toBe('mark-not-covered');
  expect(code(await check(contract, '2026-01', 'order', 'cleaning'))).toBe('done');
  expect(code(await check(contract, '2026-02', 'order', 'cleaning', 'greening'))).toBe('done');
  expect(code(await check(contract, '2026-03', 'cleaning'))).toBe('mark-not-covered');
  const [january] = (await read(contract)).checks;
  const correct = (dimension: string) =>
    clerk.run('space.correct-service-check', { check: january!.id, marks: [{ dimension, mark: 80 }], why: '录错' });
  expect(code(await correct('greening'))).toBe('mark-not-covered');
  expect(code(await correct('cleaning'))).toBe('done');
});

test('a building that is left out is served until the day before', async () => {
  const contract = await signed({ buildings: [here.building, other] });
  await amend(contract, { buildings: [other], dimensions: ['order', 'cleaning'] });
  expect(code(await decide(contract))).toBe('done');
  const { buildings, editions } = await read(contract);
  expect(buildings.map(({ id }) => id)).toEqual([other]);
  expect(editions.map((each) => each.buildings.length)).toEqual([2, 1]);
  // And comes back by a later paper.
  expect(code(await amend(contract, { version: 4, from: '2026-05-01', dimensions: ['order'] }))).toBe('done');
  expect(code(await decide(contract, 5))).toBe('done');
  const later = await read(contract);
  expect(later.buildings.map(({ id }) => id)).toEqual([other]);
  expect(later.editions.map((each) => [each.buildings.length, each.current])).toEqual([
    [2, false],
    [1, true],
    [2, false],
  ]);
});

test('not before it is signed, nor after its end, nor over what is settled, nor without a change', async () => {
  const draft = await register();
  expect(code(await amend(draft, { version: 1 }))).toBe('not-now');
  const contract = await signed();
  const tried = async (more: object) => code(await amend(contract, more));
  expect(await tried({ version: 1 })).toBe('stale-version');
  expect(await tried({ buildings: ['018f0000-0000-7000-8000-00000000ffff'] })).toBe('contract-buildings-needed');
  expect(await tried({ from: '2025-05-01' })).toBe('amendment-day-outside');
  expect(await tried({ from: '2026-05-02' })).toBe('amendment-day-outside');
  expect(await tried({ from: '2026-02-15', to: '2026-02-14' })).toBe('amendment-day-outside');
  expect(await tried({ why: '' })).toBe('input-not-fitting');
  const same = {
    to: '2026-04-30',
    annualFeeFen: 120_000_000,
    buildings: [here.building],
    dimensions: ['cleaning', 'order'],
  };
  expect(await tried(same)).toBe('amendment-changes-nothing');
  await check(contract, '2026-01', 'order');
  expect(await tried({ from: '2026-01-31' })).toBe('amendment-before-settled');
  expect(await tried({ from: '2026-02-01' })).toBe('done');
  // Meanwhile the fee of February was paid: who signs is told, and may refuse.
  const { supplier } = await read(contract);
  const { facts } = await clerk.does('space.record-expense', {
    building: here.building,
    kind: 'property',
    from: '2026-02-01',
    to: '2026-02-28',
    amountFen: 10_000_000,
    payee: supplier,
    receipt: 'FP-1',
  });
  expect(facts).toHaveLength(1);
  expect(code(await decide(contract))).toBe('amendment-before-settled');
  expect(code(await decide(contract, 2, head, 'refuse'))).toBe('stale-version');
  expect(code(await decide(contract, 3, head, 'refuse'))).toBe('done');
  expect(code(await decide(contract, 4, head, 'refuse'))).toBe('amendment-none');
  expect(await tried({ version: 4, from: '2026-03-01' })).toBe('done');
  expect(code(await decide(contract, 5))).toBe('done');
  expect(await tried({ version: 6, from: '2026-03-01', annualFeeFen: 1 })).toBe('amendment-before-edition');
  // What waits is settled by the end of the contract.
  expect(await tried({ version: 6, from: '2026-04-01', annualFeeFen: 1 })).toBe('done');
  const end = { contract, version: 7, on: '2026-03-04', why: '服务中止' };
  expect(code(await clerk.run('space.end-service-contract', end))).toBe('done');
  expect(await read(contract)).toMatchObject({ state: 'ended', proposed: null });
  expect(await tried({ version: 8 })).toBe('not-now');
  expect(code(await decide(contract, 8))).toBe('not-now');
  expect(code(await decide(contract, 8, head, 'refuse'))).toBe('not-now');
});

test('a clerk does not sign, nobody signs what they proposed, a stranger does nothing', async () => {
  const contract = await signed();
  const { county, bureau } = at.ids;
  const roles = (unit: string) => ['space-clerk', 'head'].map((role) => ({ role, unit, below: true }));
  const stranger = at.with(roles(county), { unit: county });
  const both = at.with(roles(bureau), { unit: bureau, person: at.as('何涛').actor.person });
  expect(code(await amend(contract, {}, head))).toBe('not-your-right');
  expect(code(await amend(contract, {}, stranger))).toBe('not-found');
  expect(code(await amend(contract, {}, both))).toBe('done');
  for (const verb of ['sign', 'refuse']) {
    expect(code(await decide(contract, 3, clerk, verb))).toBe('not-your-right');
    expect(code(await decide(contract, 3, stranger, verb))).toBe('not-found');
    expect(code(await decide(contract, 3, both, verb))).toBe('contract-asked-by-yourself');
  }
});
