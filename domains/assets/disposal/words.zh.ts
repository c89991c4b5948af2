import type { Words } from '@opengoa/kernel/contract';

export const manners = {
  scrap: { zh: '报废报损', en: 'Scrap' },
  donate: { zh: '对外捐赠', en: 'Donate' },
  allocate: { zh: '无偿划转', en: 'Allocate for nothing' },
  sell: { zh: '转让', en: 'Sell' },
  auction: { zh: '拍卖', en: 'Auction' },
  exchange: { zh: '置换', en: 'Exchange' },
} as const satisfies Record<string, Words>;

export const grounds = {
  obsolete: { zh: '技术淘汰或无维修价值', en: 'Obsolete or not worth repairing' },
  lost: { zh: '盘亏及非正常损失', en: 'Lost' },
  'over-age': { zh: '超过使用年限且无法满足工作需要', en: 'Over its years and no longer fit for the work' },
  'force-majeure': { zh: '不可抗力毁损、灭失', en: 'Force majeure' },
} as const satisfies Record<string, Words>;

export const disposalFactWords = {
  'assets.DisposalApproved': { zh: '批准处置', en: 'Disposal approved' },
  'assets.DisposalRefused': { zh: '不同意处置', en: 'Disposal refused' },
  'assets.DisposalWithdrawn': { zh: '撤回处置', en: 'Disposal withdrawn' },
  'assets.DisposalFinished': { zh: '处置完成', en: 'Disposal finished' },
  'assets.IncomeRecorded': { zh: '处置收入上缴', en: 'Income paid in' },
} as const satisfies Record<string, Words>;

export const disposalRefusals: Readonly<Record<string, Words>> = {
  'ground-wanted': {
    zh: '报废须写明情形：技术淘汰或无维修价值、非正常损失、超过年限且无法满足工作需要，或不可抗力。',
    en: 'Scrapping names its ground: obsolete, lost, over its years and unfit, or force majeure.',
  },
  'age-alone': {
    zh: '仅超过使用年限不是报废的理由，还须写明为什么不能满足工作需要。',
    en: 'Age alone is no reason: say as well why it no longer serves the work.',
  },
  'under-age': {
    zh: '“{number} {name}”还没有达到最低使用年限：{why}请换一种情形并附技术鉴定，或继续使用。',
    en: '“{number} {name}” has not reached its fewest years of use: {why} Keep it, or name another ground with a certificate.',
  },
  'certificate-wanted': {
    zh: '“{number} {name}”未到最低使用年限，提前报废须有技术鉴定意见。',
    en: '“{number} {name}” has not reached its fewest years of use: scrapping it early needs a technical certificate.',
  },
  'appraisal-wanted': {
    zh: '{manner}须先进行资产评估，请填写评估报告编号和评估值。',
    en: '{manner} needs an appraisal first: its report and its value.',
  },
  'recipient-wanted': { zh: '请写明接收单位。', en: 'Say who receives them.' },
  'no-income-owed': { zh: '这次处置没有应缴的收入。', en: 'Nothing is owed of this disposal.' },
  'more-than-owed': { zh: '应缴还剩 {owed} 元，不能多缴。', en: 'Only {owed} yuan is still owed.' },
};
