/** FI-10 on rows: digits of all payments and of each unit with enough of them, and the payments behind over-represented pairs. */
import { benfordOf, type DigitTest } from '../../methods/ledger/first-digits.ts';
import { overRepresented } from '../../methods/ledger/over-represented.ts';
import { type LedgerFinding, type LedgerRow, money } from './ledger-rows.ts';

/** Digits that follow the law fall below this once in a thousand ledgers. */
const limitP = 0.001;

export function digitsIn(rows: readonly LedgerRow[]): LedgerFinding[] {
  const units = [...Map.groupBy(rows.keys(), (i) => rows[i]!.unit)];
  const all = digitsOf(rows, [...rows.keys()], '');
  if (units.length < 2) return all;
  const found = [...all, ...units.flatMap(([unit, own]) => digitsOf(rows, own, unit))];
  const best = new Map<number, LedgerFinding>();
  for (const finding of found)
    if (finding.at !== null && (finding.score ?? 0) > (best.get(finding.at)?.score ?? -1))
      best.set(finding.at, finding);
  return [...found.filter(({ at }) => at === null), ...best.values()];
}

/** @param unit empty for all units together */
function digitsOf(rows: readonly LedgerRow[], own: readonly number[], unit: string): LedgerFinding[] {
  const amounts = own.map((i) => rows[i]!.amount);
  const tested = benfordOf(amounts);
  const [zh, en] = unit === '' ? ['全部', 'all'] : [unit, unit];
  if (tested.status !== 'ok') {
    const [why] = tested.reasons;
    const reason = { zh: `${zh}：数据不足，${why!.zh}`, en: `${en}: insufficient data, ${why!.en}` };
    return [{ at: null, pattern: 'digits', score: null, flag: 0, reason }];
  }
  const whole = tested.tests.map((test) => ofTest(test, zh, en));
  const pairs = overRepresented(
    amounts,
    tested.tests.find(({ place }) => place === 'first-two')!,
  );
  return [
    ...whole,
    ...pairs.flatMap(({ pair, count, expected, z, excessShare, repeated, at }) => {
      const one = repeated && {
        zh: `，其中金额${money(repeated.amount)}有${repeated.count}笔`,
        en: `, ${repeated.count} of them ${money(repeated.amount)}`,
      };
      const reason = {
        zh: `${zh}：首两位为${pair}的付款${count}笔，按本福特定律约${expected.toFixed(0)}笔（z ${z.toFixed(1)}）${one?.zh ?? ''}`,
        en: `${en}: ${count} payments begin with ${pair}, by Benford’s law about ${expected.toFixed(0)} (z ${z.toFixed(1)})${one?.en ?? ''}`,
      };
      const flag = excessShare >= 0.5 ? 1 : 0;
      return at.map((i): LedgerFinding => ({ at: own[i]!, pattern: 'digits', score: excessShare, flag, reason }));
    }),
  ];
}

const places = {
  first: { zh: '首位', en: 'first digits' },
  second: { zh: '第二位', en: 'second digits' },
  'first-two': { zh: '首两位', en: 'first two digits' },
} as const;
const conforming = {
  close: { zh: '接近', en: 'close' },
  acceptable: { zh: '可接受', en: 'acceptable' },
  marginal: { zh: '勉强', en: 'marginal' },
  nonconformity: { zh: '不符', en: 'nonconformity' },
} as const;

function ofTest(test: DigitTest, zh: string, en: string): LedgerFinding {
  const [place, fit] = [places[test.place], conforming[test.conformity]];
  const figures = `n ${test.n}, MAD ${test.mad.toFixed(6)} (${test.madByChance.toFixed(6)}), χ² ${test.chi2.toFixed(1)} (df ${test.df}, p ${test.p.toExponential(1)})`;
  const widest = test.counts.toSorted((a, b) => Math.abs(b.z) - Math.abs(a.z)).slice(0, 3);
  const list = widest.map(({ digit, z }) => `${digit} (z ${z.toFixed(1)})`).join(', ');
  return {
    at: null,
    pattern: 'digits',
    score: Math.max(0, Math.min(1, 1 - test.madByChance / test.mad)),
    flag: test.conformity === 'nonconformity' && test.p <= limitP ? 1 : 0,
    reason: {
      zh: `${zh}：${place.zh}数字${fit.zh}，${figures}；偏离最大 ${list}`,
      en: `${en}: ${place.en} ${fit.en}, ${figures}; farthest ${list}`,
    },
  };
}
