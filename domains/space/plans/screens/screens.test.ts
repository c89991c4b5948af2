import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outlineArea } from '../outline.ts';
import { colourings, type Colouring } from '../words.zh.ts';
import { paintsOf, type PlanRoom, roundedUp } from './colouring.ts';
import { plainGrid } from './plain-grid.ts';
import { pathOf, viewOf } from './plan-path.ts';

const room = (number: string, more: Partial<PlanRoom> = {}): PlanRoom => ({
  id: number,
  number,
  name: '',
  use: 'office',
  state: 'in-use',
  unit: 'u',
  unitName: '财政局',
  areaM2: 10,
  drawnM2: null,
  people: 1,
  overM2: null,
  kwhPerM2Month: null,
  monthsRead: 0,
  costFenPerM2: null,
  ...more,
});

test('whatever it is coloured by, every room has one colour and the areas of the legend are the floor’s', () => {
  const some = fc.array(
    fc.record({
      use: fc.constantFrom('office', 'service-meeting', 'x'),
      state: fc.constantFrom('in-use', 'vacant'),
      areaM2: fc.integer({ min: 1, max: 90 }),
      overM2: fc.option(fc.double({ min: -20, max: 60, noNaN: true })),
      kwhPerM2Month: fc.option(fc.double({ min: 0, max: 30, noNaN: true })),
      costFenPerM2: fc.option(fc.integer({ min: 0, max: 90_000 })),
    }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(some, fc.constantFrom(...(Object.keys(colourings) as Colouring[])), (rows, colouring) => {
      const rooms = rows.map((row, n) => room(String(n), row));
      const paints = paintsOf(colouring, rooms);
      expect(paints.flatMap((each) => each.rooms.map(({ id }) => id)).toSorted()).toEqual(
        rooms.map(({ id }) => id).toSorted(),
      );
      expect(paints.reduce((sum, { areaM2 }) => sum + areaM2, 0)).toBe(
        rooms.reduce((sum, { areaM2 }) => sum + areaM2, 0),
      );
    }),
  );
});

test('steps go from nothing to a round end; what is not known is apart', () => {
  expect([roundedUp(0), roundedUp(3), roundedUp(8), roundedUp(91)]).toEqual([1, 4, 8, 100]);
  const paints = paintsOf('over', [
    room('1', { overM2: -2 }),
    room('2', { overM2: 3 }),
    room('3', { overM2: 0.5 }),
    room('4'),
  ]);
  expect(paints.map(({ words, rooms }) => [words.zh, rooms.map(({ id }) => id).join()])).toEqual([
    ['未超', '1'],
    ['0–1 ㎡', '3'],
    ['2–3 ㎡', '2'],
    ['不适用或不能判断', '4'],
  ]);
});

test('a floor that nobody has drawn: every rectangle has the area of its room', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 60 }), (areas) => {
      const grid = plainGrid(areas.map((areaM2) => ({ areaM2 })));
      expect(grid).toHaveLength(areas.length);
      for (const {
        room: { areaM2 },
        outline,
      } of grid)
        expect(outlineArea(outline)).toBeCloseTo(areaM2, 6);
    }),
  );
});

test('paths go down where the plan goes up, and bend as it does', () => {
  expect(
    pathOf([
      [
        [0, 0],
        [2, 0, 1],
        [2, 2],
        [0, 2],
      ],
    ]),
  ).toBe('M0 0L2 0A1 1 0 0 0 2 -2L0 -2L0 0Z');
  expect(
    viewOf([
      [
        [
          [0, 0],
          [10, 0],
          [10, 5],
          [0, 5],
        ],
      ],
    ]),
  ).toBe('-0.2 -5.2 10.4 5.4');
});
