import { seeded } from '@opengoa/kernel/seeded';
import { expect, test } from 'vitest';
import { near } from '../worked-examples.ts';
import { budgetBurn } from './budget-burn.ts';
import { modifiedZ, peerDistances } from './cost-outliers.ts';
import { envelopments, judgedEnvelopments } from './data-envelopment.ts';
import { duplicatePayments } from './duplicate-payments.ts';
import { benfordOf, benfordShares, digitPlaces, digitTest, firstTwoDigits, mantissaArc } from './first-digits.ts';
import { invoiceSequence } from './invoice-sequence.ts';
import { overRepresented } from './over-represented.ts';
import { splitPayments } from './split-payments.ts';
import { piecesOf, textLikeness } from './text-likeness.ts';
import { fairYearEnd, yearEnd } from './year-end-rush.ts';
import examples from './worked-examples.json' with { type: 'json' };

const same = (actual: number, expected: number) => expect(actual).toSatisfy(near(expected));

test('fin.robust_z', () => {
  const { input, expected } = examples['fin.robust_z'];
  for (const [i, z] of modifiedZ(input.unit_cost).entries()) same(z, expected['modified_z(0.6745)'][i]!);
});

test('fin.year_end', () => {
  const { input, expected } = examples['fin.year_end'];
  const found = yearEnd(input.monthly);
  same(found.decemberShare, expected.dec_share);
  same(found.decemberRatio, expected.dec_over_mean_of_jan_nov);
  same(found.gini, expected.gini);
  expect(found.z).toBeGreaterThan(3.5);
  expect(yearEnd([0, ...input.monthly.slice(1)]).z).toBeNull();
});

test('fin.invoice_sequence', () => {
  const { input, expected } = examples['fin.invoice_sequence'];
  const found = invoiceSequence(input.numbers.map((number, i) => ({ number, day: input.dates[i]! })));
  expect(found).toEqual({
    consecutivePairs: expected.consecutive_pairs,
    spanDays: expected.span_days,
    isDistant: expected.flag,
  });
  expect(invoiceSequence([]).isDistant).toBe(false);
});

test('fin.fuzzy_invoice_text', () => {
  const { input, expected } = examples['fin.fuzzy_invoice_text'];
  expect(piecesOf(input.a, input.gram).size).toBe(expected.grams_a);
  expect(piecesOf(input.b, input.gram).size).toBe(expected.grams_b);
  same(textLikeness(input.a, input.b, input.gram), expected.jaccard);
  expect([textLikeness('', ''), textLikeness('甲', '甲'), textLikeness('甲', '')]).toEqual([0, 1, 0]);
});

test('fin.budget_burn', () => {
  const { input, expected } = examples['fin.budget_burn'];
  const found = budgetBurn(input.budget, input.spent_to_month_8, input.historical_share_by_month_8);
  if (found.status !== 'ok') throw new Error('insufficient');
  same(found.expectedShare, expected.expected_share);
  same(found.projected, expected.projected_full_year);
  same(100 * found.over, expected.over_pct);
  expect(budgetBurn(120, 96, []).status).toBe('insufficient_data');
  expect(() => budgetBurn(0, 1, [0.5])).toThrow(RangeError);
});

test('fin.dea_ratio', async () => {
  const { input, expected } = examples['fin.dea_ratio'];
  const units = input.input.map((used, i) => ({ inputs: [used], outputs: [input.output[i]!] }));
  const found = await envelopments(units, 'constant');
  for (const [i, { theta }] of found.entries()) same(theta, expected.ccr[i]!);
  expect(await judgedEnvelopments(units, 'constant')).toMatchObject({
    status: 'insufficient_data',
    reasons: [{ needed: 30, found: 8 }],
  });
});

test('fin.dea_2in_1out: the last unit keeps its place and has slack in the first input', async () => {
  const { input, expected } = examples['fin.dea_2in_1out'];
  const units = input.inputs.map((inputs, i) => ({ inputs, outputs: [input.output[i]!] }));
  for (const [returns, thetas] of [
    ['constant', expected.ccr],
    ['variable', expected.bcc],
  ] as const) {
    const found = await envelopments(units, returns);
    for (const [i, { theta }] of found.entries()) same(theta, thetas[i]!);
    expect(found[5]!.inputSlacks[0]).toBeCloseTo(2, 5);
    for (const at of [2, 3, 4]) expect(found[at]!.inputSlacks).toEqual([0, 0]);
  }
});

test('AU-06: digits are those that are written, and narrow or few payments are insufficient data', () => {
  expect([1.1, 0.29, 1000, 98.99, 0.05, 0, -3].map(firstTwoDigits)).toEqual([11, 29, 10, 98, 50, null, null]);
  const next = seeded(1);
  const wide = Array.from({ length: 2000 }, () => 10 ** (1 + 4 * next()));
  const found = benfordOf(wide);
  if (found.status !== 'ok') throw new Error('insufficient');
  for (const { p } of found.tests) expect(p).toBeGreaterThan(0.01);
  expect(found.arc.p).toBeGreaterThan(0.01);
  expect(benfordOf(wide.slice(0, 400)).status).toBe('insufficient_data');
  expect(benfordOf(wide.map(() => 300 + 100 * next())).status).toBe('insufficient_data');
});

test('AU-06: shares of the law sum to one, second digits of 0 to 9 and first of 1 to 9', () => {
  const sizes = { first: 9, second: 10, 'first-two': 90 };
  for (const place of digitPlaces) {
    const shares = benfordShares(place);
    expect(shares).toHaveLength(sizes[place]);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  }
  expect(benfordShares('first')[0]!.share).toBeCloseTo(0.30103, 5);
  expect(benfordShares('second')[0]!.share).toBeCloseTo(0.11968, 5);
});

test('AU-06: z carries the continuity correction, chi-squared and MAD are of their definition', () => {
  const test10 = digitTest(
    Array.from({ length: 100 }, (_, i) => (i < 40 ? 1.5 : 2 + (i % 8))),
    'first',
  );
  const [one] = test10.counts;
  expect(one).toMatchObject({ digit: 1, count: 40 });
  expect(one!.z).toBeCloseTo(
    (0.4 - Math.log10(2) - 0.005) / Math.sqrt((Math.log10(2) * (1 - Math.log10(2))) / 100),
    10,
  );
  expect(test10.df).toBe(8);
  expect(test10.conformity).toBe('nonconformity');
  expect(mantissaArc([1, 10, 100]).l2).toBeCloseTo(1, 12);
});

test('FI-10: the amount behind an over-represented pair is told, or the whole group where there is none', () => {
  const next = seeded(2);
  const wide = Array.from({ length: 3000 }, () => Math.round(100 * 10 ** (1 + 4 * next())) / 100);
  const fifty = [...wide, ...Array.from({ length: 200 }, () => 50)];
  const [pair] = overRepresented(fifty, digitTest(fifty, 'first-two'));
  expect(pair).toMatchObject({ pair: 50, repeated: { amount: 50 } });
  expect(pair!.at.length).toBeLessThan(pair!.count);
  const below = [...wide, ...Array.from({ length: 200 }, (_, i) => 9900 + i / 4)];
  const [group] = overRepresented(below, digitTest(below, 'first-two'));
  expect(group).toMatchObject({ pair: 99, repeated: null });
  expect(group!.at).toHaveLength(group!.count);
  expect(overRepresented(wide, digitTest(wide, 'first-two')).length).toBeLessThanOrEqual(1);
});

const even = [10, 11, 9, 10, 12, 10, 9, 11, 10, 10, 11];

test('FI-02: a December that is late every year, or late with everybody, is usual; one that is not is told', () => {
  const late = [...even, 45];
  const alone = fairYearEnd(late);
  const usual = fairYearEnd(late, [4.1, 4.6, 4.3]);
  const peers = fairYearEnd(late, [], [4, 4.4, 3.9, 4.1, 4.6, 4.2, 4.5, 4.3]);
  const odd = fairYearEnd(late, [1, 1.1, 0.9]);
  const either = fairYearEnd(late, [1, 1.1, 0.9], [4, 4.4, 3.9, 4.1, 4.6, 4.2, 4.5, 4.3]);
  if (![alone, usual, peers, odd, either].every(({ status }) => status === 'ok')) throw new Error('insufficient');
  expect(alone).toMatchObject({ known: 'own-months' });
  expect(alone.status === 'ok' && alone.fairZ).toBeGreaterThan(3.5);
  expect(usual).toMatchObject({ known: 'own-years' });
  expect(usual.status === 'ok' && usual.fairZ).toBeLessThan(1);
  expect(peers.status === 'ok' && peers.fairZ).toBeLessThan(1);
  expect(odd.status === 'ok' && odd.fairZ).toBeGreaterThan(3.5);
  expect(either).toMatchObject({ known: 'peers' });
  expect(fairYearEnd([...Array.from({ length: 8 }, () => 0), 1, 2, 3, 9]).status).toBe('insufficient_data');
});

test('FI-03: a payment twice is found, a rent is not, and what was paid back is not', () => {
  const next = seeded(3);
  const odd = Array.from({ length: 40 }, (_, i) => ({
    payee: 'a',
    day: 9 * i,
    amount: Math.round(1e5 * next()) / 100,
  }));
  const rent = Array.from({ length: 12 }, (_, i) => ({ payee: 'rent', day: 30 * i, amount: 5200 }));
  const fares = Array.from({ length: 300 }, (_, i) => ({ payee: 'fare', day: i, amount: [3.6, 3.7, 3.8][i % 3]! }));
  const twice = { ...odd[7]!, day: odd[7]!.day + 3 };
  const paid = { ...odd[20]!, day: odd[20]!.day + 3 };
  const back = { ...odd[20]!, day: odd[20]!.day + 10, amount: -odd[20]!.amount };
  const found = duplicatePayments([...odd, ...rent, ...fares, twice, paid, back]);
  expect(found.filter(({ expected }) => expected < 0.05)).toEqual([
    expect.objectContaining({ later: 352, earlier: 7, daysApart: 3 }),
  ]);
});

test('FI-04: three parts just below a step in a week are found, a steady supplier is not', () => {
  const parts = [0, 2, 6].map((day) => ({ payee: 'new', day: 100 + day, amount: 9500 }));
  const steady = Array.from({ length: 120 }, (_, i) => ({ payee: 'steady', day: 3 * i, amount: 4000 + 10 * i }));
  const found = splitPayments([...parts, ...steady], 10_000, 15, 365);
  expect(found.filter(({ expected }) => expected <= 0.1)).toEqual([
    expect.objectContaining({ at: [0, 1, 2], sum: 28_500 }),
  ]);
});

test('FI-07: an amount far from those of its item is told by how far, in small groups not at all', () => {
  const amounts = [310, 295, 305, 330, 298, 312, 301, 900, 5, 7];
  const found = peerDistances(amounts, [...amounts.slice(2).map(() => 'item'), 'few', 'few']);
  expect(found[7]!.z).toBeGreaterThan(3.5);
  expect(found[9]).toBeNull();
});
