import type { TableShape } from '@opengoa/kernel/exchange';
import { type Envelopment, judgedEnvelopments } from '../../methods/ledger/data-envelopment.ts';
import { all, amount, insufficientAnswer, maybeAmount, name, numberIn, textIn } from '../columns-and-cells.ts';
import { type AnalysisAnswer, type AnalysisMethod, type AnalysisRow, SettingRefused } from '../method.ts';

const input: TableShape = {
  title: { zh: '单位运行成本', en: 'running costs of units' },
  columns: {
    unit: name('单位', 'Unit'),
    cost: amount('运行成本', 'Cost', '支出', '费用'),
    staff: amount('人数', 'Staff', '编制', '用能人数'),
    area: maybeAmount('面积', 'Area', '建筑面积'),
    visitors: maybeAmount('办事人次', 'Visitors', '服务量'),
  },
};

/**
 * Running costs beside what a unit serves (FI-08), by what others show to be possible. It shows a distance and what it is made of, flags nobody and ranks
 * nobody: one wrong record moves the frontier.
 */
export const runningCosts: AnalysisMethod = {
  name: 'running-costs',
  about: {
    zh: '运行成本：按人数、面积、服务量衡量，与同类可行水平的距离（只作对照，不排名）',
    en: 'Running costs beside staff, area and visitors, by what others show to be possible (a comparison, no ranking)',
  },
  input,
  settings: {
    returns: {
      zh: '规模：variable 只与同规模混合比较（默认），constant 可按比例放缩',
      en: 'variable (default) or constant',
    },
  },
  output: ['unit', 'possible', 'costPerHead', 'beside'],
  async *run(rows, _files, settings, tools) {
    const returns = settings['returns'] ?? 'variable';
    if (returns !== 'variable' && returns !== 'constant')
      throw new SettingRefused({
        zh: '--returns 须为variable或constant。',
        en: '--returns takes variable or constant.',
      });
    const known = (await all(rows)).filter((row) => {
      const whole = numberIn(row, 'cost')! > 0 && numberIn(row, 'staff')! > 0;
      if (!whole) tools.passOver(row, { zh: '成本与人数须大于0', en: 'cost and staff must be above 0' });
      return whole;
    });
    const outputs = ['staff', 'area', 'visitors'].filter((column) =>
      known.every((row) => numberIn(row, column) !== null),
    );
    const units = known.map((row) => ({
      inputs: [numberIn(row, 'cost')!],
      outputs: outputs.map((column) => numberIn(row, column)!),
    }));
    const found = await judgedEnvelopments(units, returns);
    if (found.status === 'ok') yield* found.units.map((each, at) => besidePossible(known, at, each, outputs.length));
    else
      for (const row of known)
        yield insufficientAnswer(
          { unit: textIn(row, 'unit'), possible: null, costPerHead: perHead(row), beside: '' },
          found.reasons,
        );
  },
};

const perHead = (row: AnalysisRow): number => numberIn(row, 'cost')! / numberIn(row, 'staff')!;

/** One unit beside the mixture of others that gives as much for less. @param services outputs that were counted */
export function besidePossible(
  known: readonly AnalysisRow[],
  at: number,
  { theta, weights }: Pick<Envelopment, 'theta' | 'weights'>,
  services: number,
): AnalysisAnswer {
  const beside = weights.flatMap((weight, i) => (weight > 0.01 && i !== at ? [textIn(known[i]!, 'unit')] : []));
  const share = (100 * theta).toFixed(0);
  return {
    values: {
      unit: textIn(known[at]!, 'unit'),
      possible: theta,
      costPerHead: perHead(known[at]!),
      beside: beside.join('；'),
    },
    score: Math.min(1, Math.max(0, 1 - theta)),
    flag: 0,
    reason: {
      zh: `以${services}项服务量衡量，同类可行成本为现有的${share}%；楼龄、气候、保密等级未计入，供对照`,
      en: `by ${services} services others do with ${share} % of its cost; age, climate and secrecy are not counted`,
    },
  };
}
