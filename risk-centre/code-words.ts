import { words as pair } from '@opengoa/kernel/words';
import type { Words } from '@opengoa/kernel/contract';

/** 情形: what the codes of this room’s standards are called where people read them. */
export const codeWords: Readonly<Record<string, Words>> = {
  'false-discovery-rate': pair('误报比例上限', 'limit of false alarms'),
  'min-peers': pair('最少同类数', 'fewest peers'),
  answer: pair('单位说明', 'the unit answers'),
  rectify: pair('整改', 'rectify'),
  verify: pair('核实', 'verify'),
  escalate: pair('逾期上报', 'escalate'),
  red: pair('红', 'red'),
  orange: pair('橙', 'orange'),
  yellow: pair('黄', 'yellow'),
  blue: pair('蓝', 'blue'),
  'loss-fen': pair('预计损失', 'expected loss'),
  probability: pair('概率', 'probability'),
  'repair-hours': pair('修复工时', 'hours of a repair'),
  'tried-months': pair('检验的月份数', 'months tried on'),
  breach: pair('突破标准程度', 'how far over the standard'),
};
