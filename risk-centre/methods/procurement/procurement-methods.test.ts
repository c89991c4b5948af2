import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seeded } from '@opengoa/kernel/seeded';
import { acquaintances } from './acquaintance.ts';
import { biddingGroups } from './bidding-groups.ts';
import { coBiddingPairs, meetingChance } from '@opengoa/procurement/co-bidding';
import { communities } from './communities.ts';
import { concentrationChance } from '@opengoa/procurement/concentration';
import { enteringTogether } from './entering-together.ts';
import { losingOften } from '@opengoa/procurement/losing-often';
import { marginalBids } from './marginal-bids.ts';
import { patternedBids } from '@opengoa/procurement/patterned-bids';
import { priceAgainstReference } from './price-reference.ts';
import { fullOrderBooks, ranksOfWinners } from '@opengoa/procurement/full-order-books';
import { breaksOf, fixedOrder } from '@opengoa/procurement/fixed-order';
import { heterogeneousSuppliers } from './heterogeneous-supplier.ts';
import { rotation, rotationReason } from '@opengoa/procurement/rotation';
import { biddingPeriod } from './short-period.ts';
import { scaledPriceList } from './scaled-price-list.ts';
import { bunching, splitOrders } from '@opengoa/procurement/splitting';
import { subgroupScreens } from './subgroup-screens.ts';
import { tenderFeatures } from './tender-features.ts';

const amounts = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 8 });

test('PR-02: relative features do not depend on the unit, and what is undefined is NaN by name', () => {
  fc.assert(
    fc.property(amounts, (bids) => {
      const one = tenderFeatures({ amounts: bids }, { size: false, number: true });
      const other = tenderFeatures({ amounts: bids.map((bid) => bid * 4) }, { size: false, number: true });
      for (const name of ['spd', 'diffp', 'lowestBelowMean'])
        if (!Number.isNaN(one[name]!)) expect(other[name]).toBeCloseTo(one[name]!, 6);
    }),
    { numRuns: 50 },
  );
  const equal = tenderFeatures({ amounts: [5, 5, 5] }, { size: true, number: true });
  expect(equal['lnRd']).toBeNaN();
  expect(equal['n']).toBe(3);
  expect(Object.keys(tenderFeatures({ amounts: [1] }, { size: true, number: true }))).toEqual(Object.keys(equal));
});

test('PR-02: a cartel of three hides in the whole set and not in its groups', () => {
  const groups = subgroupScreens([100, 101, 102, 140, 190], 3)!;
  expect(groups.cv!.least).toBeLessThan(0.011);
  expect(groups.cv!.most).toBeGreaterThan(0.2);
  expect(subgroupScreens([100, 101, 102], 3)).toBeNull();
});

test('PR-04: lists of different firms are no copies, short lists are insufficient', () => {
  const other = scaledPriceList([10, 20, 30, 40, 50], [11, 19, 35, 42, 48]);
  expect(other).toMatchObject({ status: 'ok', found: false, factor: null, reason: null });
  expect(scaledPriceList([1, 2], [2, 4])).toMatchObject({ status: 'insufficient_data' });
});

test('PR-04: a geometric line is told from an arithmetic one, and noise from both', () => {
  expect(patternedBids([100, 110, 121, 133.1, 146.41])).toMatchObject({ pattern: 'geometric' });
  expect(patternedBids([100, 103, 111, 112, 130])).toMatchObject({ pattern: null, reason: null });
  expect(patternedBids([100, 100, 100, 100])).toMatchObject({ pattern: null });
  expect(patternedBids([1, 2, 3])).toMatchObject({ status: 'insufficient_data' });
});

test('PR-05: below eight tenders nothing is said; a scheme is found and worded; repeats decide nothing', () => {
  expect(rotation({ winners: [0, 1, 0, 1], members: 2 })).toMatchObject({ status: 'insufficient_data' });
  expect(rotation({ winners: Array.from({ length: 9 }, () => 0), members: 2 })).toMatchObject({
    status: 'insufficient_data',
  });
  const found = rotation({ winners: [0, 1, 2, 3, 0, 1, 2, 3], members: 4 });
  if (found.status !== 'ok') throw new Error(found.status);
  expect(found.valueBalance).toMatchObject({ exact: true, arrangements: 2520 });
  expect(found.valueBalance.p).toBeCloseTo(576 / 2520, 9);
  expect(rotationReason(found, ['甲', '乙', '丙', '丁']).zh).toContain('近8次共同投标');
});

test('PR-05: more than 100,000 orders are drawn, and the same draw is the same p', () => {
  const winners = Array.from({ length: 20 }, (_, t) => t % 4);
  const [one, other] = [rotation({ winners, members: 4 }), rotation({ winners, members: 4 })];
  expect(one).toEqual(other);
  if (one.status !== 'ok') throw new Error(one.status);
  expect(one.valueBalance.exact).toBe(false);
  expect(one.valueBalance.p).toBeLessThan(0.01);
});

test('PR-05: near ties that the recent winner always loses are a jump at zero', () => {
  const ties = (won: (i: number) => boolean) =>
    Array.from({ length: 12 }, (_, i) => ({ recentWinnerWon: won(i), distance: 0.004 }));
  expect(marginalBids(ties(() => false))).toMatchObject({ status: 'ok', recentWinnerWon: 0 });
  const always = marginalBids(ties(() => false));
  const even = marginalBids(ties((i) => i % 2 === 0));
  if (always.status !== 'ok' || even.status !== 'ok') throw new Error('insufficient');
  expect(always.p).toBeCloseTo(2 / 2 ** 12, 9);
  expect(even.p).toBe(1);
  expect(marginalBids([])).toMatchObject({ status: 'insufficient_data' });
});

test('PR-06: the chance of meeting is the hypergeometric tail', () => {
  expect(meetingChance(10, 3, 3, 3)).toBeCloseTo(1 / 120, 9);
  expect(meetingChance(10, 3, 3, 0)).toBeCloseTo(1, 9);
  expect(coBiddingPairs([['a', 'b'], ['b', 'a', 'a'], ['a', 'b'], ['c']])).toEqual([
    expect.objectContaining({ pair: ['a', 'b'], both: 3, jaccard: 1 }),
  ]);
});

test('PR-06: two triangles joined by a thin edge are two communities', () => {
  const edge = (one: string, other: string, weight = 1) => ({ pair: [one, other] as const, weight });
  const found = communities([
    edge('a', 'b'),
    edge('b', 'c'),
    edge('a', 'c'),
    edge('x', 'y'),
    edge('y', 'z'),
    edge('x', 'z'),
    edge('c', 'x', 0.1),
  ]);
  expect(found).toEqual([
    ['a', 'b', 'c'],
    ['x', 'y', 'z'],
  ]);
});

test('PR-06: a set that keeps to itself stands out of rewired networks', () => {
  const next = seeded(2);
  const attendance = [
    ...Array.from({ length: 12 }, () => ['p', 'q', 'r', 's']),
    ...Array.from({ length: 60 }, () => [...new Set(Array.from({ length: 4 }, () => `f${Math.floor(next() * 25)}`))]),
  ];
  const group = biddingGroups(attendance, 3, 19).find(({ members }) => members.includes('p'))!;
  expect(group).toMatchObject({ members: ['p', 'q', 'r', 's'], coherence: 1, exclusivity: 1, p: 0.05 });
  expect(acquaintances([['p', 'q'], ['q', 'p'], ['z', 'y'], ['z']])).toMatchObject([
    { most: 1, share: 1 },
    { most: 1, share: 1 },
    { most: 0, share: 0 },
    null,
  ]);
});

test('PR-06: entering together is held against the rates within a stratum', () => {
  const pattern = [1, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0].map(Boolean);
  const same = enteringTogether(pattern.map((entered) => ({ stratum: 'm', entered: [entered, entered] })));
  if (same.status !== 'ok') throw new Error(same.status);
  expect(same).toMatchObject({ together: 5 });
  expect(same.p).toBeLessThan(0.01);
  expect(enteringTogether([])).toMatchObject({ status: 'insufficient_data' });
});

test('PR-07: few contracts at one supplier are no surprise where it has the market', () => {
  const alone = (shares: number[]) => concentrationChance([1, 1, 1, 1, 1, 1], [0, 0, 0, 0, 0, 0], shares, 499);
  const [owned, open] = [alone([0.95, 0.05]), alone([0.2, 0.2, 0.2, 0.2, 0.2])];
  if (owned.status !== 'ok' || open.status !== 'ok') throw new Error('insufficient');
  expect(owned.p).toBeGreaterThan(0.5);
  expect(open.p).toBeLessThan(0.02);
});

test('PR-08 and PR-09: what is too little is said', () => {
  expect(
    splitOrders(
      [
        { day: '2026-01-01', amount: 60 },
        { day: '2026-03-15', amount: 60 },
      ],
      100,
      30,
    ),
  ).toBeNull();
  expect(splitOrders([{ day: '2026-01-01', amount: 120 }], 100, 30)).toBeNull();
  expect(bunching(3, 4)).toMatchObject({ status: 'insufficient_data' });
  expect(priceAgainstReference(10, [9, 9, 9, 9])).toMatchObject({ status: 'insufficient_data' });
  expect(priceAgainstReference(10, [9, 9, 9, 9, 9])).toMatchObject({ robustZ: null });
});

test('R025: one that bids often and never wins is told, one that wins its share is not', () => {
  const record = (bidder: string, wins: number) => ({ bidder, bids: 20, wins, expectedWins: 5 });
  expect(losingOften([record('never', 0), record('fair', 5)]).map(({ bidder }) => bidder)).toEqual(['never']);
});

test('PR-05: letting the least-won win next is rank 0, and the other way round the most', () => {
  expect(ranksOfWinners([0, 1, 2, 0], [1, 2, 3, 1], 3)).toBe(1 + 0.5);
  expect(ranksOfWinners([0, 0, 0], [1, 1, 1], 2)).toBe(0.5 + 1 + 1);
});

test('PR-05: honest firms with a strong backlog explain turns that are not perfect, and not perfect ones', () => {
  const values = [3, 2, 4.5, 3.5, 2.2, 5.1, 3.2, 4.3];
  const won = [0, 0, 0, 0];
  const perfect = values.map((value) => {
    const turn = won.indexOf(Math.min(...won));
    won[turn]! += value;
    return turn;
  });
  expect(fullOrderBooks(perfect, values, 4)).toMatchObject({ statistic: 1.5 + 1 + 0.5 });
  expect(fullOrderBooks(perfect, values, 4).p).toBeLessThan(0.05);
  expect(fullOrderBooks([0, 1, 2, 3, 3, 1, 0, 2], values, 4).p).toBeGreaterThan(0.05);
});

test('R003: whole days count, and a day less than the least is short', () => {
  const from = '2026-03-02T09:00:00+08:00';
  expect(biddingPeriod(from, '2026-03-22T08:59:00+08:00', 20)).toEqual({ days: 19, least: 20, isShort: true });
  expect(biddingPeriod(from, '2026-03-22T09:00:00+08:00', 20).isShort).toBe(false);
  expect(() => biddingPeriod('2026-03-23T09:00:00+08:00', from, 20)).toThrow(RangeError);
});

test('R048: a supplier of everything stands beyond the fence, those with few awards are not judged', () => {
  const awards = (supplier: string, kinds: number, count = 24) => ({
    supplier,
    categories: Array.from({ length: count }, (_, i) => `c${i % kinds}`),
  });
  const usual = [1, 2, 2, 3, 2, 1, 3, 2].map((kinds, i) => awards(`s${i}`, kinds));
  const found = heterogeneousSuppliers([...usual, awards('all', 12), awards('few', 12, 15)]);
  expect(found).toMatchObject({ status: 'ok', found: [{ supplier: 'all', awards: 24, categories: 12 }] });
  expect(heterogeneousSuppliers(usual.slice(0, 5)).status).toBe('insufficient_data');
  const alike = heterogeneousSuppliers(Array.from({ length: 9 }, (_, i) => awards(`a${i}`, 2)));
  expect(alike).toMatchObject({ found: [] });
});

test('PR-05: a fixed order is told after three rounds, each once a round in any order is not', () => {
  const robin = Array.from({ length: 20 }, (_, t) => t % 4);
  expect(breaksOf(robin, 4)).toBe(0);
  expect(fixedOrder(robin, 4)!.p).toBeLessThan(0.02);
  expect(fixedOrder(robin.slice(0, 11), 4)).toBeNull();
  expect(fixedOrder([0, 1, 2, 3, 2, 0, 3, 1, 1, 3, 0, 2, 3, 2, 1, 0, 2, 1, 3, 0], 4)!.p).toBeGreaterThan(0.1);
  expect(rotation({ winners: robin, members: 4, values: robin.map((_, t) => 1 + ((7 * t) % 5)) })).toMatchObject({
    status: 'ok',
    fixedOrder: { breaks: 0 },
  });
});

test('PR-05: who wins all but one takes no turns', () => {
  const nearlyAll = Array.from({ length: 22 }, (_, t) => (t === 1 ? 1 : 0));
  expect(breaksOf(nearlyAll, 3)).toBe(19);
  expect(fixedOrder(nearlyAll, 3)!.p).toBe(1);
  const found = rotation({ winners: nearlyAll, members: 3 });
  expect(found.status === 'ok' && found.p).toBeGreaterThan(0.5);
});
