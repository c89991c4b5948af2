import type { TableShape } from '@opengoa/kernel/exchange';
import { unitChange } from '../../methods/data-quality/unit-change.ts';
import { all, amount, insufficientAnswer, name, numberIn, textIn, toVerify } from '../columns-and-cells.ts';
import { checkLimits } from '../file-checks.ts';
import type { AnalysisMethod } from '../method.ts';

const input: TableShape = {
  title: { zh: '各期数值', en: 'values by period' },
  columns: {
    unit: name('单位', 'Unit', '供数单位'),
    field: name('指标', 'Field', '字段', '数据项'),
    period: name('时期', 'Period', '月份', '日期'),
    value: amount('数值', 'Value', '用量', '填报值'),
  },
};

/** Factors that units in use differ by: powers of ten, kWh and MJ, kW and kcal an hour. */
const factors = [10, 100, 1000, 3.6, 1.163] as const;
const least = 4;

/** A reported series whose level jumps by what a change of unit would make of it (DQ-06). */
export const unitChanges: AnalysisMethod = {
  name: 'unit-changes',
  about: {
    zh: '同一单位同一指标的数值整体变为原来的10、100、1000、3.6、1.163倍（或其倒数），可能改了计量单位',
    en: 'A series that jumps by 10, 100, 1000, 3.6 or 1.163, as a change of unit would make it',
  },
  input,
  settings: { 'factor-near': { zh: '与倍数相差多少以内', en: 'how near to a factor, as a share' } },
  output: ['unit', 'field', 'from', 'ratio', 'factor'],
  async *run(rows, _files, settings, tools) {
    const within = (await checkLimits(settings, '2026-01-01'))('factor-near');
    const known = (await all(rows)).filter((row) => {
      const whole = numberIn(row, 'value')! > 0;
      if (!whole) tools.passOver(row, { zh: '数值须大于0', en: 'values above 0' });
      return whole;
    });
    for (const own of Map.groupBy(known, (row) => `${textIn(row, 'unit')}\u0000${textIn(row, 'field')}`).values()) {
      const series = own.toSorted((a, b) => (textIn(a, 'period') < textIn(b, 'period') ? -1 : 1));
      const values = { unit: textIn(series[0]!, 'unit'), field: textIn(series[0]!, 'field') };
      const found = unitChange(
        series.map((row) => numberIn(row, 'value')!),
        { factors, within, least },
      );
      if (found.status !== 'ok') {
        yield insufficientAnswer({ ...values, from: '', ratio: null, factor: null }, found.reasons);
        continue;
      }
      const { at, ratio, factor } = found;
      const from = textIn(series[at]!, 'period');
      const zh = `自${from}起中位数为此前的${ratio.toFixed(3)}倍`;
      const en = `from ${from} the median is ${ratio.toFixed(3)} times what it was`;
      yield {
        values: { ...values, from, ratio, factor },
        score: factor === null ? 0 : 1,
        flag: factor === null ? 0 : 1,
        reason:
          factor === null
            ? { zh, en }
            : toVerify(
                `${zh}，接近换算倍数。请确认计量单位是否改过`,
                `${en}, near a factor of units. Was the unit changed`,
              ),
      };
    }
  },
};
