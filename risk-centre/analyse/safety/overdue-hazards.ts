import { daysBetween } from '@opengoa/kernel/calendar';
import type { TableShape } from '@opengoa/kernel/exchange';
import { overdueIndex } from '../../methods/safety/overdue-hazards.ts';
import { all, day, lastDay, maybeDay, maybeName, name, numberIn, textIn, toVerify } from '../columns-and-cells.ts';
import { checkLimits } from '../file-checks.ts';
import type { AnalysisMethod, AnalysisRow } from '../method.ts';

const input: TableShape = {
  title: { zh: '隐患台账', en: 'hazards' },
  columns: {
    id: name('隐患编号', 'Number', '编号'),
    unit: name('单位', 'Unit', '责任单位', '地点'),
    grade: {
      type: 'integer',
      min: 1,
      max: 3,
      required: true,
      title: { zh: '等级（1一般 2较大 3重大）', en: 'Grade (1 to 3)' },
      aliases: ['等级', '隐患等级'],
    },
    due: day('整改期限', 'Due', '期限'),
    closed: maybeDay('销号日期', 'Closed', '整改完成日期', '关闭日期'),
    evidence: maybeName('整改凭据', 'Evidence', '照片', '复查记录', 'photo'),
  },
};

/** Hazards past their day, weighed by grade (SF-01), and those closed without a photo or a second look. */
export const overdueHazards: AnalysisMethod = {
  name: 'overdue-hazards',
  about: {
    zh: '隐患逾期：每条是否超期、销号有无凭据，各单位逾期指数（编号为空的行）',
    en: 'Hazards: past their day or closed without evidence, and the index of each unit (rows without a number)',
  },
  input,
  settings: {
    on: { zh: '核查日（默认台账中最晚的一天）', en: 'the day that is judged (the latest of the file)' },
    'hazard-days': { zh: '逾期权重的时间尺度（天）', en: 'days after which two thirds of the weight count' },
  },
  output: ['id', 'unit', 'pattern', 'days', 'index'],
  async *run(rows, _files, settings) {
    const known = await all(rows);
    const on = settings['on'] ?? lastDay(known.flatMap((row) => [textIn(row, 'due'), textIn(row, 'closed')]));
    const limit = await checkLimits(settings, on);
    const weights = { 1: limit('hazard-1'), 2: limit('hazard-2'), 3: limit('hazard-3') };
    const [tau, most] = [limit('hazard-days'), weights[3]];
    const judged = known.map((row) => ({ row, ...standOf(row, on) }));
    for (const { row, days, closed, bare } of judged) {
      const own = overdueIndex([{ grade: numberIn(row, 'grade')!, daysOver: closed ? 0 : days }], weights, tau);
      const late = !closed && days > 0;
      const values = {
        id: textIn(row, 'id'),
        unit: textIn(row, 'unit'),
        pattern: late ? 'overdue' : bare ? 'closed-without-evidence' : '',
        days: Math.max(0, days),
        index: own,
      };
      if (late)
        yield {
          values,
          score: Math.min(1, 0.5 + own / (2 * most)),
          flag: 1,
          reason: toVerify(`整改超期${days}天`, `${days} days past its day`),
        };
      else if (bare)
        yield {
          values,
          score: 0.5,
          flag: 1,
          reason: toVerify('已销号，未见照片或复查记录', 'closed without a photo or a second look'),
        };
      else yield { values, score: 0, flag: 0, reason: { zh: '未超期', en: 'in time' } };
    }
    for (const [unit, own] of Map.groupBy(judged, ({ row }) => textIn(row, 'unit'))) {
      const open = own.filter(({ closed }) => !closed);
      const hazards = open.map(({ row, days }) => ({ grade: numberIn(row, 'grade')!, daysOver: days }));
      const index = overdueIndex(hazards, weights, tau);
      const over = open.filter(({ days }) => days > 0).length;
      yield {
        values: { id: '', unit, pattern: 'index', days: null, index },
        score: index / (index + most),
        flag: 0,
        reason: {
          zh: `未销号${open.length}条，超期${over}条，逾期指数${index.toFixed(2)}；登记数减少不等于更安全`,
          en: `${open.length} open, ${over} past their day, index ${index.toFixed(2)}; fewer on record is not safer`,
        },
      };
    }
  },
};

function standOf(row: AnalysisRow, on: string) {
  const closedOn = textIn(row, 'closed');
  const closed = closedOn !== '' && closedOn <= on;
  return {
    days: daysBetween(textIn(row, 'due'), on),
    closed,
    bare: closed && textIn(row, 'evidence') === '',
  };
}
