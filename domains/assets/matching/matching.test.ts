import { newId } from '@opengoa/kernel';
import { solveProgram } from '@opengoa/kernel/solve';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { coexistenceOf } from './coexistence.ts';
import { type Demand, type Idle, pairKey, projectRules } from './demand.ts';
import { takeGreedily } from './greedy.ts';
import { judgePair } from './judge-pair.ts';
import { matchBucket } from './match-bucket.ts';
import { matchWhole } from './match-whole.ts';
import { mostPieces } from './most-pieces.ts';
import { type MatchQuestion, suitingDemand, suitingIdle } from './pairs-of.ts';
import { reasonsOf } from './reasons.ts';

const here = { latitude: 30, longitude: 117 };
const demand = (more: Partial<Demand> = {}): Demand => ({
  id: newId(),
  unit: 'school',
  class: 'A05010201',
  item: '会议桌',
  pieces: 1,
  urgent: false,
  needBy: '2026-12-01',
  until: null,
  at: here,
  newPriceFen: 300_000,
  worstCondition: 'worn',
  leastLifeYears: 5,
  least: {},
  allowed: null,
  security: 'open',
  ...more,
});
const idle = (more: Partial<Idle> = {}): Idle => ({
  id: newId(),
  unit: 'bureau',
  number: 'ZC-1',
  name: '会议桌',
  class: 'A05010201',
  item: '会议桌',
  pieces: 1,
  condition: 'good',
  lifeYearsLeft: 9,
  at: here,
  freeFrom: '2026-11-01',
  freeUntil: null,
  refurbishFen: 0,
  specification: {},
  security: 'open',
  ...more,
});
/** Nothing but price, refurbishment and what a rule adds: worked examples by hand. */
const bare = {
  ...projectRules,
  handlingFen: 0,
  fenPerKm: 0,
  conditionPenalty: 0,
  kindPenalty: 0,
  lifePenalty: 0,
  fairShare: 0,
};
const question = (demands: Demand[], there: Idle[], more: Partial<MatchQuestion> = {}): MatchQuestion => ({
  demands,
  idle: there,
  rules: bare,
  refused: new Set(),
  ...more,
});
const why = (asked: Partial<Demand>, there: Partial<Idle>) => {
  const found = judgePair(demand(asked), idle(there), projectRules);
  return 'why' in found ? found.why.zh : 'suits';
};

describe('公物仓撮合', () => {
  test('a pair: avoided purchase less transport, refurbishment and penalty, and a sentence for each factor', () => {
    const [asked, there] = [demand({ leastLifeYears: 10 }), idle({ refurbishFen: 20_000 })];
    const pair = judgePair(asked, there, projectRules);
    if ('why' in pair) throw new Error(pair.why.en);
    // One step of condition and one lacking year, a tenth of the price each.
    expect(pair).toMatchObject({
      transportFen: 3_000,
      penaltyFen: 60_000,
      valueFen: 300_000 - 3_000 - 20_000 - 60_000,
    });
    const reasons = reasonsOf(asked, there, pair, projectRules);
    expect(reasons.map(({ factor }) => factor)).toEqual([
      'class',
      'function',
      'condition',
      'life',
      'distance',
      'quantity',
      'window',
      'standard',
    ]);
    expect(reasons.map(({ words }) => words.zh)).toContain('还可用约 9 年，比期望少 1 年');
    expect(pair.score).toBeGreaterThan(80);
  });

  test('what is past its years of service says so and gets no points for life, whatever was asked for', () => {
    for (const leastLifeYears of [0, 5]) {
      const [asked, there] = [demand({ leastLifeYears }), idle({ lifeYearsLeft: -5.6 })];
      const pair = judgePair(asked, there, bare);
      if ('why' in pair) throw new Error(pair.why.en);
      const life = reasonsOf(asked, there, pair, bare).find(({ factor }) => factor === 'life');
      expect(life).toMatchObject({ points: 0, words: { zh: '已超过使用年限 5.6 年' } });
    }
    const [asked, there] = [demand({ leastLifeYears: 0 }), idle({ lifeYearsLeft: -0.01 })];
    const pair = judgePair(asked, there, bare);
    if ('why' in pair) throw new Error(pair.why.en);
    expect(reasonsOf(asked, there, pair, bare)).toContainEqual(
      expect.objectContaining({ factor: 'life', points: 0, words: expect.objectContaining({ zh: '已到使用年限' }) }),
    );
  });

  test('what does not do says why', () => {
    expect(why({}, { class: 'A02010105' })).toBe('分类不同');
    expect(why({}, { class: 'A05010202', item: '茶几' })).toBe('用途不同：茶几');
    expect(why({}, { class: 'A05010202', item: '' })).toBe('suits');
    expect(why({}, { unit: 'school' })).toContain('本单位');
    expect(why({}, { condition: 'repairable' })).toContain('成色');
    expect(why({}, { security: 'secret' })).toContain('涉密');
    expect(why({}, { freeFrom: '2027-01-01' })).toBe('2027-01-01 才可调出');
    expect(why({}, { freeUntil: '2027-01-01' })).toBe('2027-01-01 须归还');
    expect(why({ until: '2026-12-31' }, { freeUntil: '2027-01-01' })).toBe('suits');
    expect(why({ least: { seats: 12 } }, { specification: { seats: 8 } })).toBe('规格达不到：seats ≥ 12，实有 8');
    expect(why({ least: { seats: 12 } }, {})).toContain('不详');
    expect(why({}, { at: { latitude: 35, longitude: 117 } })).toMatch(/^路程约 7\d\d 公里/);
    expect(why({ allowed: 0 }, {})).toContain('配置标准');
    expect(why({}, { refurbishFen: 290_000 })).toBe('调剂花费不低于新购');
  });

  test('a way that is not known is no advantage', () => {
    const far = judgePair(demand(), idle({ at: null }), projectRules);
    const near = judgePair(demand(), idle(), projectRules);
    if ('why' in far || 'why' in near) throw new Error('both suit');
    expect(far.distanceKm).toBeNull();
    expect(far.valueFen).toBeLessThan(near.valueFen);
  });

  test('both directions, best first; refused pairs are left out', () => {
    const asked = demand();
    const things = [idle({ condition: 'worn' }), idle({ condition: 'new' }), idle({ class: 'A02010105' })];
    const found = suitingDemand(asked, question([asked], things));
    expect(found.map((pair) => pair.idle)).toEqual([things[1]!.id, things[0]!.id]);
    const refused = new Set([pairKey(found[0]!)]);
    expect(suitingDemand(asked, question([asked], things, { refused }))).toHaveLength(1);
    expect(suitingIdle(things[1]!, question([asked], things, { refused }))).toEqual([]);
    expect(suitingIdle(things[0]!, question([asked], things)).map((pair) => pair.demand)).toEqual([asked.id]);
  });

  test('the worked example space.reallocation_value: 9.5, and pairs that are worth nothing are no pairs', async () => {
    // Values in thousand yuan by what each thing would cost to make fit; null: too small.
    const value = [
      [3.2, null, 2.4],
      [2.9, 4.1, null],
      [null, 3.7, 2.2],
    ];
    const demands = value[0]!.map((_, j) => demand({ newPriceFen: 1_000_000, least: { [`fits-${j}`]: 1 } }));
    const things = value.map((row) =>
      idle({
        specification: Object.fromEntries(row.flatMap((worth, j) => (worth === null ? [] : [[`fits-${j}`, 1]]))),
      }),
    );
    const pairs = value.flatMap((row, i) =>
      row.flatMap((worth, j) =>
        worth === null ? [] : [{ ...pairOf(demands[j]!, things[i]!), valueFen: Math.round(worth * 100_000) }],
      ),
    );
    const found = await matchBucket({ demands, idle: things, pairs }, bare, solveProgram, () => 5, {});
    expect(found.objective).toBeCloseTo(9_500, 6);
    expect(found.bound).toBeCloseTo(9_500, 6);
    expect([...found.given.keys()].map((pair) => [idleAt(things, pair.idle), demandAt(demands, pair.demand)])).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
  });

  test('the whole tree beside going down the list: more money, proved; the list takes the dearest first and pays for it', async () => {
    // Refurbishing: the first thing suits both, the second the first demand alone.
    const [a, b] = [demand({ newPriceFen: 400_000 }), demand({ newPriceFen: 390_000, least: { seats: 12 } })];
    const [wide, small] = [idle({ specification: { seats: 12 } }), idle({ refurbishFen: 10_000 })];
    const found = await matchWhole(question([a, b], [wide, small]), solveProgram, 10);
    expect(found).toMatchObject({ savedFen: 780_000, pieces: 2, gap: 0, cutShort: false, unmet: [], admissible: 3 });
    expect(found.greedy).toMatchObject({ savedFen: 400_000, pieces: 1 });
  });

  test('urgent demands go first, even where another would save more', async () => {
    const [urgent, dear] = [demand({ urgent: true, newPriceFen: 100_000 }), demand({ newPriceFen: 900_000 })];
    const found = await matchWhole(question([urgent, dear], [idle()]), solveProgram, 10);
    expect(found).toMatchObject({ urgentPieces: 1, savedFen: 100_000, gap: 0 });
    expect(found.unmet.map(({ demand: left, why: words }) => [left.id, words.zh])).toEqual([
      [dear.id, '合适的闲置资产给了更急需或更节省的需求'],
    ]);
  });

  test('a batch is divided, and no receiver gets more than its standard allows', async () => {
    const [a, b] = [demand({ pieces: 30 }), demand({ pieces: 30, allowed: 5, unit: 'clinic' })];
    const found = await matchWhole(question([a, b], [idle({ pieces: 20 }), idle({ pieces: 8 })]), solveProgram, 10);
    expect(found.pieces).toBe(28);
    const to = (id: string) =>
      found.taken.filter((each) => each.demand === id).reduce((sum, { given }) => sum + given, 0);
    expect(to(b.id)).toBeLessThanOrEqual(5);
    expect(found.unmet.find(({ demand: left }) => left.id === b.id)!.why.zh).toContain('只可再配 5');
  });

  test('a fair share: who is dearer to reach is given something as well, and that costs what it costs', async () => {
    const near = demand({ pieces: 10, newPriceFen: 300_000 });
    const far = demand({ pieces: 10, newPriceFen: 200_000, unit: 'clinic' });
    const things = [idle({ pieces: 10 })];
    const most = await matchWhole(question([near, far], things), solveProgram, 10);
    expect(most.savedFen).toBe(3_000_000);
    const fair = await matchWhole(
      question([near, far], things, { rules: { ...bare, fairShare: 0.5 } }),
      solveProgram,
      10,
    );
    // Half of the five that are its part, in whole pieces: two.
    expect(fair).toMatchObject({ savedFen: 8 * 300_000 + 2 * 200_000, unfairPieces: 0, gap: 0 });
  });

  test('SA-05: a maximum matching, not whatever comes first', () => {
    const [a, b] = [demand(), demand({ least: { seats: 12 } })];
    const [wide, small] = [idle({ specification: { seats: 12 } }), idle()];
    const found = coexistenceOf(question([a, b], [wide, small, idle({ class: 'A02010105' })]));
    expect(found).toMatchObject({ idlePieces: 3, wantedPieces: 2, matchedPieces: 2, share: 1, avoidableFen: 600_000 });
    expect(coexistenceOf(question([a], [])).share).toBeNull();
  });

  test('whatever is asked: nothing given twice, nothing beyond what suits; never worse than the list, never above the bound', async () => {
    const place = fc.integer({ min: 0, max: 20 }).map((step) => ({ latitude: 30 + step / 20, longitude: 117 }));
    const pieces = fc.integer({ min: 1, max: 6 });
    const kinds = fc.constantFrom('A05010201', 'A05010202', 'A02010105');
    const demands = fc.array(
      fc
        .record({
          class: kinds,
          pieces,
          urgent: fc.boolean(),
          at: place,
          newPriceFen: fc.integer({ min: 10_000, max: 500_000 }),
          unit: fc.constantFrom('school', 'clinic', 'court'),
        })
        .map((more) => demand({ ...more, item: '' })),
      { maxLength: 8 },
    );
    const things = fc.array(
      fc
        .record({ class: kinds, pieces, at: place, condition: fc.constantFrom('new', 'good', 'worn') })
        .map((more) => idle(more)),
      { maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(demands, things, async (asked, there) => {
        const all = question(asked, there, { rules: { ...projectRules, fairShare: 0 } });
        const found = await matchWhole(all, solveProgram, 10);
        for (const one of asked) {
          const got = found.taken.filter((each) => each.demand === one.id).reduce((sum, { given }) => sum + given, 0);
          expect(got).toBeLessThanOrEqual(one.pieces);
        }
        for (const one of there) {
          const went = found.taken.filter((each) => each.idle === one.id).reduce((sum, { given }) => sum + given, 0);
          expect(went).toBeLessThanOrEqual(one.pieces);
        }
        expect(found.taken.every(({ valueFen }) => valueFen > 0)).toBe(true);
        expect(found.urgentPieces).toBeGreaterThanOrEqual(found.greedy.urgentPieces);
        if (found.urgentPieces === found.greedy.urgentPieces)
          expect(found.savedFen).toBeGreaterThanOrEqual(found.greedy.savedFen);
        expect(found.gap!).toBeLessThan(1e-4);
      }),
      { numRuns: 40 },
    );
  });

  test('most pieces: by ways that have to be turned round', () => {
    const ways = [
      { demand: 0, idle: 0, pieces: 3 },
      { demand: 1, idle: 0, pieces: 3 },
      { demand: 0, idle: 1, pieces: 1 },
    ];
    const given = mostPieces({ wanted: [3, 3], there: [3, 1], ways });
    expect(given.reduce((sum, pieces) => sum + pieces, 0)).toBe(4);
    expect(mostPieces({ wanted: [], there: [], ways: [] })).toEqual([]);
  });

  test('going down the list by itself', () => {
    const asked = demand({ pieces: 3 });
    const there = idle({ pieces: 2 });
    const pair = { ...pairOf(asked, there), pieces: 2 };
    expect(takeGreedily([pair], new Map([[asked.id, asked]]), new Map([[there.id, there]]))).toMatchObject([
      { given: 2 },
    ]);
  });
});

function pairOf(asked: Demand, there: Idle) {
  const pair = judgePair(asked, { ...there, specification: asked.least }, bare);
  if ('why' in pair) throw new Error(pair.why.en);
  return pair;
}
const idleAt = (things: readonly Idle[], id: string) => things.findIndex((each) => each.id === id);
const demandAt = (demands: readonly Demand[], id: string) => demands.findIndex((each) => each.id === id);
