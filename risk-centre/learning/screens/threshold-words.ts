import { words } from '@opengoa/kernel/words';
import type { Words } from '@opengoa/kernel/contract';

/** Why a threshold is proposed, or left where it is. */
export const thresholdReasonWords: Readonly<Record<string, Words>> = {
  'gains-more': words('净收益更高', 'gains more'),
  'precision-below-floor': words('命中率下限低于要求，建议收紧', 'precision is not surely above the floor'),
  'too-many-alerts': words('提示多于可办理的数量，建议收紧', 'more alerts than can be handled'),
  'best-already': words('现行值已是最优，不建议调整', 'the present one is best'),
  'loss-not-told': words('没有金额损失，无法比较收益，不建议调整', 'no loss in money is told'),
  held: words('上次调整不久，暂不调整', 'moved lately: held'),
  frozen: words('来回调整两次，已冻结，请人工判断', 'moved back and forth twice: people decide'),
  'nothing-known-below': words('下调后的范围缺少核实结论，不建议调整', 'too little is known below it'),
};

export const driftWords: Readonly<Record<string, Words>> = {
  stable: words('稳定', 'stable'),
  watch: words('需关注', 'to be watched'),
  act: words('变化明显，请复核规则', 'changed: look at the kit again'),
};
export const driftTones = { stable: 'done', watch: 'check', act: 'refused' } as const;

export const answerKindWords: Readonly<Record<string, Words>> = {
  flagged: words('提示', 'flagged'),
  clear: words('未见异常', 'clear'),
  insufficient: words('数据不足', 'insufficient data'),
  notApplicable: words('不适用', 'not applicable'),
};
