import { words, type Words } from '@opengoa/kernel/words';

export const purchaseStates = {
  planned: words('拟稿', 'Planned'),
  asked: words('待审批', 'Waiting for approval'),
  approved: words('已批准', 'Approved'),
  refused: words('未批准', 'Refused'),
  withdrawn: words('已撤回', 'Withdrawn'),
  received: words('已验收', 'Received'),
} as const satisfies Readonly<Record<string, Words>>;

/** 配置方式, after 调剂: 购置、租用, and donations last (条例第十一条). */
export const modes = {
  buy: words('购置', 'Buy'),
  rent: words('租用', 'Rent'),
  donation: words('接受捐赠', 'Accept a donation'),
} as const satisfies Readonly<Record<string, Words>>;

export const declineReasons = {
  'too-worn': words('成色或剩余年限不能满足使用', 'Too worn'),
  'too-weak': words('性能或规格不能满足需要', 'Not good enough'),
  'too-far': words('距离远，运输费用高', 'Too far'),
  'not-in-time': words('时间来不及', 'Not in time'),
  'other-purpose': words('对方另有用途', 'Wanted for something else'),
  other: words('其他', 'Other'),
} as const satisfies Readonly<Record<string, Words>>;

export const follows = {
  agreed: words('同意购置', 'Agreed'),
  'look-again': words('请再核对调剂', 'Look again'),
} as const satisfies Readonly<Record<string, Words>>;

export const purchaseFactWords = {
  'assets.PurchasePlanned': words('拟定购置计划', 'Purchase planned'),
  'assets.IdleTaken': words('选用闲置资产', 'An idle thing was taken'),
  'assets.IdleDeclined': words('不选用闲置资产', 'An idle thing was declined'),
  'assets.PurchaseAsked': words('提交购置审批', 'Purchase sent for approval'),
  'assets.PurchaseApproved': words('批准购置', 'Purchase approved'),
  'assets.PurchaseRefused': words('不批准购置', 'Purchase refused'),
  'assets.PurchaseWithdrawn': words('撤回购置计划', 'Purchase withdrawn'),
  'assets.InquiryLinked': words('关联采购询价', 'Linked to an inquiry'),
  'assets.DeliveryAccepted': words('验收到货', 'Delivery accepted'),
  'assets.DeclineFollowed': words('跟踪不选用说明', 'A declined match was followed up'),
} as const satisfies Readonly<Record<string, Words>>;

export const purchaseRefusals: Readonly<Record<string, Words>> = {
  'year-closed': words('{year} 年的购置计划已不能再拟定。', 'Nothing can be planned for {year} any more.'),
  'price-over-standard': words(
    '“{name}”单价超过配置标准：{explained}请降低价格，或按规定另行报批后再提交。',
    '“{name}” is above the ceiling of price: {explained}',
  ),
  'over-allowance': words(
    '“{name}”超过可配数量：可配 {allowed}，现有 {held}，在途 {ordered}，本次 {asked}。请减少数量，或先调剂、处置现有资产。',
    '“{name}”: {allowed} allowed, {held} held, {ordered} on order, {asked} asked for. Ask for fewer, or give some away first.',
  ),
  'line-unknown': words('计划中没有这一项，请刷新后再试。', 'The plan has no such line; reload.'),
  'thing-not-idle': words(
    '该资产已不在闲置清单中，可能已被调剂；请刷新后另选。',
    'This thing lies idle no longer; reload and choose another.',
  ),
  'match-answered': words('这件闲置资产已作过选择。', 'This match was answered already.'),
  'nothing-left-to-take': words(
    '“{name}”只需 {open} 件，已全部安排，不必再选。',
    '“{name}” needs {open} more; nothing is left to take.',
  ),
  'say-why-declined': words('选择“其他”时请写明原因。', 'Say why, where the reason is “other”.'),
  'idle-not-answered': words(
    '还有 {count} 件闲置资产没有逐一选用或说明：{things}。先看公物仓和闲置资产，再购置。',
    '{count} idle things wait for an answer: {things}. What lies idle comes before what is bought.',
  ),
  'nothing-to-buy': words(
    '所需资产已全部由闲置资产解决，不必再购置，请撤回本计划。',
    'Everything was found among idle things: withdraw the plan.',
  ),
  'own-plan': words('不能审批自己拟定的计划。', 'Nobody approves a plan of their own.'),
  'above-the-head': words(
    '本计划 {total} 元，超过单位负责人的审批权限 {limit} 元，请由领导审批。',
    'CNY {total} is above what a head approves (CNY {limit}).',
  ),
  'inquiry-unknown': words('没有编号为 {number} 的询价，请核对。', 'There is no inquiry {number}.'),
  'inquiry-of-another': words(
    '询价 {number} 是“{unit}”的，不能关联到本单位的计划。',
    'The inquiry {number} is of “{unit}”.',
  ),
  'look-again-first': words(
    '上级请再核对未选用的 {thing}。请先在这一项重新选用，或重新说明原因，再验收。',
    'Whoever is above asks to look again at {thing}: take it, or say anew why not, before anything is accepted.',
  ),
  'more-than-planned': words(
    '“{name}”还有 {open} 件未到货，不能验收 {quantity} 件；多到的请退回或另拟计划。',
    '“{name}”: {open} are still to come, {quantity} cannot be accepted.',
  ),
  'serials-not-the-quantity': words(
    '填写了 {serials} 个序列号，与数量 {quantity} 不一致；每件一个，或不填。',
    '{serials} serial numbers for {quantity} things: one for each, or none.',
  ),
  'serial-known': words(
    '序列号 {serial} 已登记在资产 {number} 上，请核对是否重复。',
    'The serial number {serial} is on the card {number} already.',
  ),
  'rented-has-no-card': words('租用的资产不建卡片，只登记到货。', 'What is rented gets no card.'),
  'not-declined': words('这一条不是未选用的记录，或已跟踪过。', 'This was not declined, or was followed up already.'),
};
