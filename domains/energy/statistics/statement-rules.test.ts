import * as fc from 'fast-check';
import { newId } from '@opengoa/kernel';
import { ids, onPaper } from '@opengoa/kernel/on-paper';
import { describe, expect, test } from 'vitest';
import { type Audited, auditStatement, type Figures, type LimitOf } from './audit-statement.ts';
import { formOn } from './form.ts';
import { type Reported, sumStatements } from './sum-statements.ts';
import { takeCells } from './take-cells.ts';

const context = onPaper('钱能耗', '2026-03-05T09:00:00+08:00');
const place = context.organisation.place(ids.finance);
const form = formOn('2026-02-01', place, context.standards)!;
const limitOf: LimitOf = (check, line) => {
  const found = context.standards.valueOn('energy.statistics-checks', context.today, place, { check, line });
  return found.found ? found : undefined;
};
const sheet = (lines: Readonly<Record<string, Partial<Figures>>>) =>
  new Map(Object.entries(lines).map(([line, each]) => [line, { amount: null, costFen: null, ...each }]));
const full = {
  heads: { amount: 50 },
  area: { amount: 1_500 },
  electricity: { amount: 10_000 },
  water: { amount: 100 },
};
const audit = (more: Partial<Audited>) =>
  auditStatement(
    {
      lines: form.lines,
      now: sheet(full),
      lastYear: new Map(),
      before: new Map(),
      read: new Map(),
      readShare: new Map(),
      ...more,
    },
    limitOf,
  ).map(({ check, line, outcome }) => `${check}/${line}:${outcome}`);

describe('审核规则', () => {
  test('an ordinary month asks nothing', () => expect(audit({})).toEqual([]));
  test('what the form asks for and is empty is asked; 0 is an answer', () => {
    const { water: _none, ...without } = full;
    expect(audit({ now: sheet(without) })).toEqual(['required/water:warn']);
    expect(audit({ now: sheet({ ...full, water: { amount: 0 } }) })).toEqual([]);
  });
  test.each([
    ['year-jump/electricity:warn', { lastYear: sheet({ electricity: { amount: 7_500 } }) }],
    ['unit-slip/electricity:warn', { lastYear: sheet({ electricity: { amount: 100 } }) }],
    ['unit-slip/electricity:warn', { lastYear: sheet({ electricity: { amount: 1_000_000 } }) }],
    ['base-jump/heads:warn', { before: sheet({ heads: { amount: 40 } }) }],
    ['from-readings/electricity:warn', { read: new Map([['electricity', 9_700]]) }],
    ['read-share/electricity:warn', { readShare: new Map([['electricity', 0.89]]) }],
    ['price-low/electricity:warn', { now: sheet({ ...full, electricity: { amount: 10_000, costFen: 10_000 } }) }],
    ['price-high/electricity:warn', { now: sheet({ ...full, electricity: { amount: 10_000, costFen: 1_600_000 } }) }],
    ['per-head-high/water:warn', { now: sheet({ ...full, water: { amount: 1_001 } }) }],
    ['per-area-high/electricity:warn', { now: sheet({ ...full, electricity: { amount: 45_001 } }) }],
    ['part-over-whole/electricity-room:block', { now: sheet({ ...full, 'electricity-room': { amount: 10_001 } }) }],
    ['cost-without-amount/coal:block', { now: sheet({ ...full, coal: { costFen: 1 } }) }],
  ] as const)('%s', (asked, more) => expect(audit(more)).toEqual([asked]));
  test.each([
    { lastYear: sheet({ electricity: { amount: 8_000 } }) },
    { before: sheet({ heads: { amount: 46 } }) },
    { read: new Map([['electricity', 9_900]]) },
    { readShare: new Map([['electricity', 0.9]]) },
    { now: sheet({ ...full, electricity: { amount: 10_000, costFen: 600_000 } }) },
    { now: sheet({ ...full, 'electricity-room': { amount: 10_000 } }) },
  ] satisfies Partial<Audited>[])('within its limit nothing is asked (%#)', (more) => expect(audit(more)).toEqual([]));
});

describe('由来', () => {
  const meter = (more: object) => ({
    meter: newId(),
    name: '总表',
    carrier: 'electricity',
    measure: 'kWh',
    buildingUse: 'office',
    amount: 100,
    rows: 720,
    estimated: 0,
    share: 1,
    fenPerUnit: 60,
    ...more,
  });
  const cells = (meters: ReturnType<typeof meter>[]) =>
    takeCells(form, { meters, fuel: [{ carrier: 'petrol', litres: 40.5, costFen: 30_000, rows: 2 }], buildings: [] });
  const cell = (all: ReturnType<typeof cells>, line: string, field: string) =>
    all.find((each) => each.line === line && each.field === field)!;
  test('heat read in kWh is told in GJ, fuel comes from the ledger, a meter without readings is named and adds nothing', () => {
    const all = cells([meter({ carrier: 'heat' }), meter({}), meter({ amount: null, rows: 0 })]);
    expect(cell(all, 'heat', 'amount').value).toBe(0.36);
    expect(cell(all, 'electricity', 'amount')).toMatchObject({ value: 100, source: { kind: 'derived' } });
    expect(cell(all, 'electricity', 'amount').source.parts).toHaveLength(2);
    expect(cell(all, 'gasoline-vehicle', 'amount')).toMatchObject({ value: 40.5, basis: 'ledger' });
    expect(cell(all, 'gasoline-vehicle', 'cost').value).toBe(30_000);
  });
  test('one meter without a price leaves the whole cost to the bill', () => {
    expect(cell(cells([meter({}), meter({ fenPerUnit: null })]), 'electricity', 'cost').value).toBeNull();
    expect(cell(cells([meter({}), meter({ amount: null, fenPerUnit: null })]), 'electricity', 'cost').value).toBe(
      6_000,
    );
  });
});

test('汇总: whatever is reported, the total is the sum of its rows, and of the reports below the root', () => {
  const units = [ids.bureau, ids.finance, ids.countyFinance, ids.provinceBureau];
  const report = fc.record({
    unit: fc.constantFrom(...units),
    opened: fc.nat(3),
    submitted: fc.nat(3),
    accepted: fc.nat(3),
    late: fc.nat(3),
    sums: fc.array(
      fc.record({
        line: fc.constantFrom('electricity', 'water'),
        field: fc.constantFrom('amount' as const, 'cost' as const),
        value: fc.nat(10_000_000).map((n) => n / 1_000),
      }),
      { maxLength: 3 },
    ),
  });
  fc.assert(
    fc.property(
      fc.array(report, { maxLength: 8 }),
      fc.constantFrom(ids.city, ids.county, ids.province),
      (all, root) => {
        const { rows, total } = sumStatements(root, new Set(units), 2, all satisfies Reported[], context);
        const below = all.filter(({ unit }) => context.organisation.unitsBelow(root).includes(unit));
        expect(total.opened).toBe(below.reduce((sum, { opened }) => sum + opened, 0));
        for (const line of ['electricity', 'water'])
          for (const field of ['amount', 'cost']) {
            const of = (sums: readonly { line: string; field: string; value: number }[]) =>
              sums
                .filter((each) => each.line === line && each.field === field)
                .reduce((sum, { value }) => sum + value, 0);
            expect(of(total.sums)).toBeCloseTo(
              rows.reduce((sum, row) => sum + of(row.sums), 0),
              3,
            );
            expect(of(total.sums)).toBeCloseTo(
              below.reduce((sum, each) => sum + of(each.sums), 0),
              3,
            );
          }
      },
    ),
    { numRuns: 60 },
  );
});
