import type { Words } from '@opengoa/kernel/contract';

/** What is asked for. */
export const kinds = {
  repair: { zh: '维修', en: 'Repair' },
  insurance: { zh: '保险', en: 'Insurance' },
  'hired-cars': { zh: '租车', en: 'Hired cars' },
  goods: { zh: '货物', en: 'Goods' },
  services: { zh: '服务', en: 'Services' },
  works: { zh: '工程', en: 'Works' },
} as const satisfies Record<string, Words>;

/** Who may quote: everybody, those invited, or one alone. */
export const methods = {
  open: { zh: '公开询价', en: 'Open to all' },
  invited: { zh: '邀请比选', en: 'Those invited' },
  direct: { zh: '直接采购', en: 'One supplier alone' },
} as const satisfies Record<string, Words>;

/** How the winner is found; it decides which question about prices means anything. */
export const awardRules = {
  lowest: { zh: '最低价成交', en: 'Lowest price' },
  scored: { zh: '综合评分', en: 'Scored' },
  benchmark: { zh: '接近平均价', en: 'Nearest to the mean' },
} as const satisfies Record<string, Words>;

export const inquiryStates = {
  open: { zh: '报价中', en: 'Quotes awaited' },
  opened: { zh: '待评审', en: 'To be judged' },
  awarded: { zh: '已成交', en: 'Awarded' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
} as const satisfies Record<string, Words>;

export const quoteStates = {
  entered: { zh: '待评审', en: 'To be judged' },
  valid: { zh: '有效', en: 'Valid' },
  invalid: { zh: '无效', en: 'Not valid' },
  struck: { zh: '已撤销', en: 'Struck' },
} as const satisfies Record<string, Words>;

export const factWords = {
  'procurement.InquiryPublished': { zh: '发布询价', en: 'Inquiry published' },
  'procurement.SupplierInvited': { zh: '邀请供应商', en: 'Supplier invited' },
  'procurement.QuoteEntered': { zh: '登记报价', en: 'Quote entered' },
  'procurement.QuoteStruck': { zh: '撤销报价', en: 'Quote struck' },
  'procurement.QuotesOpened': { zh: '开启报价', en: 'Quotes opened' },
  'procurement.QuoteJudged': { zh: '评审报价', en: 'Quote judged' },
  'procurement.InquiryAwarded': { zh: '确定成交', en: 'Awarded' },
  'procurement.InquiryCancelled': { zh: '取消询价', en: 'Inquiry cancelled' },
} as const satisfies Record<string, Words>;
export type FactName = keyof typeof factWords extends `procurement.${infer Name}` ? Name : never;

export const refusals: Readonly<Record<string, Words>> = {
  'unit-unknown': { zh: '没有这个单位。', en: 'There is no such unit.' },
  'deadline-past': { zh: '截止时间须晚于现在。', en: 'The deadline must lie ahead.' },
  'method-needs-reason': {
    zh: '不公开询价的，请写明理由。',
    en: 'State the reason for not asking openly.',
  },
  'over-open-limit': {
    zh: '预算 {observed} 元，达到公开招标数额标准，不能采用“{method}”；请按规定公开招标。{explained}',
    en: 'The estimate of CNY {observed} reaches the amount for open tender; “{method}” is not possible. {explained}',
  },
  'credit-code-wrong': {
    zh: '统一社会信用代码 {code} 的校验位不符，请核对。',
    en: 'The check digit of the credit code {code} does not fit.',
  },
  'already-invited': { zh: '已邀请过 {supplier}。', en: '{supplier} has been invited already.' },
  'invited-after-deadline': {
    zh: '已过截止时间，不能再邀请。',
    en: 'The deadline is over; nobody is invited any more.',
  },
  'received-ahead': { zh: '收到时间还没有到。', en: 'The time of receipt has not come yet.' },
  'quote-entered': {
    zh: '{supplier} 的报价已登记；登记有误的，开启前先撤销再登记。',
    en: 'A quote of {supplier} is entered; strike it before the opening, then enter it anew.',
  },
  'quote-not-open': {
    zh: '这份报价目前为“{state}”，不能这样处理。',
    en: 'The quote is “{state}”; this is not possible now.',
  },
  'before-deadline': {
    zh: '截止时间 {deadline} 未到，报价保持密封。',
    en: 'The deadline {deadline} has not come; quotes stay sealed.',
  },
  'reason-needed': {
    zh: '判为无效或接受迟到报价的，请写明理由。',
    en: 'State why it is not valid, or why a late one is.',
  },
  'quotes-unjudged': { zh: '还有 {count} 份报价没有评审。', en: '{count} quotes are still to be judged.' },
  'quote-not-valid': { zh: '只能在有效报价中确定成交。', en: 'Only a valid quote can win.' },
  'award-needs-reason': {
    zh: '不是最低有效报价或报价迟到，请写明理由。',
    en: 'It is not the lowest valid quote, or it came late: state the reason.',
  },
  'entered-by-yourself': {
    zh: '登记报价的人不确定成交，请由其他负责人确定。',
    en: 'Whoever entered quotes does not award; another head does.',
  },
};
