import { join } from 'node:path';
import { isRefusal, jobActor, newId, type RiskSource } from '@opengoa/kernel';
import { reading } from '@opengoa/kernel/host';
import { loadKit, type StandardsInForce } from '@opengoa/kernel/risk-kit';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import procurement from '../domain.ts';
import { madeUpCode } from '../testing/made-up-codes.ts';
import { awardsConcentrated, losesOften, quoteTogether, splitInquiries, turnsAtWinning } from './gather-dealings.ts';
import {
  closePrices,
  disqualifiedOften,
  identicalQuotes,
  lateQuoteWon,
  lowestDisqualified,
  othersDisqualified,
  patternedQuotes,
  priceGaps,
  shortNotice,
  singleQuote,
} from './gather-inquiries.ts';

let at: House;
let now = new Date('2026-03-02T09:00:00+08:00');
const person = newId();

beforeAll(async () => {
  at = await house({ rooms: [procurement], clock: () => now });
});
afterAll(() => at?.close());

interface Quoted {
  readonly yuan: number;
  readonly valid: boolean;
  readonly late?: boolean;
  readonly won?: boolean;
}

/** An inquiry that goes its whole way; `award` false leaves it open to judge. */
async function asked(title: string, quotes: readonly Quoted[], award = true): Promise<string> {
  const clerk = at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { person });
  const head = at.with([{ role: 'head', unit: at.ids.finance, below: true }]);
  now = new Date('2026-03-02T09:00:00+08:00');
  const published = await clerk.does('procurement.publish-inquiry', {
    unit: at.ids.finance,
    title,
    kind: 'repair',
    estimateFen: 2_000_000,
    method: 'open',
    rule: 'lowest',
    deadline: '2026-03-04T17:00:00+08:00',
  });
  const inquiry = published.facts[0]!.object.id;
  const entered: string[] = [];
  for (const [n, { yuan, late = false }] of quotes.entries()) {
    now = new Date(`2026-03-0${late ? 5 : 3}T10:00:00+08:00`);
    const quote = { inquiry, supplier: `${n + 1}号`, code: madeUpCode(n), amountFen: yuan * 100 };
    const { facts } = await clerk.does('procurement.enter-quote', { ...quote, receivedAt: now.toISOString() });
    entered.push(facts[0]!.id);
  }
  now = new Date('2026-03-06T09:00:00+08:00');
  await clerk.does('procurement.open-quotes', { inquiry });
  for (const [n, { valid }] of quotes.entries())
    await clerk.does('procurement.judge-quote', { quote: entered[n]!, valid, why: '见评审记录' });
  const winner = entered[quotes.findIndex(({ won }) => won)]!;
  if (award) await head.does('procurement.award-inquiry', { inquiry, quote: winner, reason: '见评审记录' });
  return inquiry;
}

/** What a kit says of each case its source hands over, as the job would ask. */
async function judgedBy(
  source: RiskSource,
  only?: readonly string[],
  knownBefore?: Date,
  standards: StandardsInForce = {},
): Promise<string[]> {
  const kit = await loadKit(join(procurement.folder, 'risks', source.kit));
  const job = jobActor('run-kits', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province);
  const cases = await reading(at.kernel, { actor: job, who: ['job'], room: 'procurement' }, (tx, context) =>
    source.gather(tx, ['2026-03-01', '2026-04-01'], context, only, knownBefore),
  );
  return cases.map(({ subject, inputs, unit }) => {
    expect(unit).toBe(at.ids.finance);
    const { status, rule } = kit.judge(subject, inputs, { standards });
    return `${subject.name.slice(13)} ${status} ${rule}`;
  });
}

test('awarded inquiries of the period with every quote that stood; each question finds its own', async () => {
  await asked('平常', [
    { yuan: 18_500, valid: true, won: true },
    { yuan: 19_000, valid: true },
    { yuan: 17_000, valid: false, late: true },
  ]);
  await asked('一家', [{ yuan: 18_500, valid: true, won: true }]);
  await asked('迟到', [
    { yuan: 18_500, valid: true },
    { yuan: 18_000, valid: true, late: true, won: true },
  ]);
  const out = await asked('其余无效', [
    { yuan: 18_500, valid: true, won: true },
    { yuan: 17_000, valid: false },
  ]);
  await asked('未定', [{ yuan: 18_500, valid: true, won: true }], false);
  expect(await judgedBy(singleQuote)).toEqual([
    '平常 clear clear',
    '一家 flag single',
    '迟到 clear clear',
    '其余无效 flag single',
  ]);
  expect(await judgedBy(lateQuoteWon)).toEqual([
    '平常 clear clear',
    '一家 clear clear',
    '迟到 flag late-won',
    '其余无效 clear clear',
  ]);
  expect(await judgedBy(othersDisqualified)).toEqual([
    '平常 clear clear',
    '一家 not_applicable one-quote',
    '迟到 clear clear',
    '其余无效 flag others-out',
  ]);
  expect(await judgedBy(lowestDisqualified, [out])).toEqual(['其余无效 flag lowest-out']);
  // Awarded on the 6th: on the 5th nobody knew of it.
  const sources = [singleQuote, lateQuoteWon, disqualifiedOften, closePrices, shortNotice];
  const dealings = [losesOften, quoteTogether, turnsAtWinning, splitInquiries, awardsConcentrated];
  for (const source of [...sources, ...dealings]) {
    expect(source.asKnown).toBeDefined();
    expect(await judgedBy(source, undefined, new Date('2026-03-06T00:00:00+08:00'))).toEqual([]);
    expect(await judgedBy(source, undefined, new Date('2026-03-07T00:00:00+08:00'))).toEqual(await judgedBy(source));
  }
  // A year of one unit, and no market to compare with: both are silent, and say so.
  expect((await judgedBy(disqualifiedOften)).map((line) => line.split(' ').slice(-2).join(' '))).toEqual([
    'insufficient_data too-few-units',
  ]);
  expect(await judgedBy(closePrices, [out])).toEqual(['其余无效 insufficient_data too-few-quotes']);
  const { looksAgain } = lateQuoteWon;
  expect(looksAgain?.at({ type: 'procurement.InquiryAwarded', objectId: out, body: {} })).toBe(out);
  expect(isRefusal(await at.as('林芳').read('procurement.inquiry', { id: out }))).toBe(true);
});

test('an inquiry is held against those of its own kind, rule and number of quotes, and never against itself', async () => {
  const usual = (n: number) => [
    { yuan: 18_000 + 37 * n, valid: true, won: true },
    { yuan: 19_500 + 61 * n, valid: true },
    { yuan: 21_000 + 83 * n, valid: true },
  ];
  for (let n = 0; n < 20; n += 1) await asked(`同类${n}`, usual(n));
  const close = await asked('接近', [
    { yuan: 18_000, valid: true, won: true },
    { yuan: 18_010, valid: true },
    { yuan: 18_020, valid: true },
  ]);
  expect(await judgedBy(closePrices, [close])).toEqual(['接近 flag close']);
  expect(await judgedBy(priceGaps, [close])).toEqual(['接近 insufficient_data too-few-comparable']);
  expect(await judgedBy(identicalQuotes, [close])).toEqual(['接近 clear clear']);
  expect(await judgedBy(patternedQuotes, [close])).toEqual(['接近 insufficient_data too-few-quotes']);
  // Published on Monday, quotes until Wednesday.
  expect(await judgedBy(shortNotice, [close])).toEqual(['接近 insufficient_data standard-missing']);
  const least = { value: 3, unit: 'workdays', source: { document: '办法' }, confidence: 'recalled' };
  expect(await judgedBy(shortNotice, [close], undefined, { least } as never)).toEqual(['接近 flag short']);
  const ofTheUnit = async (source: RiskSource) => (await judgedBy(source)).map((line) => line.trim());
  // The first supplier won all of them, and the second and third quoted beside it each time.
  expect(await ofTheUnit(losesOften)).toEqual(['flag loses']);
  expect(await ofTheUnit(quoteTogether)).toEqual(['clear clear']);
  expect(await ofTheUnit(turnsAtWinning)).toEqual(['clear clear']);
  expect(await ofTheUnit(awardsConcentrated)).toEqual(['insufficient_data no-market']);
  expect(await ofTheUnit(splitInquiries)).toEqual(['flag window']);
});
