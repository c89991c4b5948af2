import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bearer } from './holds.ts';
import { reckonCost } from './reckon-cost.ts';

const days = 90;
const room = (unit: string, areaM2: number, more: { bearer?: Bearer; seats?: number; days?: number } = {}) => ({
  unit,
  areaM2,
  bearer: more.bearer ?? ('unit' as const),
  days: more.days ?? days,
  seatDays: (more.seats ?? 0) * (more.days ?? days),
});
const building = {
  shares: [room('a', 60, { seats: 5 }), room('b', 30, { seats: 3 }), room('keeper', 10, { bearer: 'vacant' })],
  days,
  // 6 000 000 yuan over 50 years: 10 000 yuan a month.
  valueFen: 600_000_000,
  builtYear: 2008,
  years: 50,
  paid: { property: 2_000_000, energy: 1_000_000 },
};

test('depreciation by months begun and what was paid, per square metre and seat, shared by area', () => {
  const cost = reckonCost(building, 2026, 3);
  expect(cost.parts).toEqual({
    depreciation: 3_000_000,
    // Nobody entered any: not known, which is not nought.
    rent: null,
    energy: 1_000_000,
    property: 2_000_000,
    repair: null,
    other: null,
  });
  expect(cost).toMatchObject({ totalFen: 6_000_000, areaM2: 100, seats: 8, perM2Fen: 60_000, perSeatFen: 750_000 });
  expect(cost.vacantFen).toBe(600_000);
  expect([...cost.byUnit]).toEqual([
    ['a', { areaM2: 60, seats: 5, costFen: 3_600_000 }],
    ['b', { areaM2: 30, seats: 3, costFen: 1_800_000 }],
  ]);
});

test('nothing is written off that is written off already, or whose value or structure nobody registered', () => {
  expect(reckonCost({ ...building, builtYear: 1976 }, 2026, 12).parts.depreciation).toBe(0);
  expect(reckonCost({ ...building, builtYear: 1977 }, 2026, 12).parts.depreciation).toBe(12_000_000);
  expect(reckonCost({ ...building, valueFen: null }, 2026, 12)).toMatchObject({ lacks: 'value', totalFen: 3_000_000 });
  expect(reckonCost({ ...building, years: null }, 2026, 12)).toMatchObject({
    lacks: 'structure',
    parts: { depreciation: null },
  });
  expect(reckonCost({ ...building, valueFen: null, paid: {} }, 2026, 12)).toMatchObject({
    totalFen: null,
    perM2Fen: null,
    vacantFen: null,
  });
  expect(reckonCost({ ...building, shares: [] }, 2026, 12)).toMatchObject({ perM2Fen: null, perSeatFen: null });
});

test('a room that changed hands is borne by each for its days, plant by the house', () => {
  const shares = [
    room('a', 60, { days: 30, seats: 3 }),
    room('b', 60, { days: 60, seats: 6 }),
    room('keeper', 40, { bearer: 'house' }),
  ];
  const cost = reckonCost({ ...building, shares, valueFen: null, paid: { property: 900_000 } }, 2026, 3);
  expect([...cost.byUnit]).toEqual([
    ['a', { areaM2: 20, seats: 1, costFen: 180_000 }],
    ['b', { areaM2: 40, seats: 4, costFen: 360_000 }],
  ]);
  expect(cost).toMatchObject({ areaM2: 100, seats: 5, houseM2: 40, houseFen: 360_000, vacantFen: 0 });
  expect(cost.rows.map(({ costFen }) => costFen)).toEqual([180_000, 360_000, 360_000]);
});

test('what the units, the vacant rooms and the house bear is the whole, and so are the rows, to the fen', () => {
  const shares = fc.array(
    fc.record({
      unit: fc.constantFrom('a', 'b', 'c', 'd'),
      areaM2: fc.integer({ min: 1, max: 9_999 }).map((n) => n / 7),
      bearer: fc.constantFrom('unit', 'vacant', 'house'),
      days: fc.integer({ min: 1, max: days }),
      seatDays: fc.nat(99),
    }),
    { minLength: 1, maxLength: 30 },
  );
  fc.assert(
    fc.property(shares, fc.nat(1_000_000_007), (some, fen) => {
      const cost = reckonCost({ ...building, shares: some, valueFen: null, paid: { other: fen } }, 2026, 1);
      const sum = (values: readonly (number | null)[]) => values.reduce<number>((all, each) => all + each!, 0);
      expect(sum([...[...cost.byUnit.values()].map(({ costFen }) => costFen), cost.vacantFen, cost.houseFen])).toBe(
        fen,
      );
      expect(sum(cost.rows.map(({ costFen }) => costFen))).toBe(fen);
    }),
  );
});
