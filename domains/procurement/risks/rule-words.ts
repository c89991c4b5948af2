import type { Words } from '@opengoa/kernel/contract';

const pair = (zh: string, en: string): Words => ({ zh, en });

/** What the settings of this room’s rules and the fields of their evidence are called on pages. */
export const ruleWords: Readonly<Record<string, Words>> = {
  llr: pair('规则自身的证据强度', 'strength of its own evidence'),
  inquiry: pair('询价', 'inquiry'),
  quotes: pair('报价份数', 'quotes'),
  amountFen: pair('报价金额', 'amount'),
  valid: pair('评审有效', 'judged valid'),
  markup: pair('假定的高出比例', 'assumed markup'),
  share: pair('比例', 'share'),
  cv: pair('离散系数', 'coefficient of variation'),
  tail: pair('尾概率界限', 'tail'),
  'tail probability': pair('尾概率', 'tail probability'),
  inquiries: pair('询价次数', 'inquiries'),
  units: pair('单位数', 'units'),
  'least-inquiries': pair('最少询价次数', 'fewest inquiries'),
  'least-units': pair('最少可比单位', 'fewest units'),
  'least-comparable': pair('最少同类询价', 'fewest comparable inquiries'),
  quotesInTime: pair('按时报价份数', 'quotes in time'),
  judgedNotValid: pair('判为无效份数', 'judged not valid'),
  'procurement.award-inquiry': pair('确定成交', 'award an inquiry'),
};
