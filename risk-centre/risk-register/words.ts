import type { Words } from '@opengoa/kernel/contract';
import { words as pair } from '@opengoa/kernel/words';
import type { riskOffices, RiskState } from './contract.ts';

export const riskStateWords: Readonly<Record<RiskState, Words>> = {
  open: pair('待处置', 'To be dealt with'),
  accepted: pair('已接受', 'Accepted'),
  expired: pair('接受已到期', 'Acceptance expired'),
  closed: pair('已关闭', 'Closed'),
};

export const riskOfficeWords: Readonly<Record<(typeof riskOffices)[number], Words>> = {
  vehicles: pair('公务用车', 'Official vehicles'),
  energy: pair('公共机构节能', 'Energy'),
  space: pair('办公用房', 'Office space'),
  assets: pair('国有资产', 'Assets'),
  procurement: pair('采购询价', 'Procurement'),
  finance: pair('财务', 'Finance'),
  information: pair('信息系统', 'Information systems'),
  safety: pair('安全保卫', 'Safety'),
  services: pair('后勤服务', 'Services'),
  other: pair('其他', 'Other'),
};

/** 1 to 5, as people say them. */
export const likelihoodWords: Readonly<Record<string, Words>> = {
  1: pair('1 极少', '1 rare'),
  2: pair('2 不大可能', '2 unlikely'),
  3: pair('3 可能', '3 possible'),
  4: pair('4 很可能', '4 likely'),
  5: pair('5 几乎肯定', '5 almost certain'),
};
export const consequenceWords: Readonly<Record<string, Words>> = {
  1: pair('1 很轻', '1 slight'),
  2: pair('2 较轻', '2 minor'),
  3: pair('3 中等', '3 moderate'),
  4: pair('4 严重', '4 major'),
  5: pair('5 重大', '5 severe'),
};

export const riskRefusals: Readonly<Record<string, Words>> = {
  'post-not-of-unit': pair('责任岗位应在该单位内。', 'The post that answers for it must be of the unit.'),
  'residual-above': pair(
    '控制后的可能性和后果都不能高于控制前。',
    'What is left after the controls cannot be above what it was before.',
  ),
  'own-risk': pair(
    '责任岗位上的人不能自己接受这项风险，请由其他领导决定。',
    'Whoever answers for a risk does not accept it; another leader decides.',
  ),
  'risk-not-acceptable': pair(
    '{level}级剩余风险不得接受，请先采取措施降低。',
    'A residual risk of level {level} may not be accepted; lower it first.',
  ),
  'acceptance-too-long': pair(
    '{level}级剩余风险一次最多接受 {days} 天，最晚到 {last}。',
    'A residual risk of level {level} is accepted for at most {days} days, until {last}.',
  ),
  'acceptance-past': pair('接受期限应晚于今天。', 'The last day must lie after today.'),
  'acceptance-runs': pair('接受期限还没有到。', 'The acceptance still holds.'),
};
