import type { Words } from '@opengoa/kernel/words';

export const renovationKinds = {
  upkeep: { zh: '日常维修', en: 'Upkeep' },
  major: { zh: '大中修', en: 'Major repair' },
  fitting: { zh: '装修改造', en: 'Fitting and conversion' },
} as const satisfies Record<string, Words>;

export const renovationStates = {
  proposed: { zh: '待审批', en: 'Proposed' },
  approved: { zh: '已批准待开工', en: 'Approved' },
  refused: { zh: '未同意', en: 'Refused' },
  'under-way': { zh: '施工中', en: 'Under way' },
  accepted: { zh: '已验收', en: 'Accepted' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
} as const satisfies Record<string, Words>;

export const renovationFactWords = {
  'space.RenovationProposed': { zh: '提出维修项目', en: 'Works proposed' },
  'space.RenovationApproved': { zh: '同意维修项目', en: 'Works approved' },
  'space.RenovationRefused': { zh: '未同意维修项目', en: 'Works refused' },
  'space.BudgetRaised': { zh: '调增预算', en: 'Budget raised' },
  'space.RenovationBegun': { zh: '维修开工', en: 'Works begun' },
  'space.SpendingRecorded': { zh: '登记维修支出', en: 'Spending recorded' },
  'space.SpendingStruck': { zh: '冲销维修支出', en: 'Spending struck' },
  'space.RenovationAccepted': { zh: '维修验收', en: 'Works accepted' },
  'space.RenovationCancelled': { zh: '取消维修项目', en: 'Works cancelled' },
} as const satisfies Record<string, Words>;

export const renovationRefusals: Readonly<Record<string, Words>> = {
  'works-backwards': { zh: '完工日期不能早于开工日期。', en: 'Works end after they begin.' },
  'works-room-elsewhere': {
    zh: '所选房间须在本项目的房屋内，且不重复。',
    en: 'The rooms lie in the building of the works, each once.',
  },
  'works-by-yourself': { zh: '提出人不能审批本人提出的项目。', en: 'Whoever proposed it does not decide it.' },
  'works-room-let': {
    zh: '房间 {rooms} 已出租、出借或正在维修，不能开工；请先终止租借或等待其他项目验收。',
    en: 'Rooms {rooms} are let, lent or under repair already: end that first.',
  },
  'budget-not-raised': {
    zh: '调整后的预算须高于现有预算 {budgetYuan} 元。',
    en: 'The new budget is above the present {budgetYuan} yuan.',
  },
  'over-budget': {
    zh: '合计 {sumYuan} 元，超过批复预算 {budgetYuan} 元；请先由负责人凭批复调增预算。',
    en: 'It comes to {sumYuan} yuan, above the budget of {budgetYuan}: have the budget raised first.',
  },
  'spending-ahead': { zh: '支出日期不能晚于今天。', en: 'What was spent is not ahead of today.' },
  'spending-struck': { zh: '该笔支出已冲销。', en: 'This was struck before.' },
  'works-invoice-entered': { zh: '票据 {receipt} 已在本项目登记。', en: 'Receipt {receipt} was entered before.' },
  'works-day-outside': {
    zh: '日期须在 {from} 至 {to} 之间。',
    en: 'The day lies between {from} and {to}.',
  },
  'acceptance-paper-needed': {
    zh: '请上传验收单（竣工资料），作为项目档案。',
    en: 'The paper of acceptance is needed for the archive.',
  },
};
