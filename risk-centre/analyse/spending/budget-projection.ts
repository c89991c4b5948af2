import type { TableShape } from '@opengoa/kernel/exchange';
import { budgetBurn } from '../../methods/ledger/budget-burn.ts';
import {
  all,
  amount,
  day,
  insufficientAnswer,
  lastDay,
  maybeName,
  name,
  numberIn,
  percent,
  textIn,
  toVerify,
} from '../columns-and-cells.ts';
import { checkLimits } from '../file-checks.ts';
import type { AnalysisMethod, AnalysisRow } from '../method.ts';

const input: TableShape = {
  title: { zh: '支出明细', en: 'spending' },
  columns: {
    item: name('科目', 'Item', '支出科目', '经费'),
    unit: maybeName('单位', 'Unit', '预算单位'),
    date: day('日期', 'Date', '支付日期'),
    amount: amount('金额', 'Amount'),
  },
};
const budgets: TableShape = {
  title: { zh: '年度预算', en: 'budgets' },
  columns: {
    item: name('科目', 'Item', '支出科目', '经费'),
    unit: maybeName('单位', 'Unit', '预算单位'),
    year: { type: 'integer', min: 1990, max: 2200, required: true, title: { zh: '年度', en: 'Year' } },
    budget: amount('预算', 'Budget', '批复数', '预算数'),
  },
};
/** Former years of which the share by this month is taken. */
const mostYears = 5;

/** What the year comes to if the rest of it goes as in former years (FI-01), for the newest year that has a budget. */
export const budgetProjection: AnalysisMethod = {
  name: 'budget-projection',
  about: {
    zh: '经费执行预警：按往年同期进度推算全年，与预算比较',
    en: 'What a year of spending comes to by the course of former years, beside its budget',
  },
  input,
  files: { budgets },
  settings: { 'budget-near': { zh: '推算达到预算的多少起提示', en: 'share of the budget from which it is told' } },
  output: ['unit', 'item', 'year', 'budget', 'spent', 'projected'],
  async *run(rows, files, settings, tools) {
    const [known, granted] = [await all(rows), await all(files['budgets'])];
    const near = (await checkLimits(settings, lastDay(known.map((row) => textIn(row, 'date')))))('budget-near');
    const keyOf = (row: AnalysisRow) => `${textIn(row, 'unit')}\u0000${textIn(row, 'item')}`;
    const spent = Map.groupBy(known, keyOf);
    for (const own of Map.groupBy(granted, keyOf).values()) {
      const row = own.reduce((newest, each) => (numberIn(each, 'year')! > numberIn(newest, 'year')! ? each : newest));
      const [year, budget] = [numberIn(row, 'year')!, numberIn(row, 'budget')!];
      if (!(budget > 0)) {
        tools.passOver(row, { zh: '预算须大于0', en: 'a budget must be above 0' });
        continue;
      }
      const paid = spent.get(keyOf(row)) ?? [];
      const month = lastDay(ofYear(paid, year).map((each) => textIn(each, 'date'))).slice(5, 7);
      const byNow = sum(ofYear(paid, year));
      const shares = Array.from({ length: mostYears }, (_, back) => ofYear(paid, year - 1 - back)).flatMap((former) => {
        const whole = sum(former);
        const part = sum(former.filter((each) => textIn(each, 'date').slice(5, 7) <= month));
        return whole > 0 && part > 0 ? [part / whole] : [];
      });
      const values = { unit: textIn(row, 'unit'), item: textIn(row, 'item'), year, budget, spent: byNow };
      const found = budgetBurn(budget, byNow, byNow > 0 ? shares : []);
      // What is spent beyond the budget needs no former year.
      if (found.status !== 'ok' && byNow <= budget) {
        yield insufficientAnswer({ ...values, projected: null }, found.reasons);
        continue;
      }
      const projected = found.status === 'ok' ? found.projected : byNow;
      const ratio = projected / budget;
      const zh = `已支出预算的${percent(byNow / budget)}%，按往年同期进度全年约${projected.toFixed(2)}（预算的${percent(ratio)}%）`;
      const en = `${percent(byNow / budget)} % of the budget is spent, the year comes to about ${projected.toFixed(2)} (${percent(ratio)} %)`;
      const flag = ratio > near ? 1 : 0;
      yield {
        values: { ...values, projected },
        score: ratio / (ratio + near),
        flag,
        reason: flag ? toVerify(`${zh}。请核对有无调整批复`, `${en}. See whether a change was granted`) : { zh, en },
      };
    }
  },
};

const ofYear = (paid: readonly AnalysisRow[], year: number): AnalysisRow[] =>
  paid.filter((row) => textIn(row, 'date').startsWith(`${year}-`));
const sum = (paid: readonly AnalysisRow[]): number => paid.reduce((all_, row) => all_ + numberIn(row, 'amount')!, 0);
