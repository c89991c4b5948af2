/**
 * `energy-drivers`: why use differs between two periods, by what each driver adds, with no residual; and how much of it comes from each subject. Energy must
 * stand in one unit (kgce) where there are several carriers. `score` is a driver's size among all of them; nothing is flagged, since a change is no anomaly.
 */
import type { TableShape } from '@opengoa/kernel/exchange';
import type { Words } from '@opengoa/kernel/words';
import {
  type CarrierUse,
  type Decomposed,
  type Driver,
  driversOfChange,
  type SubjectUse,
} from '../methods/energy/drivers-of-change.ts';
import { type AnalysisAnswer, type AnalysisMethod, type AnalysisRow, SettingRefused } from './method.ts';

const amount = { type: 'decimal', decimals: 'as-measured', min: 0 } as const;
const text = { type: 'text', maxLength: 200 } as const;

const input: TableShape = {
  title: { zh: '各时期用能', en: 'use by period' },
  columns: {
    period: {
      ...text,
      required: true,
      title: { zh: '时期', en: 'Period' },
      aliases: ['年度', '月份', '期间', 'year', 'month'],
    },
    unit: {
      ...text,
      required: true,
      title: { zh: '单位或建筑', en: 'Unit' },
      aliases: ['单位', '建筑', 'building', 'name'],
    },
    activity: { ...amount, title: { zh: '面积或人数', en: 'Activity' }, aliases: ['面积', '人数', 'area', 'people'] },
    energy: {
      ...amount,
      required: true,
      title: { zh: '用能', en: 'Energy' },
      aliases: ['能耗', '用量', 'kgce', 'value'],
    },
    carrier: { ...text, title: { zh: '能源品种', en: 'Carrier' }, aliases: ['品种', 'fuel'] },
    carbon: { ...amount, title: { zh: '碳排放', en: 'Carbon' }, aliases: ['排放', 'co2'] },
  },
};

const driverWords: Readonly<Record<Driver, Words>> = {
  activity: { zh: '规模(面积或人数)', en: 'activity' },
  structure: { zh: '结构(各单位所占比重)', en: 'structure (who has which share)' },
  intensity: { zh: '强度(单位面积或人均用能)', en: 'intensity' },
  mix: { zh: '能源品种构成', en: 'mix of carriers' },
  factor: { zh: '排放因子', en: 'emission factors' },
  'came-or-went': { zh: '新增与退出', en: 'who came or went' },
  'not-comparable': { zh: '无面积或人数，不能分解', en: 'without a known activity' },
};

export const energyDrivers: AnalysisMethod = {
  name: 'energy-drivers',
  about: {
    zh: '用能变化驱动分解(LMDI)：规模、结构、强度，有碳排放时加品种与因子，各项之和等于变化量',
    en: 'Why use changed between periods (LMDI): activity, structure, intensity; of carbon also mix and factors; with no residual',
  },
  input,
  settings: {
    before: {
      zh: '基期，时期的开头即可，如 2024（默认文件中最早的时期）',
      en: 'the earlier period, or how it begins (the first one)',
    },
    now: { zh: '报告期，如 2025（默认最晚的时期）', en: 'the later period (the last one)' },
  },
  output: ['measure', 'unit', 'driver', 'before', 'now', 'effect', 'ratio'],
  async *run(rows, _files, settings, tools) {
    const kept: AnalysisRow[] = [];
    for await (const row of rows) kept.push(row);
    const periods = [...new Set(kept.map(({ values }) => String(values['period'])))].toSorted();
    const spanOf = (flag: 'before' | 'now', standing: string | undefined) => {
      const said = settings[flag] ?? standing ?? '';
      const own = periods.filter((period) => period.startsWith(said));
      if (settings[flag] !== undefined && own.length === 0)
        throw new SettingRefused({
          zh: `--${flag} 的“${said}”在文件中没有。`,
          en: `--${flag}: no period of the file begins with ${said}.`,
        });
      return { said, uses: usesIn(kept, new Set(own), tools.passOver) };
    };
    const [before, now] = [spanOf('before', periods[0]), spanOf('now', periods.at(-1))];
    const found = driversOfChange(before.uses, now.uses);
    if (found.status !== 'ok') {
      const [{ zh, en } = { zh: '', en: '' }] = found.reasons;
      const values = { measure: 'energy', unit: '', driver: '', before: null, now: null, effect: null, ratio: null };
      yield { values, score: null, flag: 0, reason: { zh: `数据不足(insufficient_data)：${zh}`, en } };
      return;
    }
    const between = { zh: `${before.said}至${now.said}`, en: `${before.said} to ${now.said}` };
    yield* driversOf('energy', found.energy, between);
    if (found.carbon) yield* driversOf('carbon', found.carbon, between);
    const largest = Math.max(...found.subjects.map(({ effect }) => Math.abs(effect)));
    const amounts = [before, now].map(({ uses }) => new Map(uses.map((use) => [use.subject, energyOf(use)])));
    for (const { subject, effect, intensity } of found.subjects)
      yield {
        values: {
          measure: 'energy',
          unit: subject,
          driver: '',
          before: amounts[0]!.get(subject) ?? null,
          now: amounts[1]!.get(subject) ?? null,
          effect,
          ratio: null,
        },
        score: largest > 0 ? Math.abs(effect) / largest : 0,
        flag: 0,
        reason:
          intensity === null
            ? {
                zh: `${between.zh}：仅一期有数据或无面积人数`,
                en: `${between.en}: one period only, or no known activity`,
              }
            : {
                zh: `${between.zh}：其中强度贡献${shown(intensity)}`,
                en: `${between.en}: ${shown(intensity)} of it by intensity`,
              },
      };
  },
};

const shown = (value: number): string => `${value >= 0 ? '+' : ''}${Number(value.toPrecision(6))}`;
const energyOf = ({ uses }: SubjectUse): number => uses.reduce((sum, { energy }) => sum + energy, 0);

function* driversOf(measure: string, { before, now, effects }: Decomposed, between: Words): Generator<AnalysisAnswer> {
  const whole = effects.reduce((sum, { effect }) => sum + Math.abs(effect), 0);
  for (const { driver, effect, ratio } of effects) {
    const percent = before > 0 ? `${((100 * effect) / before).toFixed(1)}%` : '';
    yield {
      values: { measure, unit: '', driver, before, now, effect, ratio },
      score: whole > 0 ? Math.abs(effect) / whole : 0,
      flag: 0,
      reason: {
        zh: `${between.zh}：${driverWords[driver].zh}使总量${effect >= 0 ? '增加' : '减少'}${shown(Math.abs(effect)).slice(1)}（基期的${percent}）`,
        en: `${between.en}: ${driverWords[driver].en} ${shown(effect)} (${percent} of the earlier period)`,
      },
    };
  }
}

/** Amounts of the periods summed; activity is their mean, so that a year of months has the area of its months. */
function usesIn(
  rows: readonly AnalysisRow[],
  periods: ReadonlySet<string>,
  passOver: (row: AnalysisRow, why: Words) => void,
): SubjectUse[] {
  const activity = new Map<string, Map<string, number>>();
  const uses = new Map<string, Map<string, CarrierUse>>();
  for (const row of rows) {
    const { values } = row;
    const [period, subject] = [String(values['period']), String(values['unit'])];
    if (!periods.has(period)) continue;
    const of = activity.get(subject) ?? new Map<string, number>();
    activity.set(subject, of);
    const size = values['activity'];
    if (typeof size === 'number') {
      const known = of.get(period);
      if (known !== undefined && known !== size) {
        passOver(row, {
          zh: `${subject}在${period}已有不同的面积或人数，取先出现的那行`,
          en: `${subject} has another activity in ${period}; the first row counts`,
        });
        continue;
      }
      of.set(period, size);
    }
    const carrier = String(values['carrier'] ?? '');
    const own = uses.get(subject) ?? new Map<string, CarrierUse>();
    uses.set(subject, own);
    const before = own.get(carrier) ?? { carrier, energy: 0, carbon: 0 };
    const carbon =
      typeof values['carbon'] === 'number' && before.carbon !== null ? before.carbon + values['carbon'] : null;
    own.set(carrier, { carrier, energy: before.energy + Number(values['energy']), carbon });
  }
  return [...uses].map(([subject, own]) => {
    const sizes = [...activity.get(subject)!.values()];
    const mean = sizes.length === 0 ? null : sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
    return { subject, activity: mean, uses: [...own.values()] };
  });
}
