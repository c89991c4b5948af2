import type { Words } from '@opengoa/kernel/contract';

export const reportStates = {
  draft: { zh: '填报中', en: 'Being drawn up' },
  submitted: { zh: '已报送', en: 'Submitted' },
  returned: { zh: '已退回', en: 'Returned' },
  accepted: { zh: '已审核', en: 'Accepted' },
} as const satisfies Record<string, Words>;

/** Figures of the forms, as their columns are called. */
export const reportFields = {
  approvedPeople: { zh: '编制', en: 'Approved posts' },
  actualPeople: { zh: '实有人数', en: 'Staff' },
  rooms: { zh: '房间', en: 'Rooms' },
  officeM2: { zh: '办公室使用面积', en: 'Offices' },
  serviceM2: { zh: '服务用房使用面积', en: 'Service rooms' },
  equipmentM2: { zh: '设备用房使用面积', en: 'Equipment rooms' },
  basicM2: { zh: '基本办公用房使用面积', en: 'Basic area' },
  ancillaryM2: { zh: '附属用房面积', en: 'Annexes' },
  technicalM2: { zh: '技术业务用房面积', en: 'Technical rooms' },
  borrowedM2: { zh: '其中借用面积', en: 'Of it borrowed' },
  quotaM2: { zh: '核定面积', en: 'Quota' },
  overM2: { zh: '多于核定面积', en: 'Beyond the quota' },
  overRooms: { zh: '待核实超面积办公室', en: 'Offices to be checked' },
  grossM2: { zh: '建筑面积', en: 'Gross area' },
  usableM2: { zh: '使用面积', en: 'Usable area' },
  vacantRooms: { zh: '闲置房间', en: 'Vacant rooms' },
  vacantM2: { zh: '闲置面积', en: 'Vacant area' },
  rentedOutM2: { zh: '出租面积', en: 'Rented out' },
  lentM2: { zh: '出借面积', en: 'Lent' },
  repairM2: { zh: '维修中面积', en: 'Under repair' },
  units: { zh: '单位', en: 'Units' },
  buildings: { zh: '房屋', en: 'Buildings' },
} as const satisfies Record<string, Words>;
export type ReportField = keyof typeof reportFields;

export const reportFactWords = {
  'space.ReportOpened': { zh: '生成统计报告', en: 'Report opened' },
  'space.ReportRedrawn': { zh: '重新取数', en: 'Report drawn up anew' },
  'space.ReportSubmitted': { zh: '报送统计报告', en: 'Report submitted' },
  'space.ReportAccepted': { zh: '统计报告审核通过', en: 'Report accepted' },
  'space.ReportReturned': { zh: '退回统计报告', en: 'Report returned' },
} as const satisfies Record<string, Words>;

export const reportRefusals: Readonly<Record<string, Words>> = {
  'report-there': { zh: '{unit}的 {year} 年统计报告已生成。', en: 'The report of {unit} for {year} is there already.' },
  'as-of-outside-year': {
    zh: '统计时点须在 {year} 年内，且不晚于今天。',
    en: 'The day it is drawn up for lies in {year} and is not in the future.',
  },
  'nothing-to-report': { zh: '该范围内没有登记的房屋和房间。', en: 'No building and no room is registered here.' },
  'own-report': { zh: '本单位或本人报送的报告由上级审核。', en: 'What you or your unit submitted is reviewed above.' },
};
