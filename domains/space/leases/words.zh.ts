import type { Words } from '@opengoa/kernel/words';

export const leaseKinds = {
  'rented-out': { zh: '出租', en: 'Rented out' },
  'lent-out': { zh: '出借', en: 'Lent out' },
  'rented-in': { zh: '租用', en: 'Rented in' },
} as const satisfies Record<string, Words>;

export const leaseStates = {
  proposed: { zh: '待审批', en: 'Proposed' },
  'in-force': { zh: '执行中', en: 'In force' },
  refused: { zh: '未同意', en: 'Refused' },
  ended: { zh: '已终止', en: 'Ended' },
} as const satisfies Record<string, Words>;

export const rentPeriods = {
  month: { zh: '按月', en: 'Monthly' },
  quarter: { zh: '按季', en: 'Quarterly' },
  'half-year': { zh: '按半年', en: 'Half-yearly' },
  year: { zh: '按年', en: 'Yearly' },
  once: { zh: '一次', en: 'Once' },
} as const satisfies Record<string, Words>;

export const leaseFactWords = {
  'space.LeaseProposed': { zh: '提出租借', en: 'Lease proposed' },
  'space.LeaseApproved': { zh: '同意租借', en: 'Lease approved' },
  'space.LeaseRefused': { zh: '未同意租借', en: 'Lease refused' },
  'space.LeaseEnded': { zh: '终止租借', en: 'Lease ended' },
  'space.RentRecorded': { zh: '登记租金', en: 'Rent recorded' },
  'space.RentStruck': { zh: '冲销租金', en: 'Rent struck' },
} as const satisfies Record<string, Words>;

export const leaseRefusals: Readonly<Record<string, Words>> = {
  'lease-backwards': { zh: '结束日期须晚于开始日期。', en: 'A lease ends after it begins.' },
  'lease-rooms-needed': { zh: '出租、出借须选本单位的房间。', en: 'What is let or lent is rooms of the ledger.' },
  'lease-premises-needed': {
    zh: '租用须写明房屋坐落和面积。',
    en: 'What is rented in is told with its place and its area.',
  },
  'lent-without-rent': {
    zh: '出借不收租金；收取租金的请登记为出租。',
    en: 'Lending has no rent: register it as renting out.',
  },
  'rent-needed': { zh: '出租和租用须填写租金。', en: 'Renting has a rent.' },
  'rooms-not-vacant': {
    zh: '房间 {rooms} 不是闲置状态，不能出租、出借；请先腾退并改为闲置。',
    en: 'Rooms {rooms} are not vacant: clear them first.',
  },
  'room-let-already': { zh: '房间 {rooms} 已在另一份租借中。', en: 'Rooms {rooms} stand in another lease.' },
  'asked-by-yourself': { zh: '提出人不能审批本人提出的租借。', en: 'Whoever proposed it does not decide it.' },
  'lease-end-outside': { zh: '终止日期须在 {from} 至 {to} 之间。', en: 'It ends between {from} and {to}.' },
  'rent-ahead': { zh: '日期不能晚于今天。', en: 'The day is not ahead of today.' },
  'receipt-entered': { zh: '票据 {receipt} 已登记。', en: 'Receipt {receipt} was entered before.' },
  'rent-struck-already': { zh: '该笔租金已冲销。', en: 'This was struck before.' },
  'nothing-owed': { zh: '出借不收租金，不需登记。', en: 'Nothing is owed for what is lent.' },
};
