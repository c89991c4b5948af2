import type { Words } from '@opengoa/kernel/words';

export const contractStates = {
  draft: { zh: '待签订', en: 'Draft' },
  'in-force': { zh: '执行中', en: 'In force' },
  refused: { zh: '未同意', en: 'Refused' },
  ended: { zh: '已终止', en: 'Ended' },
} as const satisfies Record<string, Words>;

/** What a contract may cover (GB/T 43542-2023). */
export const dimensions = {
  customer: { zh: '客户服务', en: 'Customer service' },
  building: { zh: '房屋管理', en: 'Buildings' },
  equipment: { zh: '公用设施设备', en: 'Shared equipment' },
  order: { zh: '公共秩序', en: 'Public order' },
  cleaning: { zh: '保洁', en: 'Cleaning' },
  greening: { zh: '绿化', en: 'Greening' },
  meetings: { zh: '会务服务', en: 'Meetings' },
} as const satisfies Record<string, Words>;

export const checkOutcomes = {
  reckoned: { zh: '已计算', en: 'Reckoned' },
  insufficient_data: { zh: '考评项目不足，不出结果', en: 'Too little was marked: no result' },
} as const satisfies Record<string, Words>;

export const rectificationStates = {
  open: { zh: '待答复', en: 'Open' },
  answered: { zh: '待复核', en: 'Answered, to be verified' },
  closed: { zh: '已改进', en: 'Put right' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Record<string, Words>;

export const eventKinds = {
  defect: { zh: '巡检问题', en: 'Defect on a patrol' },
  fault: { zh: '扫码报修', en: 'Fault reported' },
} as const satisfies Record<string, Words>;

export const eventStates = {
  open: { zh: '未办结', en: 'Open' },
  closed: { zh: '已办结', en: 'Closed' },
} as const satisfies Record<string, Words>;

export const propertyFactWords = {
  'space.ServiceContractRegistered': { zh: '登记物业合同', en: 'Property contract registered' },
  'space.ServiceContractSigned': { zh: '签订物业合同', en: 'Property contract signed' },
  'space.ServiceContractRefused': { zh: '未同意签订', en: 'Signing refused' },
  'space.ServiceContractEnded': { zh: '终止物业合同', en: 'Property contract ended' },
  'space.ContractAmendmentProposed': { zh: '提出合同变更', en: 'Amendment proposed' },
  'space.ServiceContractAmended': { zh: '签订补充协议', en: 'Contract amended' },
  'space.ContractAmendmentRefused': { zh: '未同意合同变更', en: 'Amendment refused' },
  'space.ServiceChecked': { zh: '物业服务考评', en: 'Property service checked' },
  'space.ServiceCheckCorrected': { zh: '更正考评', en: 'Check corrected' },
  'space.RectificationRaised': { zh: '要求整改', en: 'Rectification asked for' },
  'space.RectificationWithdrawn': { zh: '撤回整改', en: 'Rectification withdrawn' },
  'space.RectificationAnswered': { zh: '登记整改答复', en: 'Rectification answered' },
  'space.RectificationVerified': { zh: '复核整改', en: 'Rectification verified' },
} as const satisfies Record<string, Words>;

export const propertyRefusals: Readonly<Record<string, Words>> = {
  'contract-backwards': { zh: '合同结束日期须晚于开始日期。', en: 'A contract ends after it begins.' },
  'contract-buildings-needed': { zh: '请选台账中的房屋，每栋一次。', en: 'Choose buildings of the ledger, each once.' },
  'contract-number-taken': {
    zh: '合同编号 {number} 已登记（{supplier}）。',
    en: 'Contract {number} was registered before, with {supplier}.',
  },
  'contract-asked-by-yourself': {
    zh: '登记人不能审批本人登记的合同。',
    en: 'Whoever registered it does not decide it.',
  },
  'contract-end-outside': { zh: '终止日期须在 {from} 至 {to} 之间。', en: 'It ends between {from} and {to}.' },
  'contract-end-why': {
    zh: '早于合同约定的 {to} 终止，请写明原因。',
    en: 'It ends before {to} of its terms: say why.',
  },
  'amendment-open': {
    zh: '补充协议“{paper}”正在等待审批，办结后才能再提变更。',
    en: '“{paper}” waits to be signed: it is decided first.',
  },
  'amendment-none': { zh: '没有等待审批的合同变更。', en: 'No amendment waits.' },
  'amendment-day-outside': {
    zh: '变更生效日期须在 {from} 至 {to} 之间，且不晚于新的合同结束日期。',
    en: 'It begins between {from} and {to}, and not after the new last day.',
  },
  'amendment-before-settled': {
    zh: '{day} 及以前的费用或考评已经办结；变更须从 {from} 或以后生效。',
    en: 'Up to {day} fees or checks are settled: it begins on {from} or later.',
  },
  'amendment-before-edition': {
    zh: '上一次变更从 {day} 起生效；这次须晚于该日。',
    en: 'The last amendment begins on {day}: this one later.',
  },
  'amendment-changes-nothing': {
    zh: '各项约定与现行约定一致，没有可变更的内容。',
    en: 'Nothing differs from the terms that stand.',
  },
  'check-month-outside': {
    zh: '合同在 {month} 未执行或该月尚未开始；可考评 {from} 至 {to}。',
    en: 'The contract does not run in {month}, or the month is still to come: {from} to {to} can be checked.',
  },
  'checked-already': {
    zh: '{month} 已考评；需要改动的，请在考评记录上点“更正”。',
    en: '{month} was checked before: correct that check instead.',
  },
  'mark-not-covered': { zh: '合同不包含：{dimensions}。', en: 'The contract does not cover: {dimensions}.' },
  'mark-twice': { zh: '同一项目只打一次分。', en: 'Each dimension is marked once.' },
  'check-corrected-already': {
    zh: '这次考评已被更正，请打开最新版本。',
    en: 'This check was corrected before: open the last edition.',
  },
  'send-back-why': { zh: '退回整改请写明原因。', en: 'Say why it goes back.' },
};
