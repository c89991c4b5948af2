import type { Words } from '@opengoa/kernel/contract';

export const cardStates = {
  'in-stock': { zh: '在库', en: 'In stock' },
  'in-use': { zh: '在用', en: 'In use' },
  idle: { zh: '闲置', en: 'Idle' },
  lent: { zh: '借出', en: 'Lent' },
  'rented-out': { zh: '出租', en: 'Rented out' },
  'in-repair': { zh: '维修中', en: 'In repair' },
  pooled: { zh: '在公物仓', en: 'In the warehouse' },
  'awaiting-disposal': { zh: '待处置', en: 'Awaiting disposal' },
  disposed: { zh: '已处置', en: 'Disposed of' },
} as const satisfies Record<string, Words>;

export const cardConditions = {
  new: { zh: '全新', en: 'New' },
  good: { zh: '良好', en: 'Good' },
  worn: { zh: '陈旧可用', en: 'Worn' },
  repairable: { zh: '损坏可修', en: 'Repairable' },
  unusable: { zh: '不能使用', en: 'Unusable' },
} as const satisfies Record<string, Words>;

export const acquiredBy = {
  purchase: { zh: '购置', en: 'Bought' },
  transfer: { zh: '调拨划转', en: 'Transferred' },
  donation: { zh: '接受捐赠', en: 'Donated' },
  built: { zh: '自建', en: 'Built' },
  exchange: { zh: '置换', en: 'Exchanged' },
  found: { zh: '盘盈', en: 'Found' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Words>;

export const valueKinds = {
  cost: { zh: '历史成本', en: 'Cost' },
  appraised: { zh: '评估价值', en: 'Appraised' },
  nominal: { zh: '名义金额', en: 'Nominal' },
} as const satisfies Record<string, Words>;

/** GB/T 14885-2022, classes of the first level; the standard `assets.classes` holds them with their source. */
export const topClasses = {
  A01: { zh: '房屋和构筑物', en: 'Buildings and structures' },
  A02: { zh: '设备', en: 'Equipment' },
  A03: { zh: '文物和陈列品', en: 'Relics and exhibits' },
  A04: { zh: '图书和档案', en: 'Books and archives' },
  A05: { zh: '家具和用具', en: 'Furniture and fixtures' },
  A06: { zh: '特种动植物', en: 'Animals and plants' },
  A07: { zh: '物资', en: 'Materials' },
  A08: { zh: '无形资产', en: 'Intangible assets' },
} as const satisfies Record<string, Words>;

/** Offices that keep things themselves; here such a thing stands by facet. */
export const facetKinds = {
  'vehicles.vehicle': { zh: '公务用车', en: 'Vehicles' },
  'space.building': { zh: '办公用房', en: 'Office space' },
} as const satisfies Record<string, Words>;

export const cardFactWords = {
  'assets.CardRegistered': { zh: '登记资产卡片', en: 'Card registered' },
  'assets.CardChanged': { zh: '变更资产卡片', en: 'Card changed' },
  'assets.CardStruck': { zh: '撤销资产卡片', en: 'Card struck' },
  'assets.CardMoved': { zh: '资产流转', en: 'Card moved' },
  'assets.CardsCarriedOver': { zh: '机构合并，资产随转', en: 'Cards carried over to the heir' },
} as const satisfies Record<string, Words>;

export const cardRefusals: Readonly<Record<string, Words>> = {
  'card-number-taken': {
    zh: '本单位已有编号为“{number}”的资产卡片。',
    en: 'The unit has a card with the number “{number}” already.',
  },
  'serial-in-unit': {
    zh: '本单位资产“{number}”已登记序列号 {serial}，请核对是否重复；确为两件的，逐项登记（变更）并选“序列号相同，确为两件”。',
    en: 'The card “{number}” of the unit bears the serial number {serial} already. If these are two things, enter this one by hand and say so.',
  },
  'repair-by-paper': {
    zh: '“维修中”由送修单据登记：请先按在用或在库登记，再办“送修”，修好后在单据上办“维修完成”。',
    en: 'In repair is what a repair paper says: register it in use or in stock, then send it to repair; the paper ends it.',
  },
  'class-unknown': {
    zh: '分类代码“{class}”不在 GB/T 14885-2022 的门类中（A01 至 A08）。',
    en: '“{class}” lies in none of the classes A01 to A08 of GB/T 14885-2022.',
  },
  'unit-closed': { zh: '该单位已撤销，不能登记资产。', en: 'The unit is closed: nothing is registered there.' },
  'day-ahead': { zh: '日期 {day} 还没有到。', en: '{day} has not come yet.' },
  'person-unknown': {
    zh: '没有找到“{name}”，或有多人同名；请核对使用人。',
    en: '“{name}” is nobody here, or several people: check the name.',
  },
  'department-elsewhere': {
    zh: '使用部门不属于这个单位。',
    en: 'The department is not one of this unit.',
  },
  'card-has-papers': {
    zh: '这张卡片已有业务单据，不能撤销；请通过处置办理。',
    en: 'Papers were made of this card: it is disposed of, not struck.',
  },
  'card-by-facet': {
    zh: '这项资产由“{office}”登记和维护，请到那里办理。',
    en: 'This thing is kept by {office}: change it there.',
  },
  'card-on-the-way': {
    zh: '“{number}”正在交接，等对方签收或撤回后再办。',
    en: '“{number}” is being handed over: wait for the signature, or take it back.',
  },
};
