import { jobActor, newId, type RiskSource } from '@opengoa/kernel';
import { contextFor, reading } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter } from '../testing/given.ts';
import type { StatementAnswer } from '../statistics/contract.ts';
import { authenticityRisks } from './authenticity.ts';

let at: House;
let clerk: Person;
beforeAll(async () => {
  at = await house({ rooms: [energy], clock: () => new Date('2024-07-05T09:00:00+08:00') });
  clerk = at.as('钱能耗');
});
afterAll(() => at?.close());

/** What a kit says of everything that was submitted up to the end of a month. */
async function said(source: RiskSource, toExclusive: string) {
  const actor = jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province);
  const context = contextFor(at.kernel, actor, newId());
  const kit = at.kernel.kits.get(`energy/${source.kit}`)!.kit;
  const from = `${Number(toExclusive.slice(0, 4))}-${String(Number(toExclusive.slice(5, 7)) - 1).padStart(2, '0')}-01`;
  const cases = await reading(at.kernel, { actor, who: ['job'], room: 'energy' }, (tx) =>
    source.gather(tx, [from, toExclusive], context),
  );
  return cases.map((each) => {
    const verdict = kit.judge(each.subject, each.inputs, {});
    const { status, rule, evidence } = verdict;
    return { unit: each.unit, status, rule, said: verdict.explanation.zh, evidence, each };
  });
}
const [outside, headShare, scaled, slip] = authenticityRisks;

/** Opens a month of a unit, writes these amounts by the bill, answers what is asked and submits. */
async function submitted(
  unit: string,
  month: string,
  amounts: Readonly<Record<string, number>>,
  basis = 'bill',
): Promise<void> {
  const statement = (await clerk.does('energy.open-statement', { unit, month })).facts[0]!.object.id;
  const now = async () => (await clerk.read('energy.statement', { id: statement })) as StatementAnswer;
  for (const [line, value] of Object.entries(amounts)) {
    const { version } = await now();
    const how = line === 'heads' ? 'ledger' : basis;
    await clerk.does('energy.fill-cell', { statement, version, line, field: 'amount', value, basis: how, why: '账单' });
  }
  for (const note of (await now()).notes.filter(({ outcome }) => outcome === 'warn')) {
    const { version } = await now();
    await clerk.does('energy.answer-check', { statement, version, check: note.check, line: note.line, why: '属实' });
  }
  const { version } = await now();
  await clerk.does('energy.submit-statement', { statement, version, head: '陈局', statistician: '钱能耗' });
}

test('a report beside its meters, a year scaled down, a slip of the unit and a share by head are found; honest reports are not', async () => {
  const { bureau, finance, countyFinance, city } = at.ids;
  const meter = async (unit: string) => aMeter(clerk, await aBuilding(clerk, unit, { people: 50, areaM2: 1_000 }));
  const [ofBureau, ofFinance] = [await meter(bureau), await meter(finance)];
  const hours = (from: string, days: number, value: number) =>
    Array.from({ length: days * 24 }, (_, n) => ({
      at: new Date(Date.parse(`${from}T00:00:00+08:00`) + n * 3_600_000).toISOString(),
      value,
    }));
  for (const [id, value] of [
    [ofBureau, 10],
    [ofFinance, 20],
  ] as const)
    for (const [from, days, times] of [
      ['2024-03-01', 31, 1],
      ['2024-04-01', 30, 1.2],
      ['2024-05-01', 31, 0.9],
      ['2024-06-01', 30, 1.4],
    ] as const)
      await clerk.does('energy.receive-readings', {
        meters: [{ meter: id, readings: hours(from, days, value * times) }],
      });
  // 市局 reports what its meters say; 财政局 a tenth less, and its months are last year's times 0.97 without meters then.
  const lastYear = [13_811, 16_027, 12_431, 18_702];
  for (const [i, month] of ['03', '04', '05', '06'].entries()) {
    await submitted(finance, `2023-${month}`, { electricity: lastYear[i]!, heads: 50 });
    await submitted(bureau, `2024-${month}`, { water: [101, 97.5, 104.2, 12_000][i]! });
    await submitted(finance, `2024-${month}`, { electricity: Math.round(lastYear[i]! * 0.97), heads: 50 });
  }
  const beside = await said(outside, '2024-07-01');
  expect(beside.find(({ unit }) => unit === finance)).toMatchObject({ status: 'flag', rule: 'outside' });
  expect(beside.find(({ unit }) => unit === bureau)).toMatchObject({ status: 'clear' });
  expect(beside.find(({ unit }) => unit === finance)!.each.opens).toMatch(/^\/energy\/statements\//);

  const ratio = await said(scaled, '2024-07-01');
  expect(ratio.find(({ unit }) => unit === finance)).toMatchObject({ status: 'flag', rule: 'scaled' });
  expect(ratio.find(({ unit }) => unit === finance)!.said).toContain('0.970');
  expect(ratio.filter(({ unit, status }) => unit === bureau && status === 'flag')).toEqual([]);

  const slips = await said(slip, '2024-07-01');
  expect(slips.filter(({ status }) => status === 'flag').map(({ unit, each }) => [unit, each.subject.name])).toEqual([
    [bureau, expect.stringContaining('水')],
  ]);

  // Three units of the city share one meter by heads; the county's own report is none of them.
  const third = newId();
  const system = at.as('系统员');
  await system.does('kernel.found-unit', {
    id: third,
    name: '临江市档案局',
    parent: city,
    kind: 'institution',
    level: 'city',
    from: '2020-01-01',
  });
  await at.kernel.registers.refresh();
  const [one, two] = [newId(), newId()];
  for (const [id, name] of [
    [one, '临江市信访局'],
    [two, '临江市统计局'],
  ] as const)
    await system.does('kernel.found-unit', {
      id,
      name,
      parent: city,
      kind: 'institution',
      level: 'city',
      from: '2020-01-01',
    });
  await at.kernel.registers.refresh();
  for (const [unit, heads] of [
    [third, 23],
    [one, 41],
    [two, 57],
  ] as const)
    await submitted(unit, '2024-02', { heads, electricity: Math.round(heads * 630.087) });
  await submitted(countyFinance, '2024-02', { heads: 30, electricity: 20_000 });
  const shares = await said(headShare, '2024-03-01');
  const asked = shares.filter(({ status }) => status === 'flag');
  expect(new Set(asked.map(({ unit }) => unit))).toEqual(new Set([third, one, two]));
  expect(asked.every(({ rule, each }) => rule === 'shared' && each.subject.id === each.unit)).toBe(true);
  // Two lines of one unit and month are two records: what was asked about one is not the other.
  expect(asked[0]!.evidence.map(({ key }) => key)).toEqual([`${asked[0]!.unit}/2024-02/electricity`]);
  expect(asked[0]!.each.opens).toMatch(/^\/energy\/statements\//);
  expect(shares.some(({ unit }) => unit === city)).toBe(false);
}, 120_000);

test('what is declared as allocated is not held against meters', async () => {
  const { countyFinance } = at.ids;
  const meter = await aMeter(clerk, await aBuilding(clerk, countyFinance, { people: 10, areaM2: 500 }));
  const readings = Array.from({ length: 61 * 24 }, (_, n) => ({
    at: new Date(Date.parse('2024-04-01T00:00:00+08:00') + n * 3_600_000).toISOString(),
    value: 10,
  }));
  await clerk.does('energy.receive-readings', { meters: [{ meter, readings: readings.slice(0, 720) }] });
  await clerk.does('energy.receive-readings', { meters: [{ meter, readings: readings.slice(720) }] });
  for (const month of ['2024-04', '2024-05'])
    await submitted(countyFinance, month, { electricity: 3_000 }, 'allocated');
  const beside = await said(outside, '2024-06-01');
  expect(beside.find(({ unit }) => unit === countyFinance)).toMatchObject({
    status: 'not_applicable',
    rule: 'declared',
  });
  // Of a month that was declared nothing is said, and of the others as before: here what the meters say.
  await clerk.does('energy.receive-readings', {
    meters: [
      {
        meter,
        readings: Array.from({ length: 30 * 24 }, (_, n) => ({
          at: new Date(Date.parse('2024-06-01T00:00:00+08:00') + n * 3_600_000).toISOString(),
          value: 10,
        })),
      },
    ],
  });
  await submitted(countyFinance, '2024-06', {});
  const mixed = (await said(outside, '2024-07-01')).find(({ unit }) => unit === countyFinance)!;
  expect(mixed.each.inputs).toMatchObject({ basis: 'metered', months: [{ month: '2024-06', reported: 7_200 }] });
});
