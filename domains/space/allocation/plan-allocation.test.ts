import { solve, solveProgram } from '@opengoa/kernel/solve';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { firstPlacing } from './first-placing.ts';
import { floorModel } from './floor-model.ts';
import { judgePlacing } from './judge-placing.ts';
import { planAllocation } from './plan-allocation.ts';
import { type AllocationQuestion, type AskingUnit, type GivenRoom, projectWeights } from './question.ts';
import { roomModel } from './room-model.ts';

const unit = (name: string, needM2: number, more: Partial<AskingUnit> = {}): AskingUnit => ({
  id: name,
  name,
  needM2,
  people: Math.round(needM2 / 10),
  zone: 'open',
  near: [],
  ...more,
});
const room = (number: string, areaM2: number, floor: string, more: Partial<GivenRoom> = {}): GivenRoom => ({
  id: number,
  number,
  areaM2,
  floor,
  zone: 'open',
  today: null,
  fixed: null,
  ...more,
});
const question = (
  units: AskingUnit[],
  rooms: GivenRoom[],
  more: Partial<AllocationQuestion> = {},
): AllocationQuestion => ({
  units,
  rooms,
  floors: [...new Set(rooms.map(({ floor }) => floor))].map((floor) => ({
    id: floor,
    building: floor.split('-')[0]!,
    name: floor,
  })),
  surplusCap: 1.25,
  weights: { ...projectWeights, move: 0, emptyFloor: 0 },
  ...more,
});
const plan = (asked: AllocationQuestion) => planAllocation(asked, solveProgram, 10);

describe('办公用房统筹配置', () => {
  test('the worked example space.mip: objective 202, U1 to R4, U2 to R1, U3 to R2, nobody short', async () => {
    const areas = [40, 55, 30, 62, 48];
    const asked = question(
      [unit('U1', 60), unit('U2', 40), unit('U3', 52)],
      areas.map((area, i) => room(`R${i + 1}`, area, i < 2 ? 'A-0' : 'A-1')),
    );
    const found = await plan(asked);
    expect(found).toMatchObject({ cost: 202, gap: 0, cutShort: false, byFloors: false });
    expect(Object.fromEntries(found.placing)).toEqual({ R4: 'U1', R1: 'U2', R2: 'U3' });
    expect(judgePlacing(asked, found.placing)).toMatchObject({
      broken: [],
      cost: { usedM2: 157, floors: 45, lacking: 0 },
    });
  });

  test('who moves costs something: a unit stays where it is as long as that is worth it', async () => {
    const rooms = [room('101', 40, 'A-1', { today: 'U' }), room('201', 39.5, 'A-2')];
    const weights = { ...projectWeights, move: 0.5, emptyFloor: 0 };
    expect((await plan(question([unit('U', 39)], rooms, { weights }))).placing.has('101')).toBe(true);
    expect((await plan(question([unit('U', 39, { people: 0 })], rooms, { weights }))).placing.has('201')).toBe(true);
  });

  test('a whole floor that stands empty is worth more than a tidier fit', async () => {
    const rooms = [
      ...['101', '102', '103', '104'].map((number) => room(number, 20, 'A-1')),
      room('201', 20, 'A-2', { today: 'U' }),
      room('202', 60, 'A-2'),
    ];
    const asked = question([unit('U', 20), unit('V', 40)], rooms, { weights: { ...projectWeights, move: 0.1 } });
    const found = judgePlacing(asked, (await plan(asked)).placing);
    expect(found.emptyFloors).toHaveLength(1);
    expect(found.units.find((each) => each.unit === 'U')!.movers).toBe(2);
  });

  test('zones: an open unit has no restricted room, a secret one only secret ones; fixed rooms stay', async () => {
    const asked = question(
      [unit('O', 20), unit('S', 20, { zone: 'secret' }), unit('R', 20, { zone: 'restricted' })],
      [
        room('1', 20, 'A-1', { zone: 'secret' }),
        room('2', 20, 'A-1', { zone: 'restricted' }),
        room('3', 22, 'A-1'),
        room('4', 20, 'A-1', { fixed: 'R' }),
      ],
    );
    const found = await plan(asked);
    expect(Object.fromEntries(found.placing)).toEqual({ 1: 'S', 3: 'O', 4: 'R' });
    const words = judgePlacing(
      asked,
      new Map([
        ['1', 'O'],
        ['4', 'O'],
        ['3', 'S'],
      ]),
    ).broken.map((each) => each.words.zh);
    expect(words).toContain('1 在涉密区，O须用开放区');
    expect(words).toContain('4 是R的固定用房');
    expect(words).toContain('O最多可用 25 ㎡，给 40 ㎡，超 15 ㎡');
    expect(words).toContain('R需 20 ㎡，给 0 ㎡，差 20 ㎡');
  });

  test('units that wish to be near share a building where that costs less than their wish is worth', async () => {
    const rooms = [room('1', 20, 'A-1'), room('2', 20, 'B-1'), room('3', 21, 'A-1')];
    const asked = question([unit('U', 20, { near: ['V'] }), unit('V', 20)], rooms);
    const found = await plan(asked);
    expect(new Set(found.placing.keys())).toEqual(new Set(['1', '3']));
    expect(judgePlacing(asked, found.placing).apart).toEqual([]);
    expect(
      judgePlacing(
        asked,
        new Map([
          ['1', 'U'],
          ['2', 'V'],
        ]),
      ).apart,
    ).toEqual([['U', 'V']]);
  });

  test('a large one: floors first, with a bound that holds; the program itself reckons as the judge does', async () => {
    const asked = city(20, 300);
    const found = await planAllocation(asked, solve, 12);
    expect(found.byFloors).toBe(true);
    expect(found.bound!).toBeLessThanOrEqual(found.cost + 1e-6);
    expect(found.gap!).toBeLessThan(0.1);
    const rules = judgePlacing(asked, found.placing).broken.map(({ rule }) => rule);
    expect(rules.filter((rule) => rule !== 'short')).toEqual([]);
    const first = firstPlacing(asked);
    expect(found.cost).toBeLessThanOrEqual(judgePlacing(asked, first).cost.sum);
    const model = roomModel(asked, () => true);
    const { cost } = model.program;
    const start = model.startOf(first);
    expect(start.reduce((sum, value, i) => sum + value * cost[i]!, model.offset)).toBeCloseTo(
      judgePlacing(asked, first).cost.sum,
      3,
    );
  }, 40_000);

  test('no time at all: an answer that keeps the rules', async () => {
    const asked = city(20, 300);
    const found = await planAllocation(
      asked,
      async (_program, start) => ({ values: [...start!], gap: null, bound: null, cutShort: true, infeasible: false }),
      0,
    );
    expect(found).toMatchObject({ gap: null, bound: null, cutShort: true });
    expect(judgePlacing(asked, found.placing).broken.every(({ rule }) => rule === 'short')).toBe(true);
  });

  test('whatever is asked: rules are kept, and no plan by floors costs more than one by rooms', async () => {
    const number = (from: number, to: number) => fc.integer({ min: from, max: to });
    const zone = fc.constantFrom('open', 'open', 'restricted', 'secret');
    const asked = fc
      .record({
        units: fc.array(fc.tuple(number(10, 80), zone), { minLength: 1, maxLength: 4 }),
        rooms: fc.array(fc.tuple(number(10, 40), number(1, 3), zone, fc.option(number(0, 3)), fc.boolean()), {
          maxLength: 9,
        }),
      })
      .map(({ units, rooms }) =>
        question(
          units.map(([need, needs], i) => unit(`U${i}`, need, { zone: needs, near: i > 0 ? ['U0'] : [] })),
          rooms.map(([area, floor, is, today, fixed], i) => {
            const of = today === null || today >= units.length ? null : `U${today}`;
            return room(`${i}`, area, `${floor % 2}-${floor}`, { zone: is, today: of, fixed: fixed ? of : null });
          }),
          { weights: projectWeights },
        ),
      );
    await fc.assert(
      fc.asyncProperty(asked, async (all) => {
        const found = await plan(all);
        const judged = judgePlacing(all, found.placing);
        expect(judged.broken.filter(({ rule }) => rule === 'zone' || rule === 'fixed')).toEqual([]);
        const fixed = all.rooms.filter((each) => each.fixed !== null);
        for (const each of judged.broken.filter(({ rule }) => rule === 'above-cap'))
          expect(fixed.some((one) => one.fixed === each.unit)).toBe(true);
        const floors = floorModel(all);
        const coarse = await solveProgram(floors.program, floors.startOf(found.placing), 10);
        expect(coarse.bound! + floors.offset).toBeLessThanOrEqual(found.cost + 1e-4);
        expect(found.bound!).toBeLessThanOrEqual(found.cost + 1e-4);
        expect(found.gap!).toBeLessThan(0.001);
      }),
      { numRuns: 30 },
    );
  }, 60_000);
});

/** A small city: rooms of a few sizes, units spread over floors as they grew. */
function city(units: number, rooms: number): AllocationQuestion {
  let state = 7;
  const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  const names = Array.from({ length: units }, (_, i) => `U${i}`);
  const made = Array.from({ length: rooms }, (_, i) => {
    const floor = Math.floor(i / 12);
    const today =
      random() < 0.12 ? null : names[Math.min(units - 1, Math.floor(((i + 20 * (random() - 0.5)) / rooms) * units))]!;
    return room(
      `${i}`,
      [18, 24, 24, 30, 36, 54][Math.floor(6 * random())]! + Math.floor(10 * random()) / 10,
      `${Math.floor(floor / 6)}-${floor}`,
      {
        today: today ?? null,
      },
    );
  });
  const all = made.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  return question(
    names.map((name) => unit(name, Math.round((all / units) * (0.5 + 0.7 * random())))),
    made,
    { weights: projectWeights },
  );
}
