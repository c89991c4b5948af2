import type { Words } from '@opengoa/kernel/contract';

/** Groups of rooms that a quota speaks of, and the whole of them. */
export const quotaGroups = {
  office: { zh: '办公室', en: 'Offices' },
  service: { zh: '服务用房', en: 'Service rooms' },
  equipment: { zh: '设备用房', en: 'Equipment rooms' },
  basic: { zh: '基本办公用房', en: 'Offices, service and equipment rooms' },
} as const satisfies Record<string, Words>;

export const standings = {
  within: { zh: '在核定面积内', en: 'Within' },
  above: { zh: '大于核定面积', en: 'Above' },
  none: { zh: '尚未核定', en: 'Not set' },
} as const satisfies Record<string, Words>;

export const forms = {
  'multi-storey': { zh: '多层', en: 'Multi-storey' },
  'high-rise': { zh: '高层', en: 'High-rise' },
} as const satisfies Record<string, Words>;

export const quotaFactWords = {
  'space.QuotaSet': { zh: '核定面积', en: 'Quota set' },
  'space.QuotaStruck': { zh: '撤销核定', en: 'Quota struck' },
} as const satisfies Record<string, Words>;

export const quotaRefusals: Readonly<Record<string, Words>> = {
  'not-an-institution': {
    zh: '面积按单位核定，请选择单位而不是内设机构。',
    en: 'A quota is of an institution: choose it, not its division.',
  },
  'no-approved-posts': {
    zh: '{unit}没有登记编制数的岗位，请先在“组织机构”的岗位中填写编制。',
    en: '{unit} has no post with an establishment: enter it with its posts first.',
  },
  'quota-on-that-day': {
    zh: '{unit}自 {day} 起的面积已核定；如有误请先撤销。',
    en: 'The quota of {unit} from {day} is set: strike it first where it is wrong.',
  },
  'quota-struck': { zh: '这次核定已撤销。', en: 'This quota was struck.' },
};
