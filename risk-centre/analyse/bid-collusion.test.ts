import { expect, test } from 'vitest';
import { seeded } from '@opengoa/kernel/seeded';
import { analyseBids, learnFromBids } from './bid-collusion.ts';
import type { BidRow } from './bid-rows.ts';

const row = (tender: string, bidder: string, amount: number, winner = false, label: 0 | 1 | null = null): BidRow => ({
  tender,
  bidder,
  amount,
  winner,
  date: '',
  estimate: null,
  region: '',
  label,
});

/** A market of honest tenders with far-apart bids and, last, one whose bids stand close. */
function market(tenders: number, next = seeded(3)): BidRow[] {
  return Array.from({ length: tenders }, (_, t) => {
    const spread = t === tenders - 1 ? 0.01 : 0.3 + 0.1 * next();
    const amounts = Array.from({ length: 5 }, () => 1000 * (1 + spread * next()));
    return amounts.map((amount) => row(`T${t}`, '', amount, amount === Math.min(...amounts)));
  }).flat();
}

test('every tender is answered once, and the close one is flagged with its reason', () => {
  const answers = analyseBids(market(40));
  expect(answers.filter(({ bidder }) => bidder === '')).toHaveLength(40);
  for (const { score } of answers) expect(score >= 0 && score <= 1).toBe(true);
  const close = answers.find(({ tender, bidder }) => tender === 'T39' && bidder === '')!;
  expect(close).toMatchObject({ flag: 1, pattern: 'close-prices' });
  expect(close.reason.zh).toContain('以上为异常线索');
  expect(answers.filter(({ flag }) => flag === 1).length).toBeLessThanOrEqual(2);
});

test('a handful of tenders is shown and not flagged, and a lone bid is insufficient data', () => {
  const answers = analyseBids([...market(5), row('lone', '', 900, true)]);
  expect(answers.every(({ flag }) => flag === 0)).toBe(true);
  expect(answers.find(({ tender }) => tender === 'lone')).toMatchObject({ pattern: 'insufficient_data', score: 0.5 });
  expect(analyseBids([])).toEqual([]);
});

test('equal bids are told with the names of their bidders', () => {
  const rows = [...market(30), row('X', 'a', 500, true), row('X', 'b', 500), row('X', 'c', 620)];
  expect(analyseBids(rows)).toContainEqual(
    expect.objectContaining({ tender: 'X', bidder: 'a|b', pattern: 'identical-bids', flag: 1 }),
  );
});

test('four that keep meeting and share the value in turns are told as a group and as turns', () => {
  const next = seeded(11);
  const members = ['甲', '乙', '丙', '丁'];
  const won = [0, 0, 0, 0];
  const rows: BidRow[] = [];
  for (let t = 0; t < 16; t++) {
    const value = 500 + 1000 * next();
    const turn = won.indexOf(Math.min(...won));
    won[turn]! += value;
    for (const [i, name] of members.entries())
      rows.push(row(`G${t}`, name, i === turn ? value : value * (1.03 + 0.05 * next()), i === turn));
  }
  // Others who meet at random.
  for (let t = 0; t < 60; t++) {
    const names = new Set(Array.from({ length: 4 }, () => `F${Math.floor(next() * 40)}`));
    for (const [i, name] of [...names].entries()) rows.push(row(`H${t}`, name, 1000 * (1 + next()), i === 0));
  }
  const answers = analyseBids(rows);
  const turns = answers.find(({ pattern, bidder }) => pattern === 'rotation' && bidder.includes('甲'))!;
  expect(turns).toMatchObject({ flag: 1, bidder: '丁|丙|乙|甲'.split('|').toSorted().join('|') });
  expect(turns.reason.zh).toContain('中标金额轮次均衡程度');
  expect(answers.some(({ pattern, bidder }) => pattern === 'co-bidding-group' && bidder === turns.bidder)).toBe(true);
});

test('a file with labels is learned from, and another one answered by what was learned', () => {
  const next = seeded(5);
  const labelled = Array.from({ length: 80 }, (_, t) => {
    const label = t % 2 ? 1 : 0;
    const amounts = Array.from({ length: 5 }, () => 1000 * (1 + (label ? 0.04 : 0.4) * next()));
    return amounts.map((amount) => row(`L${t}`, '', amount, amount === Math.min(...amounts), label));
  }).flat();
  const model = learnFromBids(labelled);
  const answers = analyseBids(market(30), model).filter(({ bidder }) => bidder === '');
  expect(answers).toHaveLength(30);
  expect(answers.toSorted((a, b) => b.score - a.score)[0]).toMatchObject({
    tender: 'T29',
    pattern: 'learned',
    flag: 1,
  });
  expect(() => learnFromBids(labelled.filter(({ label }) => label === 1))).toThrow(RangeError);
});

test('R024 and R058: the two lowest unusually close or far apart are told with their names, in a file of fifty tenders or more', () => {
  const rows = [
    ...market(60),
    row('N', 'a', 1000, true),
    row('N', 'b', 1000.01),
    row('N', 'c', 1300),
    row('W', 'a', 1000, true),
    row('W', 'b', 1900),
    row('W', 'c', 2000),
  ];
  const answers = analyseBids(rows);
  expect(answers).toContainEqual(
    expect.objectContaining({ tender: 'N', bidder: 'a|b', pattern: 'close-to-winner', flag: 1 }),
  );
  expect(answers).toContainEqual(
    expect.objectContaining({ tender: 'W', bidder: 'a|b', pattern: 'heavily-discounted' }),
  );
  expect(analyseBids(rows.slice(-30)).some(({ pattern }) => pattern === 'close-to-winner')).toBe(false);
});
