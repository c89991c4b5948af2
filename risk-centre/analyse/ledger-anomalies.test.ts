import { daysBetween } from '@opengoa/kernel/calendar';
import { seeded } from '@opengoa/kernel/seeded';
import { expect, test } from 'vitest';
import { analyseLedger, type LedgerChecks } from './ledger-anomalies.ts';
import { type LedgerRow, payeeKeyOf } from './ledger/ledger-rows.ts';

const checks: LedgerChecks = {
  split: { limits: [100_000], days: 15, source: { zh: '所给限额', en: 'the limit given' } },
  outlierFloor: 1_000,
};

const row = (id: string, date: string, payee: string, amount: number, more: Partial<LedgerRow> = {}): LedgerRow => ({
  id,
  date,
  day: daysBetween('1970-01-01', date),
  payee,
  payeeKey: payeeKeyOf(payee),
  amount,
  category: '办公费',
  unit: '某局',
  ...more,
});

/** A quiet year: forty suppliers at amounts of their own, and a rent. */
function quiet(): LedgerRow[] {
  const next = seeded(11);
  const rents = Array.from({ length: 12 }, (_, m) =>
    row(`rent-${m}`, `2026-${String(m + 1).padStart(2, '0')}-05`, '某物业公司', 52_000, { category: '租赁费' }),
  );
  const bought = Array.from({ length: 480 }, (_, i) => {
    const date = `2026-${String((i % 12) + 1).padStart(2, '0')}-${String(1 + Math.floor(28 * next())).padStart(2, '0')}`;
    return row(`b-${i}`, date, `供应商${i % 40}号`, Math.round(1e5 * (2 + 2 * next())) / 100);
  });
  return [...rents, ...bought];
}

const answered = (rows: readonly LedgerRow[]) => [...analyseLedger(rows, checks)];
const flagged = (rows: readonly LedgerRow[]) =>
  answered(rows).flatMap(({ id, pattern, flag }) => (flag === 1 ? [`${id} ${pattern}`] : []));

test('a quiet year: every payment is answered once, nothing is told, digits have too little to go on', () => {
  const rows = quiet();
  const answers = answered(rows);
  expect(answers.filter(({ id }) => id !== '').map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
  expect(flagged(rows)).toEqual([]);
  expect(answers[0]).toMatchObject({ id: '', pattern: 'year-end-rush', flag: 0 });
  expect(answers.find(({ pattern }) => pattern === 'digits')).toMatchObject({ id: '', score: null, flag: 0 });
  for (const { score } of answers) expect(score === null || (score >= 0 && score <= 1)).toBe(true);
});

test('the same paper twice, the same odd amount within days, and a payee written almost the same are told at the later one', () => {
  const told = flagged([
    ...quiet(),
    row('FP1', '2026-03-01', '甲公司', 9_000),
    row('FP1', '2026-05-01', '甲公司', 9_000),
    row('A1', '2026-04-01', '乙公司', 8_123.45),
    row('A2', '2026-04-04', '乙 公司', 8_123.45),
    row('C1', '2026-06-01', '云海办公用品有限公司', 7_531.2),
    row('C2', '2026-06-03', '云海市办公用品有限公司', 7_531.2),
    row('D1', '2026-07-01', '丁公司', 6_111.1),
    row('D2', '2026-07-03', '丁公司', 6_111.1),
    row('D3', '2026-07-04', '丁公司', -6_111.1),
  ]);
  expect(told.filter((each) => each.endsWith('duplicate'))).toEqual(['FP1 duplicate', 'A2 duplicate', 'C2 duplicate']);
});

test('three payments just below the limit within days are told, and their limit is said; a larger one is not split', () => {
  const parts = [98_000, 95_000, 60_000].map((amount, i) => row(`s${i}`, `2026-08-0${i + 2}`, '戊公司', amount));
  const rows = [...quiet(), ...parts, row('big', '2026-08-20', '己公司', 300_000)];
  const split = answered(rows).filter(({ pattern }) => pattern === 'split');
  expect(split.map(({ id }) => id)).toEqual(['s0', 's1', 's2']);
  expect(split[0]!.reason.zh).toContain('100000.00');
  expect(
    [...analyseLedger(rows, { ...checks, split: { ...checks.split, limits: [400_000] } })].filter(
      ({ pattern }) => pattern === 'split',
    ),
  ).toEqual([]);
});

test('a crowded December is told of the unit, and of its payments that are not paid every month', () => {
  const late = Array.from({ length: 12 }, (_, i) => row(`l${i}`, `2026-12-${20 + (i % 10)}`, `新公司${i}`, 60_000 + i));
  const told = answered([...quiet(), ...late]).filter(({ pattern, flag }) => pattern === 'year-end-rush' && flag === 1);
  expect(told[0]).toMatchObject({ id: '' });
  expect(told.some(({ id }) => id === 'l5')).toBe(true);
  expect(told.some(({ id }) => id === 'rent-11')).toBe(false);
});

test('the same December two years before makes it usual', () => {
  const years = ['2024', '2025', '2026'].flatMap((year) => [
    ...quiet().map((each) => ({ ...each, id: `${year}${each.id}`, date: each.date.replace('2026', year) })),
    ...Array.from({ length: 12 }, (_, i) =>
      row(`${year}l${i}`, `${year}-12-${20 + (i % 10)}`, `新公司${i}`, 60_000 + i),
    ),
  ]);
  const dated = years.map((each) => ({ ...each, day: daysBetween('1970-01-01', each.date) }));
  const told = flagged(dated).filter((each) => each.endsWith('year-end-rush'));
  expect(told.filter((each) => each.startsWith('2026'))).toEqual([]);
});

test('an amount far from those of its payee is told where money is at stake', () => {
  const told = (amount: number, floor: number) =>
    [...analyseLedger([...quiet(), row('far', '2026-05-20', '供应商7号', amount)], { ...checks, outlierFloor: floor })]
      .filter(({ pattern, flag }) => pattern === 'outlier' && flag === 1)
      .map(({ id }) => id);
  expect(told(90_000.5, 1_000)).toEqual(['far']);
  expect(told(90_000.5, 100_000)).toEqual([]);
});
