import type { TableShape } from '@opengoa/kernel/exchange';
import { splitRatio } from '../../methods/reports/denominator-gaming.ts';
import { targetHugging } from '../../methods/reports/target-hugging.ts';
import { all, amount, insufficientAnswer, name, numberIn, percent, textIn, toVerify } from '../columns-and-cells.ts';
import { checkLimits } from '../file-checks.ts';
import { type AnalysisAnswer, type AnalysisMethod, SettingRefused } from '../method.ts';

const above = (zh: string, en: string, ...aliases: string[]) => amount(zh, en, ...aliases);
const input: TableShape = {
  title: { zh: '人均（面积）指标完成情况', en: 'targets of use per head' },
  columns: {
    unit: name('单位', 'Unit'),
    before: above('上年消费量', 'Use before', '上年用量'),
    after: above('本年消费量', 'Use after', '本年用量'),
    headsBefore: above('上年人数（面积）', 'Heads before', '上年人数'),
    headsAfter: above('本年人数（面积）', 'Heads after', '本年人数'),
    target: above('下降目标（%）', 'Reduction to reach, %', '目标', '下降目标'),
  },
};
const leastNear = 20;

/** Whether a reduction per head comes from the use or from the heads (AU-09), and whether units crowd just above their target (AU-10, of all of them). */
export const perHeadTargets: AnalysisMethod = {
  name: 'per-head-targets',
  about: {
    zh: '人均指标：下降来自用量还是分母；各单位是否集中在目标线上方（单位为空的行）',
    en: 'Reductions per head: by the use or by the heads; and whether units crowd just above the target (the row without a unit)',
  },
  input,
  settings: {
    'denominator-rise': { zh: '人数（面积）增加多少起提示', en: 'rise of the heads from which it is told' },
    window: { zh: '目标线上下各几个百分点（默认2）', en: 'points on each side of the target (2)' },
  },
  output: ['unit', 'pattern', 'perHead', 'use', 'heads'],
  async *run(rows, _files, settings, tools) {
    const rise = (await checkLimits(settings, '2026-01-01'))('denominator-rise');
    const window = Number(settings['window'] ?? 2);
    if (!(window > 0)) throw new SettingRefused({ zh: '--window 须大于0。', en: '--window takes a number above 0.' });
    const reached: number[] = [];
    for (const row of await all(rows)) {
      const at = (column: string) => numberIn(row, column)!;
      if (![at('before'), at('after'), at('headsBefore'), at('headsAfter')].every((value) => value > 0)) {
        tools.passOver(row, { zh: '消费量与人数须大于0', en: 'use and heads must be above 0' });
        continue;
      }
      const { perHeadChange, logEnergy, logDenominator } = splitRatio(
        [at('before'), at('after')],
        [at('headsBefore'), at('headsAfter')],
      );
      const [use, heads] = [Math.expm1(logEnergy), Math.expm1(-logDenominator)];
      const target = at('target') / 100;
      reached.push(100 * (-perHeadChange - target));
      const byHeads = -perHeadChange >= target && -use < target;
      const flag = byHeads && heads > rise ? 1 : 0;
      const zh = `人均${signed(perHeadChange)}%，其中用量${signed(use)}%、人数（面积）${signed(heads)}%`;
      const en = `per head ${signed(perHeadChange)} %: use ${signed(use)} %, heads ${signed(heads)} %`;
      yield {
        values: { unit: textIn(row, 'unit'), pattern: 'denominator', perHead: perHeadChange, use, heads },
        score: byHeads ? Math.min(1, 0.5 * Math.max(0, heads / Math.max(rise, 1e-9))) : 0,
        flag,
        reason: flag
          ? toVerify(
              `${zh}，仅靠分母达标。请提供人员（面积）变动依据`,
              `${en}: reached by the heads alone. Show what changed`,
            )
          : { zh, en },
      };
    }
    yield crowding(reached, window);
  },
};

const signed = (change: number): string => `${change > 0 ? '+' : ''}${percent(change)}`;

function crowding(points: readonly number[], window: number): AnalysisAnswer {
  const over = points.filter((point) => point >= 0 && point <= window).length;
  const under = points.filter((point) => point < 0 && point >= -window).length;
  const values = { unit: '', pattern: 'target-hugging', perHead: null, use: null, heads: null };
  if (over + under < leastNear)
    return insufficientAnswer(values, [
      {
        zh: `目标线上下${window}个百分点内有${over + under}家，至少需要${leastNear}家`,
        en: `${over + under} units within ${window} points of the target; ${leastNear} are needed`,
        needed: leastNear,
        found: over + under,
      },
    ]);
  const p = targetHugging(over, under);
  const zh = `目标线上方${window}个百分点内${over}家、下方${under}家（p=${p.toFixed(4)}）；说明整体，不指任何一家`;
  const en = `${over} just above and ${under} just below the target (p=${p.toFixed(4)}); of all, and of no unit`;
  return { values, score: 1 - p, flag: p < 0.01 ? 1 : 0, reason: p < 0.01 ? toVerify(zh, en) : { zh, en } };
}
