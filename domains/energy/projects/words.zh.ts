import type { Words } from '@opengoa/kernel/contract';

export const projectKinds = {
  'own-funded': { zh: '自筹资金', en: 'Own funds' },
  'shared-savings': { zh: '合同能源管理（节能效益分享型）', en: 'Contract, savings shared' },
  guaranteed: { zh: '合同能源管理（节能量保证型）', en: 'Contract, savings guaranteed' },
  'energy-trust': { zh: '合同能源管理（能源费用托管型）', en: 'Contract, energy costs in trust' },
} as const satisfies Record<string, Words>;

export const projectStates = {
  planned: { zh: '拟实施', en: 'Planned' },
  running: { zh: '运行中', en: 'Running' },
  accepted: { zh: '已验收', en: 'Accepted' },
  ended: { zh: '已结束', en: 'Ended' },
} as const satisfies Record<string, Words>;

export const projectFactWords = {
  'energy.ProjectPlanned': { zh: '登记节能项目', en: 'Saving project planned' },
  'energy.ProjectChanged': { zh: '变更节能项目', en: 'Saving project changed' },
  'energy.ProjectStarted': { zh: '节能项目投运', en: 'Saving project started' },
  'energy.ProjectAccepted': { zh: '节能项目验收', en: 'Saving project accepted' },
  'energy.ProjectEnded': { zh: '节能项目结束', en: 'Saving project ended' },
  'energy.ProjectSettled': { zh: '节能效益结算', en: 'Savings settled' },
} as const satisfies Record<string, Words>;

export const projectRefusals: Readonly<Record<string, Words>> = {
  'project-name-taken': { zh: '本单位已有项目“{name}”。', en: 'The unit has a project called “{name}” already.' },
  'no-such-meters': {
    zh: '没有找到所选建筑的总表或所选表计。',
    en: 'No main meter of these buildings, or none of these meters, is found.',
  },
  'meters-differ': {
    zh: '一个项目的表计须计量同一能源、同一计量单位，并按时段报送。',
    en: 'The meters of a project measure one carrier in one measure, by intervals.',
  },
  'meter-within-another': {
    zh: '{meter} 的用量已包含在所选的上级表内，会重复计算。',
    en: '{meter} lies within another of these meters and would count twice.',
  },
  'contract-incomplete': {
    zh: '合同能源管理项目须填写节能服务公司和合同期；分享型还须逐年填写分享比例，保证型须填写保证节能量和年服务费，托管型须填写年托管费。',
    en: 'A contract needs its contractor and its period; shared savings a percent of each year, guaranteed savings the guarantee and the yearly fee, a trust the yearly fee.',
  },
  'shares-not-the-years': {
    zh: '合同期共 {years} 年，须填写 {years} 个分享比例。',
    en: 'The contract runs over {years} years and needs {years} percentages.',
  },
  'baseline-after-start': {
    zh: '基准期须在投运之前结束（{day}）。',
    en: 'The baseline ends before the project runs ({day}).',
  },
  'nothing-to-settle': { zh: '自筹资金项目没有应付款项。', en: 'A project of own funds has nothing to settle.' },
  'outside-the-contract': {
    zh: '结算期须在投运日和合同期之内（{from} 至 {to}），且已经过去。',
    en: 'What is settled lies within the contract and after the start ({from} to {to}), and is over.',
  },
  'across-contract-years': {
    zh: '结算期跨合同年度，请按合同年度分开结算（{day} 起为下一年度）。',
    en: 'The period crosses into the next year of the contract on {day}: settle it in two.',
  },
  'settled-before': {
    zh: '{from} 至 {to} 已结算。',
    en: '{from} to {to} was settled before.',
  },
  'savings-not-known': { zh: '节能量不能核定：{why}。', en: 'The saving cannot be told: {why}.' },
  'price-not-known': {
    zh: '没有登记这段时间的电价或单价，不能折算金额。',
    en: 'No tariff and no price is registered for these days.',
  },
};
