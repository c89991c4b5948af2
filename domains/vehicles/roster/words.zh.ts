import type { Words } from '@opengoa/kernel/contract';

export const dutyKinds = {
  duty: { zh: '值班', en: 'On duty' },
  rest: { zh: '轮休', en: 'Rest' },
  leave: { zh: '请假', en: 'Leave' },
  training: { zh: '培训', en: 'Training' },
} as const satisfies Record<string, Words>;

export const eventKinds = {
  violation: { zh: '违法', en: 'Violation' },
  accident: { zh: '事故', en: 'Accident' },
} as const satisfies Record<string, Words>;

export const purchaseStates = {
  proposed: { zh: '待审批', en: 'To be approved' },
  approved: { zh: '已批准', en: 'Approved' },
  refused: { zh: '未批准', en: 'Refused' },
  registered: { zh: '已入账', en: 'Registered' },
} as const satisfies Record<string, Words>;

export const lifeFactWords = {
  'vehicles.SlotsSet': { zh: '核定编制', en: 'Slots set' },
  'vehicles.PurchaseProposed': { zh: '申请购置', en: 'Purchase proposed' },
  'vehicles.PurchaseApproved': { zh: '批准购置', en: 'Purchase approved' },
  'vehicles.PurchaseRefused': { zh: '未批准购置', en: 'Purchase refused' },
  'vehicles.VehicleTransferred': { zh: '调拨车辆', en: 'Vehicle transferred' },
  'vehicles.DutyPlanned': { zh: '排班', en: 'Duty planned' },
  'vehicles.DutyStruck': { zh: '撤销排班', en: 'Duty struck' },
  'vehicles.DriverEventRecorded': { zh: '登记违法事故', en: 'Violation or accident recorded' },
  'vehicles.ServicePlanned': { zh: '设定保养', en: 'Service planned' },
  'vehicles.ServiceStruck': { zh: '撤销保养设定', en: 'Service struck' },
  'vehicles.ServiceDone': { zh: '保养完成', en: 'Service done' },
  'vehicles.VehicleSealed': { zh: '登记封存', en: 'Vehicle sealed' },
} as const satisfies Record<string, Words>;
export type LifeFactName = keyof typeof lifeFactWords extends `vehicles.${infer Name}` ? Name : never;

export const lifeRefusals: Readonly<Record<string, Words>> = {
  'no-slot-left': {
    zh: '该单位{category}编制 {slots} 辆，已有 {kept} 辆、在购 {onOrder} 辆；没有空编不得购置，可先处置或申请更新。',
    en: '{category}: {slots} slots, {kept} kept, {onOrder} on order; without a free slot none is bought. Replace or dispose of one.',
  },
  'not-of-this-unit': {
    zh: '{plate} 不是该单位在册的同类车辆，不能作为更新依据。',
    en: '{plate} is no vehicle of this unit and category; it cannot be replaced here.',
  },
  'own-proposal': { zh: '申请人不审批自己的申请。', en: 'Whoever proposed it does not decide on it.' },
  'purchase-not-approved': {
    zh: '购置申请现为“{state}”，或与所登车辆的单位、类别不一致。',
    en: 'The purchase is "{state}", or for another unit or category.',
  },
  'duty-overlaps': {
    zh: '{driver} 在 {at} 已有排班“{kind}”。',
    en: '{driver} has "{kind}" on the roster {at} already.',
  },
  'driver-away': {
    zh: '{driver} 在 {at} 为“{kind}”，不能派出；可改派：{free}。',
    en: '{driver} is on "{kind}" {at}; free instead: {free}.',
  },
  'nothing-regular': { zh: '请填写里程或月数间隔。', en: 'Say every how many kilometres or months.' },
  'seal-exists': {
    zh: '{plate} 已登记 {from} 起的封存。',
    en: '{plate} is sealed from {from} already.',
  },
};
