import type { TableShape } from '@opengoa/kernel/exchange';
import { intermittentDemand } from '../../methods/services/intermittent-demand.ts';
import { all, amount, insufficientAnswer, name, numberIn, textIn } from '../columns-and-cells.ts';
import { type AnalysisMethod, SettingRefused } from '../method.ts';

const input: TableShape = {
  title: { zh: '各期需求', en: 'demand by period' },
  columns: {
    item: name('品类', 'Item', '物品', '服务'),
    period: name('时期', 'Period', '月份', '周'),
    demand: amount('需求量', 'Demand', '数量', '领用量'),
  },
};

/** What a period will ask of a thing that is seldom asked for (SV-01), periods without a row being periods without demand where others have one. */
export const seldomAskedFor: AnalysisMethod = {
  name: 'seldom-asked-for',
  about: {
    zh: '间歇性需求预测：备件等不常领用的品类，每期需求（Croston 及其修正）',
    en: 'Demand a period of what is seldom asked for (Croston, and corrected)',
  },
  input,
  settings: { smoothing: { zh: '平滑系数（默认0.1）', en: 'smoothing in (0, 1] (0.1)' } },
  output: ['item', 'periods', 'size', 'interval', 'croston', 'forecast'],
  async *run(rows, _files, settings) {
    const alpha = Number(settings['smoothing'] ?? 0.1);
    if (!(alpha > 0 && alpha <= 1))
      throw new SettingRefused({ zh: '--smoothing 须在0与1之间。', en: '--smoothing takes a number in (0, 1].' });
    const known = await all(rows);
    const periods = [...new Set(known.map((row) => textIn(row, 'period')))].toSorted((a, b) => a.localeCompare(b));
    for (const [item, own] of Map.groupBy(known, (row) => textIn(row, 'item'))) {
      const byPeriod = Map.groupBy(own, (row) => textIn(row, 'period'));
      const demands = periods.map((period) =>
        (byPeriod.get(period) ?? []).reduce((sum, row) => sum + numberIn(row, 'demand')!, 0),
      );
      const found = intermittentDemand(demands, alpha);
      const values = { item, periods: periods.length };
      if (found.status !== 'ok') {
        yield insufficientAnswer(
          { ...values, size: null, interval: null, croston: null, forecast: null },
          found.reasons,
        );
        continue;
      }
      const { size, interval, croston, corrected } = found;
      yield {
        values: { ...values, size, interval, croston, forecast: corrected },
        score: 0,
        flag: 0,
        reason: {
          zh: `约每${interval.toFixed(1)}期一次，每次${size.toFixed(1)}，每期预计${corrected.toFixed(2)}`,
          en: `about every ${interval.toFixed(1)} periods ${size.toFixed(1)}: ${corrected.toFixed(2)} a period`,
        },
      };
    }
  },
};
