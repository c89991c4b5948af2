import type { Words } from '@opengoa/kernel/words';

export const homeStates = {
  vacant: { zh: '空置', en: 'Vacant' },
  let: { zh: '已安排', en: 'Let' },
  'under-repair': { zh: '维修中', en: 'Under repair' },
  withdrawn: { zh: '已退出房源', en: 'Withdrawn' },
} as const satisfies Record<string, Words>;

/** States that a clerk sets; a home is let by being assigned. */
export const settableStates = {
  vacant: homeStates.vacant,
  'under-repair': homeStates['under-repair'],
  withdrawn: homeStates.withdrawn,
} as const satisfies Record<string, Words>;

export const applicationStates = {
  asked: { zh: '待审批', en: 'Asked' },
  approved: { zh: '待安排', en: 'Waiting for a home' },
  assigned: { zh: '待入住', en: 'Home assigned' },
  housed: { zh: '已入住', en: 'Moved in' },
  refused: { zh: '未同意', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Record<string, Words>;

export const homeReasons = {
  exchange: { zh: '干部交流', en: 'Exchange of post' },
  'newly-posted': { zh: '新任职', en: 'Newly posted' },
  other: { zh: '其他', en: 'Other' },
} as const satisfies Record<string, Words>;

export const stayStates = {
  living: { zh: '在住', en: 'Living there' },
  'moved-out': { zh: '已退出', en: 'Moved out' },
} as const satisfies Record<string, Words>;

export const housingFactWords = {
  'space.HomeRegistered': { zh: '登记周转住房', en: 'Home registered' },
  'space.HomeChanged': { zh: '修改周转住房', en: 'Home changed' },
  'space.HomeStateSet': { zh: '变更住房状态', en: 'State of a home set' },
  'space.HomeAskedFor': { zh: '申请周转住房', en: 'Home asked for' },
  'space.HomeApplicationApproved': { zh: '同意住房申请', en: 'Application for a home approved' },
  'space.HomeApplicationRefused': { zh: '未同意住房申请', en: 'Application for a home refused' },
  'space.HomeApplicationWithdrawn': { zh: '撤回住房申请', en: 'Application for a home withdrawn' },
  'space.HomeAssigned': { zh: '安排住房', en: 'Home assigned' },
  'space.HomeFreed': { zh: '取消安排', en: 'Assignment of a home undone' },
  'space.StayBegun': { zh: '办理入住', en: 'Moved in' },
  'space.StayRenewed': { zh: '续期', en: 'Stay renewed' },
  'space.StayEnded': { zh: '办理退出', en: 'Moved out' },
  'space.HomeRentRecorded': { zh: '登记住房租金', en: 'Rent of a home recorded' },
  'space.HomeRentStruck': { zh: '冲销住房租金', en: 'Rent of a home struck' },
} as const satisfies Record<string, Words>;

export const housingRefusals: Readonly<Record<string, Words>> = {
  'home-name-needed': {
    zh: '请填写住房名称；已是房间台账中的房间，选房间即可不填。',
    en: 'Give the home a name, or choose a room of the ledger.',
  },
  'home-place-needed': {
    zh: '请填写坐落，或选房产台账中的房屋、房间。',
    en: 'Say where it lies, or choose a building or room of the ledger.',
  },
  'home-area-needed': { zh: '请填写面积。', en: 'Give its area.' },
  'home-registered': { zh: '“{name}”已登记为周转住房，请核对。', en: '“{name}” is registered as a home already.' },
  'room-not-free': {
    zh: '房间 {room} 有人使用或已出租、出借，不能登记为周转住房；请先腾退。',
    en: 'Room {room} is used, let or lent: clear it first.',
  },
  'home-building-unknown': {
    zh: '管理单位的房产台账中没有“{building}”（或有重名）；请核对名称，没有的留空。',
    en: 'The keeper has no building “{building}” in the ledger, or more than one: look at its name, or leave it empty.',
  },
  'home-backwards': { zh: '截止日期须晚于起始日期。', en: 'It ends after it begins.' },
  'home-reason-needed': { zh: '选“其他”的，请写明原因。', en: 'Say the reason where it is another one.' },
  'home-held-already': {
    zh: '您正在使用一套周转住房，不能再申请；需要延长的请联系管理员办理续期。',
    en: 'You live in one already; ask the keeper to renew it.',
  },
  'home-applied-already': {
    zh: '您已有一份住房申请在办理，请在“住房申请”中查看。',
    en: 'An application of yours is under way already.',
  },
  'home-own-application': {
    zh: '不能审批本人的申请，由上一级负责人审批。',
    en: 'Nobody decides on an application of their own; whoever leads above does.',
  },
  'home-taken': {
    zh: '住房“{home}”现在是“{state}”，不能安排；请另选一套空置住房。',
    en: '“{home}” is {state} now: choose another that stands vacant.',
  },
  'stay-end-not-later': { zh: '新的截止日期须晚于现截止日期 {to}。', en: 'The new end is later than {to}.' },
  'move-out-outside': { zh: '退出日期须在 {from} 至 {to} 之间。', en: 'It ends between {from} and {to}.' },
  'home-without-rent': { zh: '该住房不收租金，不需登记。', en: 'Nothing is paid for this home.' },
};
