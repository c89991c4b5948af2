import type { Words } from '@opengoa/kernel/contract';

export const budgetStates = {
  none: { zh: '未设预算', en: 'No budget' },
  'too-early': { zh: '读数不足，暂不推算', en: 'Too early to reckon' },
  within: { zh: '预算内', en: 'Within the budget' },
  warn: { zh: '预计超出，待核对', en: 'Likely above, to be checked' },
  over: { zh: '已超出，待说明', en: 'Above, to be explained' },
} as const satisfies Record<string, Words>;

/** By what the months that are left were reckoned. */
export const projections = {
  baseline: {
    zh: '用能基线 × 去年同日气温 × 今年与基线之比',
    en: 'the baseline in last year’s weather × this year’s ratio to it',
  },
  'last-year': { zh: '去年同期形状 × 今年与去年同期之比', en: 'last year’s months × this year’s ratio to them' },
  days: { zh: '今年日均用量 × 剩余天数', en: 'this year’s mean day × the days left' },
} as const satisfies Record<string, Words>;

export const climates = {
  cold: { zh: '严寒和寒冷', en: 'Severe cold and cold' },
  'hot-summer-cold-winter': { zh: '夏热冬冷', en: 'Hot summer, cold winter' },
  'hot-summer-warm-winter': { zh: '夏热冬暖', en: 'Hot summer, warm winter' },
  mild: { zh: '温和', en: 'Mild' },
} as const satisfies Record<string, Words>;

export const valueLevels = {
  constraint: { zh: '约束值', en: 'Constraint' },
  base: { zh: '基准值', en: 'Base' },
  guide: { zh: '引导值', en: 'Guide' },
} as const satisfies Record<string, Words>;

export const budgetFactWords = {
  'energy.BudgetSet': { zh: '核定年度用能预算', en: 'Energy budget set' },
} as const satisfies Record<string, Words>;

export const budgetRefusals: Readonly<Record<string, Words>> = {
  'nothing-to-break-down': {
    zh: '本单位及下级单位 {year} 年没有读数，无法按用量分解；请逐个核定。',
    en: 'Nothing was read here and below in {year}: set the budgets one by one.',
  },
  'months-not-the-year': {
    zh: '十二个月之和 {sum} 与全年预算 {amount} 不符。',
    en: 'The twelve months come to {sum}, the year to {amount}.',
  },
};
