import { words, type Words } from '@opengoa/kernel/words';

/** 数据分级: as the law on data security names them. */
export const dataLevels = {
  general: words('一般数据', 'General'),
  important: words('重要数据', 'Important'),
  core: words('核心数据', 'Core'),
} as const satisfies Record<string, Words>;
/** 共享属性: as catalogues of government data name them. */
export const sharings = {
  open: words('无条件共享', 'Shared'),
  conditional: words('有条件共享', 'Shared on conditions'),
  closed: words('不予共享', 'Not shared'),
} as const satisfies Record<string, Words>;
export const renewals = {
  live: words('实时', 'Live'),
  daily: words('每日', 'Daily'),
  monthly: words('每月', 'Monthly'),
  yearly: words('每年', 'Yearly'),
  once: words('不再更新', 'Not renewed'),
} as const satisfies Record<string, Words>;

export const dataFactWords = {
  'assets.DataDescribed': words('登记数据资产', 'Data described'),
} as const satisfies Record<string, Words>;

export const dataRefusals: Readonly<Record<string, Words>> = {
  'not-data': words(
    '“{number}”不是无形资产（A08）卡片；数据资产请先按无形资产建卡。',
    '“{number}” is no intangible asset (A08): register the data as one first.',
  ),
  'say-condition': words('有条件共享或不予共享的，请写明条件或理由。', 'Say on which conditions, or why not.'),
  'no-steward': words('请至少填写责任部门或责任人。', 'Name a department or a person who answers for it.'),
};
