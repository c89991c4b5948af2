import type { TableShape } from '@opengoa/kernel/exchange';
import { type HeadGroup, type MeterOf, reportTruth } from '../methods/reports/report-truth.ts';
import { periodOf, type ReportPoint, seriesOf } from '../methods/reports/report-series.ts';
import { type AnalysisMethod, type AnalysisRows, type AnalysisTools, SettingRefused } from './method.ts';

const unit = { type: 'text', required: true, maxLength: 200, title: { zh: '单位', en: 'Unit' } } as const;
const indicator = { type: 'text', required: true, maxLength: 200, title: { zh: '指标', en: 'Indicator' } } as const;
const periodShape = {
  type: 'text',
  maxLength: 40,
  takesDates: true,
  title: { zh: '期间', en: 'Period' },
  aliases: ['月份', '年月', 'month', 'date'],
  check: (text: string) =>
    periodOf(text) === null
      ? { zh: `“${text}”不是月份或年份，请写成 2026-10`, en: `“${text}” is no month and no year; write it as 2026-10` }
      : null,
} as const;
const value = {
  type: 'decimal',
  decimals: 'as-measured',
  min: 0,
  title: { zh: '填报值', en: 'Value' },
  aliases: ['数值', '用量'],
} as const;
const above0 = { type: 'decimal', decimals: 'as-measured', min: 0 } as const;

const input: TableShape = {
  title: { zh: '填报数据', en: 'reports' },
  columns: { unit, period: { ...periodShape, required: true }, indicator, value: { ...value, required: true } },
};
const heads: TableShape = {
  title: { zh: '共用一只表的单位及其人数', en: 'units sharing one meter and their heads' },
  columns: {
    unit,
    group: { type: 'text', required: true, maxLength: 200, title: { zh: '共用组', en: 'Group' }, aliases: ['总表'] },
    heads: { ...above0, required: true, title: { zh: '人数', en: 'Heads' }, aliases: ['面积', '分母', 'area'] },
  },
};
const meters: TableShape = {
  title: { zh: '表计', en: 'meters' },
  columns: {
    unit,
    indicator,
    period: periodShape,
    value: { ...value, title: { zh: '表计用量', en: 'Metered' }, aliases: ['读数', 'reading'] },
    multiplier: { ...above0, title: { zh: '倍率', en: 'Multiplier' } },
    resolution: { ...above0, title: { zh: '最小计量', en: 'Resolution' } },
  },
};

/** Were these reports measured? See `methods/reports`. All reports are held in memory, since one speaks of another. */
export const reportTruthOfFiles: AnalysisMethod = {
  name: 'report-truth',
  about: {
    zh: '填报真实性：按人头或固定比例分摊、上年乘比例、照抄、末位数字、精度',
    en: 'Report truth: shares per head or fixed, last year times a ratio, copies, digits, precision',
  },
  input,
  files: { heads, meters },
  settings: {
    'least-units': {
      zh: '至少几家保持固定比例才提示（没有说明共用一只表的单位；默认3）',
      en: 'how many units must keep one proportion (where nobody said that they share a meter; 3)',
    },
  },
  output: ['unit', 'indicator', 'from', 'to', 'pattern', 'parameter'],
  async *run(rows, files, settings, tools) {
    const least = Number(settings['least-units'] ?? 3);
    if (!Number.isInteger(least) || least < 2)
      throw new SettingRefused({
        zh: '--least-units 须为2以上的整数。',
        en: '--least-units takes a whole number from 2.',
      });
    const series = [...(await pointsOf(rows, tools)).values()].map((each) =>
      seriesOf(each.unit, each.indicator, [...each.points.values()]),
    );
    const groups = files['heads'] ? await groupsOf(files['heads'], tools) : [];
    const known = files['meters'] ? await metersOf(files['meters']) : [];
    for (const { score, flag, reason, ...values } of reportTruth(series, groups, known, least))
      yield { values, score, flag, reason };
  },
};

interface Points {
  readonly unit: string;
  readonly indicator: string;
  readonly points: Map<string, ReportPoint>;
}

async function pointsOf(rows: AnalysisRows, tools: AnalysisTools): Promise<Map<string, Points>> {
  const all = new Map<string, Points>();
  for await (const row of rows) {
    const own = { unit: String(row.values['unit']), indicator: String(row.values['indicator']) };
    const key = `${own.unit}\u0000${own.indicator}`;
    const period = periodOf(String(row.values['period']))!;
    const { points } = all.get(key) ?? { points: new Map<string, ReportPoint>() };
    all.set(key, { ...own, points });
    if (points.has(period))
      tools.passOver(row, {
        zh: `${own.unit}的${own.indicator}在${period}已有一行，取先出现的`,
        en: `there is a row of ${own.unit}, ${own.indicator}, ${period} already; the first one counts`,
      });
    else points.set(period, { period, value: Number(row.values['value']) });
  }
  return all;
}

async function groupsOf(rows: AnalysisRows, tools: AnalysisTools): Promise<HeadGroup[]> {
  const groups = new Map<string, Map<string, number>>();
  for await (const row of rows) {
    const [group, member] = [String(row.values['group']), String(row.values['unit'])];
    const members = groups.get(group) ?? new Map<string, number>();
    groups.set(group, members);
    if (Number(row.values['heads']) <= 0)
      tools.passOver(row, { zh: '分母须大于0', en: 'what a total is spread by must be above 0' });
    else if (members.has(member))
      tools.passOver(row, {
        zh: `${member}在${group}中已有一行`,
        en: `there is a row of ${member} in ${group} already`,
      });
    else members.set(member, Number(row.values['heads']));
  }
  return [...groups].map(([group, members]) => ({
    group,
    members: [...members].map(([member, count]) => ({ unit: member, heads: count })),
  }));
}

async function metersOf(rows: AnalysisRows): Promise<MeterOf[]> {
  const known = new Map<string, MeterOf & { readonly readings: Map<string, number> }>();
  for await (const { values } of rows) {
    const own = { unit: String(values['unit']), indicator: String(values['indicator']) };
    const key = `${own.unit}\u0000${own.indicator}`;
    const before = known.get(key) ?? { ...own, step: null, readings: new Map<string, number>() };
    const [resolution, period, reading] = [values['resolution'], values['period'], values['value']];
    const step = resolution ? Number(resolution) * Number(values['multiplier'] ?? 1) : before.step;
    if (typeof period === 'string' && typeof reading === 'number') before.readings.set(periodOf(period)!, reading);
    known.set(key, { ...before, step });
  }
  return [...known.values()];
}
