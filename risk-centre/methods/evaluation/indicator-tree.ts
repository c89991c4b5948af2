/** EV-01: objective, dimensions, indicators; what keeps a tree of indicators from being adopted. */
import { type IndicatorDefinition, vanityOf } from '@opengoa/kernel/risk-kit';
import type { Words } from '@opengoa/kernel/words';
import type { Scale } from './scale-indicator.ts';

export interface Indicator extends Omit<IndicatorDefinition, 'better'> {
  readonly id: string;
  readonly definition: Words;
  /** Fixed beforehand; the direction is the scale's. */
  readonly scale: Scale;
  /** Among those of its node, of sum 1. */
  readonly weight: number;
  /** The post that answers for it. */
  readonly owner: string;
  /** `native`: reckoned from records of the operation (原生数据). `derived`: entered or estimated (衍生数据). */
  readonly source: 'native' | 'derived';
}

export interface IndicatorNode {
  readonly id: string;
  readonly title: Words;
  readonly weight: number;
  readonly parts: readonly (IndicatorNode | Indicator)[];
}

export interface TreeProblem {
  readonly id: string;
  readonly says: Words;
}

/** More cannot be weighed against each other in pairs. */
const mostUnderOneNode = 7;

/** All that is wrong with a tree, in the order of the tree; empty where it may be adopted. */
export function problemsOfTree(node: IndicatorNode): TreeProblem[] {
  const { id, parts } = node;
  const own: TreeProblem[] = [];
  const sum = parts.reduce((all, { weight }) => all + weight, 0);
  if (parts.length === 0) own.push({ id, says: { zh: '没有下级指标', en: 'has nothing below it' } });
  else if (Math.abs(sum - 1) > 1e-6)
    own.push({
      id,
      says: { zh: `下级权重之和为${sum.toFixed(4)}，应为1`, en: `weights below sum to ${sum.toFixed(4)}` },
    });
  if (parts.length > mostUnderOneNode)
    own.push({
      id,
      says: {
        zh: `下级${parts.length}项，最多${mostUnderOneNode}项`,
        en: `${parts.length} below it, at most ${mostUnderOneNode}`,
      },
    });
  return [...own, ...parts.flatMap((part) => ('parts' in part ? problemsOfTree(part) : problemsOfIndicator(part)))];
}

function problemsOfIndicator({ id, title, definition, scale, weight, owner }: Indicator): TreeProblem[] {
  const problems: TreeProblem[] = [];
  const vanity = vanityOf({ title, definition, better: scale.better });
  if (vanity) problems.push({ id, says: vanity.why });
  if (!(weight > 0)) problems.push({ id, says: { zh: '权重应大于0', en: 'its weight is not above 0' } });
  if (owner.trim() === '') problems.push({ id, says: { zh: '没有责任岗位', en: 'nobody answers for it' } });
  if (!(scale.low < scale.high))
    problems.push({ id, says: { zh: '评分上下限未拉开', en: 'the bounds of its scale do not rise' } });
  return problems;
}
