import type { TableShape } from '@opengoa/kernel/exchange';
import { benefitReview } from '../../methods/systems/benefit-review.ts';
import { all, amount, insufficientAnswer, name, numberIn, percent, textIn, toVerify } from '../columns-and-cells.ts';
import { checkLimits } from '../file-checks.ts';
import { type AnalysisMethod, SettingRefused } from '../method.ts';

const input: TableShape = {
  title: { zh: '系统年度效益', en: 'benefit of systems by year' },
  columns: {
    system: name('系统', 'System', '项目'),
    year: { type: 'integer', min: 0, max: 9999, required: true, title: { zh: '年度', en: 'Year' } },
    planned: amount('论证节约', 'Planned saving', '计划节约'),
    actual: amount('实际节约', 'Actual saving'),
    cost: amount('成本', 'Cost', '费用', '支出'),
  },
};

/** What a system saved beside what its appraisal promised (IS-06). */
export const systemBenefit: AnalysisMethod = {
  name: 'system-benefit',
  about: {
    zh: '信息系统效益后评价：实际节约与论证时承诺的比较、净现值',
    en: 'What a system saved beside what its appraisal promised, and the present value of both',
  },
  input,
  settings: {
    'benefit-share': { zh: '兑现率低于多少提示', en: 'share of the promise below which one is told' },
    discount: { zh: '折现率（默认0.05）', en: 'discount a year (0.05)' },
  },
  output: ['system', 'years', 'planned', 'actual', 'realised'],
  async *run(rows, _files, settings) {
    const least = (await checkLimits(settings, '2026-01-01'))('benefit-share');
    const rate = Number(settings['discount'] ?? 0.05);
    if (!(rate >= 0 && rate < 1))
      throw new SettingRefused({ zh: '--discount 须在0与1之间。', en: '--discount takes a number from 0 to 1.' });
    for (const [system, own] of Map.groupBy(await all(rows), (row) => textIn(row, 'system'))) {
      const years = own.toSorted((a, b) => numberIn(a, 'year')! - numberIn(b, 'year')!);
      const of = (column: string) => years.map((row) => numberIn(row, column)!);
      const found = benefitReview(of('planned'), of('actual'), of('cost'), rate);
      const values = { system, years: years.length, planned: null, actual: null, realised: null };
      if (found.status !== 'ok' || found.realisation === null) {
        yield insufficientAnswer(
          values,
          found.status === 'ok'
            ? [{ zh: '论证时未承诺节约', en: 'nothing was promised', needed: 1, found: 0 }]
            : found.reasons,
        );
        continue;
      }
      const { npvPlanned, npvActual, realisation } = found;
      const zh = `兑现${percent(realisation)}%，净现值论证时${npvPlanned.toFixed(2)}、实际${npvActual.toFixed(2)}`;
      const en = `${percent(realisation)} % of the promise came, present value ${npvActual.toFixed(2)} instead of ${npvPlanned.toFixed(2)}`;
      const flag = realisation < least ? 1 : 0;
      yield {
        values: { ...values, planned: npvPlanned, actual: npvActual, realised: realisation },
        score: Math.min(1, Math.max(0, 1 - realisation / (2 * Math.max(least, 1e-9)))),
        flag,
        reason: flag ? toVerify(`${zh}。请复核是否继续投入`, `${en}. See whether to go on`) : { zh, en },
      };
    }
  },
};
