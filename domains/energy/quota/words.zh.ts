import type { Words } from '@opengoa/kernel/contract';

/** What a quota limits, and what is divided by what. */
export const quotaIndicators = {
  electricity: { zh: '单位面积用电', en: 'Electricity per area' },
  'non-heating': { zh: '单位面积非供暖能耗', en: 'Energy per area without heating' },
  'per-capita': { zh: '人均综合能耗', en: 'Energy per head' },
  water: { zh: '人均用水', en: 'Water per head' },
} as const satisfies Record<string, Words>;

export const quotaLevels = {
  constraint: { zh: '约束值', en: 'Constraint' },
  base: { zh: '基准值', en: 'Base' },
  guide: { zh: '引导值', en: 'Guide' },
  general: { zh: '通用值', en: 'General' },
  advanced: { zh: '先进值', en: 'Advanced' },
} as const satisfies Record<string, Words>;

/** Why a figure is not told. */
export const quotaMissing = {
  'not-read': { zh: '这一年没有总表读数', en: 'no main meter was read in the year' },
  'few-days': { zh: '有读数的天数不足九成，不作比较', en: 'fewer than nine days of ten were read: not compared' },
  'no-area': { zh: '有建筑未登记面积', en: 'the area of a building is not known' },
  'no-people': { zh: '有建筑未登记用能人数', en: 'the people of a building are not known' },
  'no-factor': { zh: '有能源缺折标系数', en: 'a carrier has no factor' },
} as const satisfies Record<string, Words>;

/** How a figure stands to a value; only a paper that was confirmed asks for an explanation. */
export const quotaOutcomes = {
  ok: { zh: '不高于', en: 'not above' },
  block: { zh: '高于，须作说明', en: 'above: to be explained' },
  warn: { zh: '高于，依据待核对', en: 'above, its paper to be verified' },
  inform: { zh: '高于，仅供参考', en: 'above, for information' },
} as const satisfies Record<string, Words>;
