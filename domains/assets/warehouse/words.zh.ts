import { words, type Words } from '@opengoa/kernel/words';

export const storeKinds = {
  central: words('实体仓（集中仓）', 'Physical, central'),
  dispersed: words('实体仓（分散仓）', 'Physical, dispersed'),
  virtual: words('虚拟仓', 'Virtual: things stay where they are'),
} as const satisfies Record<string, Words>;
export const storeStates = {
  open: words('使用中', 'Open'),
  closed: words('已关闭', 'Closed'),
} as const satisfies Record<string, Words>;
/** 入仓范围: the list itself is the standard `assets.pool-scope`. */
export const offerReasons = {
  idle: words('闲置', 'Idle'),
  'over-standard': words('超标准配置', 'Over standard'),
  'low-use': words('低效运转', 'Little used'),
  reform: words('机构改革或办公用房调整腾退', 'Left over by a reform or a move'),
  'still-usable': words('达到年限仍可用或经简单修复可用', 'Past its years and still of use'),
  'event-or-temporary': words('会议活动和临时机构', 'Of an event or a temporary body'),
} as const satisfies Record<string, Words>;
export const offerMays = {
  both: words('可借用，可调剂', 'Lent or transferred'),
  lend: words('只借用', 'Lent only'),
  transfer: words('只调剂', 'Transferred only'),
} as const satisfies Record<string, Words>;
export const reaches = {
  tree: words('全系统可见', 'Shown to the whole tree'),
  unit: words('仅本单位可见', 'Shown within the unit'),
} as const satisfies Record<string, Words>;
export const offerableStates = {
  'in-stock': words('在库', 'In stock'),
  'in-use': words('在用', 'In use'),
  idle: words('闲置', 'Idle'),
} as const satisfies Record<string, Words>;
export const offerStates = {
  offered: words('待验收入仓', 'To be inspected'),
  'in-store': words('在仓', 'In store'),
  'turned-away': words('未予入仓', 'Not taken in'),
  withdrawn: words('已出仓退回', 'Withdrawn'),
  gone: words('已调出', 'Transferred'),
} as const satisfies Record<string, Words>;
export const conditions = {
  new: words('全新', 'New'),
  good: words('完好', 'Good'),
  worn: words('有磨损', 'Worn'),
  repairable: words('修复后可用', 'To be repaired'),
  unusable: words('不能使用', 'Unusable'),
} as const satisfies Record<string, Words>;
export const claimStates = {
  held: words('有效', 'Held'),
  ended: words('已结束', 'Ended'),
} as const satisfies Record<string, Words>;
export const sides = {
  taken: words('我方借入', 'Taken'),
  given: words('我方借出', 'Given'),
} as const satisfies Record<string, Words>;
export const loanStates = {
  out: words('借用中', 'Out'),
  returned: words('已归还', 'Returned'),
} as const satisfies Record<string, Words>;
export const bodyKinds = {
  event: words('大型活动、会议', 'Event'),
  'temporary-body': words('临时机构', 'Temporary body'),
} as const satisfies Record<string, Words>;
export const bodyStates = {
  open: words('进行中', 'Open'),
  ended: words('已结束', 'Ended'),
} as const satisfies Record<string, Words>;

export const warehouseFactWords = {
  'assets.StoreKept': words('设立或变更公物仓', 'Store kept'),
  'assets.StoreClosed': words('关闭公物仓', 'Store closed'),
  'assets.CardOffered': words('申请入仓', 'Offered to the warehouse'),
  'assets.OfferInspected': words('入仓验收', 'Inspected'),
  'assets.OfferWithdrawn': words('出仓退回', 'Withdrawn from the warehouse'),
  'assets.OfferReserved': words('预约', 'Reserved'),
  'assets.ReservationEnded': words('预约结束', 'Reservation ended'),
  'assets.OfferLent': words('借出', 'Lent'),
  'assets.LoanReturned': words('归还', 'Returned'),
  'assets.BodyOpened': words('登记活动或临时机构', 'Event or temporary body opened'),
  'assets.BoughtEntered': words('登记活动购置资产', 'Bought for the event'),
  'assets.BodyEnded': words('活动或临时机构结束', 'Event or temporary body ended'),
} as const satisfies Record<string, Words>;

export const warehouseRefusals: Readonly<Record<string, Words>> = {
  'store-closed': words('这个公物仓已关闭，请选择使用中的公物仓。', 'The store is closed: choose one that is open.'),
  'store-name-taken': words('本单位已有公物仓“{name}”。', 'The unit has a store called “{name}” already.'),
  'store-not-empty': words(
    '仓内还有 {count} 件物品，请先出仓或调剂。',
    'There are {count} things in the store: withdraw or transfer them first.',
  ),
  'not-to-be-offered': words(
    '资产现为“{state}”，不能入仓。在库、闲置或在用的资产可以申请入仓。',
    'The thing is “{state}” and cannot be offered: it must be in stock, idle or in use.',
  ),
  'kept-elsewhere': words(
    '车辆、房屋等由主管业务台账管理，请在相应业务中办理调剂。',
    'Its own office keeps it: transfer it there.',
  ),
  'more-than-there-are': words('只有 {free} {measure}可用。', 'There are only {free}.'),
  'offered-before': words('该资产已在公物仓或已申请入仓。', 'It is in the warehouse or offered already.'),
  'store-not-in-reach': words(
    '集中仓由其他单位管理时，须在全系统公开的物品才能入仓。',
    'Only what all may see goes into a store that another unit keeps.',
  ),
  'reason-not-in-scope': words(
    '该理由不在现行入仓范围内。',
    'The reason is not among those for which things go into the warehouse.',
  ),
  'unusable-not-stored': words(
    '不能使用的物品不入仓，请按处置办理。',
    'What cannot be used is not stored: dispose of it.',
  ),
  'say-why-turned-away': words('不予入仓须说明原因。', 'Say why it is not taken in.'),
  'still-claimed': words(
    '还有 {held} {measure}被预约、借出或正在调剂，请先办结。',
    '{held} of it are reserved, lent or being matched: see to that first.',
  ),
  'not-for-loan': words('该物品只调剂，不借用。', 'It is transferred only, not lent.'),
  'day-passed': words('日期已过。', 'The day is over.'),
  'too-long-held': words('预约最多保留 {days} 天。', 'A reservation holds {days} days at most.'),
  'too-long-lent': words('借用期最长 {days} 天，请填写更早的归还日期。', 'A loan is for {days} days at most.'),
  'after-the-body': words(
    '活动或临时机构于 {day} 结束，须在此之前归还。',
    'The event or body ends on {day}: it must be back by then.',
  ),
  'reservation-ended': words('预约已结束。', 'The reservation is over.'),
  'not-the-taker': words('预约单位与借用单位不同。', 'Another unit reserved it.'),
  'not-your-body': words('活动或临时机构不属于借用单位。', 'The event or body is not the borrower’s.'),
  'body-name-taken': words('本单位已登记“{name}”。', 'The unit has one called “{name}” already.'),
  'things-still-out': words(
    '还有 {count} 笔借用未归还，全部归还后才能结束。',
    '{count} loans are still out: all must be back first.',
  ),
  'bought-not-pooled': words(
    '还有 {count} 件购置的资产没有入仓，请先申请入仓。',
    '{count} things bought for it are not in the warehouse: offer them first.',
  ),
  'body-over': words('活动或临时机构已结束。', 'The event or body is over.'),
  'period-backwards': words('结束日期早于开始日期。', 'It ends before it begins.'),
};
