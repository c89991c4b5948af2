import type { Words } from '@opengoa/kernel/words';

export const expenseKinds = {
  property: { zh: '物业服务费', en: 'Property service' },
  heating: { zh: '供暖费', en: 'Heating' },
  repair: { zh: '零星维修', en: 'Small repairs' },
  equipment: { zh: '电梯消防等设备维保', en: 'Upkeep of equipment' },
  insurance: { zh: '保险税费', en: 'Insurance and dues' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Words>;

/** What the cost of a building is made of. */
export const costParts = {
  depreciation: { zh: '折旧', en: 'Depreciation' },
  rent: { zh: '租金', en: 'Rent' },
  energy: { zh: '能源', en: 'Energy' },
  property: { zh: '物业', en: 'Property service' },
  repair: { zh: '维修', en: 'Repair' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Words>;

/** Who bears what falls on a room. */
export const costBearers = {
  unit: { zh: '用房单位', en: 'Unit' },
  vacant: { zh: '闲置', en: 'Vacant' },
  house: { zh: '服务整栋房屋', en: 'Serves the house' },
} as const satisfies Record<string, Words>;

export const costFactWords = {
  'space.ExpenseRecorded': { zh: '登记用房费用', en: 'Expense recorded' },
  'space.ExpenseStruck': { zh: '冲销用房费用', en: 'Expense struck' },
} as const satisfies Record<string, Words>;

export const costRefusals: Readonly<Record<string, Words>> = {
  'expense-backwards': { zh: '费用期间的结束日期不能早于开始日期。', en: 'The stretch ends after it begins.' },
  'expense-entered': {
    zh: '票据 {receipt} 的同类费用已登记，期间自 {from} 起。',
    en: 'Receipt {receipt} was entered before, for a stretch from {from}.',
  },
  'expense-struck': { zh: '该笔费用已冲销。', en: 'This was struck before.' },
};
