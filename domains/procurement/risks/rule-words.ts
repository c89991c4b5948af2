import type { Words } from '@opengoa/kernel/contract';

const pair = (zh: string, en: string): Words => ({ zh, en });

/** What the settings of this room’s rules and the fields of their evidence are called on pages. */
export const ruleWords: Readonly<Record<string, Words>> = {
  llr: pair('规则自身的证据强度', 'strength of its own evidence'),
  inquiry: pair('询价', 'inquiry'),
  quotes: pair('报价份数', 'quotes'),
  amountFen: pair('报价金额', 'amount'),
  valid: pair('评审有效', 'judged valid'),
  'procurement.award-inquiry': pair('确定成交', 'award an inquiry'),
};
