import type { Words } from '@opengoa/kernel/contract';

/** What a vehicle costs besides fuel, repair and what was paid on the way. */
export const costKinds = {
  insurance: { zh: '保险', en: 'Insurance' },
  toll: { zh: '通行费', en: 'Toll' },
  parking: { zh: '停车费', en: 'Parking' },
  fine: { zh: '违法罚款', en: 'Fine' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Words>;

/** Which insurance of a vehicle. */
export const policies = {
  compulsory: { zh: '交强险', en: 'Compulsory' },
  commercial: { zh: '商业险', en: 'Commercial' },
} as const satisfies Record<string, Words>;

/** All kinds of expense, as the views lay them side by side. */
export const expenseKinds = {
  fuel: { zh: '加油', en: 'Fuel' },
  electricity: { zh: '充电', en: 'Charging' },
  repair: { zh: '维修', en: 'Repair' },
  ...costKinds,
} as const satisfies Record<string, Words>;

export const repairStates = {
  ordered: { zh: '待报价', en: 'To be quoted' },
  quoted: { zh: '待审批', en: 'To be approved' },
  approved: { zh: '维修中', en: 'In repair' },
  refused: { zh: '未批准', en: 'Refused' },
  done: { zh: '待付款', en: 'To be paid' },
  paid: { zh: '已付款', en: 'Paid' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
} as const satisfies Record<string, Words>;

export const hireStates = {
  ordered: { zh: '已租用', en: 'Hired' },
  settled: { zh: '已结算', en: 'Settled' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
} as const satisfies Record<string, Words>;

export const costFactWords = {
  'vehicles.CostRecorded': { zh: '登记车辆费用', en: 'Cost recorded' },
  'vehicles.CostStruck': { zh: '撤销车辆费用', en: 'Cost struck' },
  'vehicles.FuelCardAssigned': { zh: '核定加油卡', en: 'Fuel card assigned' },
  'vehicles.RepairOrdered': { zh: '报修', en: 'Repair ordered' },
  'vehicles.RepairQuoted': { zh: '维修报价', en: 'Repair quoted' },
  'vehicles.RepairApproved': { zh: '批准维修', en: 'Repair approved' },
  'vehicles.RepairRefused': { zh: '未批准维修', en: 'Repair refused' },
  'vehicles.RepairFinished': { zh: '维修完成', en: 'Repair done' },
  'vehicles.RepairPaid': { zh: '维修付款', en: 'Repair paid' },
  'vehicles.RepairCancelled': { zh: '取消维修', en: 'Repair cancelled' },
  'vehicles.CarHired': { zh: '租用车辆', en: 'Car hired' },
  'vehicles.HireSettled': { zh: '租车结算', en: 'Hire settled' },
  'vehicles.HireCancelled': { zh: '取消租车', en: 'Hire cancelled' },
} as const satisfies Record<string, Words>;
export type CostFactName = keyof typeof costFactWords extends `vehicles.${infer Name}` ? Name : never;

export const costRefusals: Readonly<Record<string, Words>> = {
  'cost-ahead': { zh: '费用日期 {day} 还没有到。', en: 'The day {day} has not come yet.' },
  'invoice-recorded': {
    zh: '{plate} 的发票 {invoice} 已于 {day} 登记，不能重复登记。',
    en: 'Invoice {invoice} of {plate} was recorded on {day} already.',
  },
  'cost-struck': { zh: '该笔费用已撤销。', en: 'The cost is struck already.' },
  'card-of-another': {
    zh: '加油卡 {card} 已核定给 {plate}；一车一卡，先收回再核定。',
    en: 'Card {card} belongs to {plate}; one vehicle, one card: take it back first.',
  },
  'hire-ends-before-it-begins': {
    zh: '结束日期 {toDay} 早于开始日期 {fromDay}。',
    en: 'It ends on {toDay}, before it begins on {fromDay}.',
  },
  'own-order': {
    zh: '报修人不审批自己报的维修，请由其他负责人或领导审批。',
    en: 'Whoever ordered a repair does not approve it; another head or leader does.',
  },
  'above-approval-limit': {
    zh: '报价 {quote} 元超过单位负责人的审批权限 {limit} 元，须由领导审批。',
    en: 'The quotation, CNY {quote}, is above what a head approves (CNY {limit}); a leader does.',
  },
  'more-than-quoted': {
    zh: '付款 {amount} 元超过批准的报价 {quote} 元；请先重新报价审批。',
    en: 'CNY {amount} is more than the approved quotation of CNY {quote}; have it quoted and approved again.',
  },
};
