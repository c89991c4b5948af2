import type { Words } from '@opengoa/kernel/contract';

export const requestStates = {
  requested: { zh: '审批中', en: 'Being approved' },
  'sent-back': { zh: '已退回', en: 'Sent back' },
  refused: { zh: '未同意', en: 'Refused' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  deciding: { zh: '待落实房源', en: 'To be provided' },
  allotted: { zh: '已配置', en: 'Allotted' },
  'handed-on': { zh: '转入其他配置方式', en: 'Provided otherwise' },
} as const satisfies Record<string, Words>;

/** 配置方式, in the order of the paper. */
export const ways = {
  adjust: { zh: '调剂', en: 'From own premises' },
  exchange: { zh: '置换', en: 'Exchange' },
  rent: { zh: '租用', en: 'Rent' },
  build: { zh: '建设', en: 'Build' },
} as const satisfies Record<string, Words>;

export const wantedGroups = {
  office: { zh: '办公室', en: 'Offices' },
  service: { zh: '服务用房', en: 'Service rooms' },
  equipment: { zh: '设备用房', en: 'Equipment rooms' },
  ancillary: { zh: '附属用房', en: 'Annexes' },
  technical: { zh: '技术业务用房', en: 'Technical rooms' },
} as const satisfies Record<string, Words>;

export const wantedZones = {
  open: { zh: '开放区', en: 'Open' },
  restricted: { zh: '限制区', en: 'Restricted' },
  secret: { zh: '涉密区', en: 'Secret' },
} as const satisfies Record<string, Words>;

export const licenceStates = {
  'in-force': { zh: '有效', en: 'In force' },
  vacating: { zh: '限期腾退', en: 'To be vacated' },
  returned: { zh: '已全部交回', en: 'Handed back' },
} as const satisfies Record<string, Words>;

/** Why a vacant room does or does not fit. */
export const fitReasons = {
  'same-building': { zh: '在意向楼内', en: 'In the building asked for' },
  'near-own': { zh: '与现用房同楼', en: 'Beside their present rooms' },
  'zone-differs': { zh: '保密区域不符', en: 'Another security zone' },
  'use-differs': { zh: '用途需要变更', en: 'Its use would change' },
  'larger-than-need': { zh: '单间大于所需面积', en: 'Larger than what is needed' },
  'beyond-quota': { zh: '使用后大于核定面积', en: 'Would go beyond the quota' },
} as const satisfies Record<string, Words>;

export const requestFactWords = {
  'space.RequestAsked': { zh: '申请用房', en: 'Premises asked for' },
  'space.RequestRevised': { zh: '修改用房申请', en: 'Request revised' },
  'space.RequestApproved': { zh: '用房申请审批通过', en: 'Request approved' },
  'space.RequestRefused': { zh: '用房申请未同意', en: 'Request refused' },
  'space.RequestSentBack': { zh: '退回用房申请', en: 'Request sent back' },
  'space.RequestWithdrawn': { zh: '撤回用房申请', en: 'Request withdrawn' },
  'space.WayRuledOut': { zh: '排除配置方式', en: 'A way ruled out' },
  'space.WayChosen': { zh: '确定配置方式', en: 'A way chosen' },
  'space.LicenceIssued': { zh: '核发使用凭证', en: 'Licence of use issued' },
  'space.VacatingOrdered': { zh: '限期腾退', en: 'To be vacated' },
  'space.RoomsTakenBack': { zh: '收回房间', en: 'Rooms taken back' },
} as const satisfies Record<string, Words>;

export const requestRefusals: Readonly<Record<string, Words>> = {
  'unit-not-an-institution': {
    zh: '用房由单位统一申请，请选择单位而不是内设机构。',
    en: 'Premises are asked for by an institution: choose it, not its division.',
  },
  'asker-unknown': { zh: '请以本人身份申请。', en: 'A person asks, not a machine.' },
  'earlier-way-open': {
    zh: '按{paper}的次序，须先说明“{first}”为什么不能满足，才能用“{way}”。',
    en: 'In the order of {paper}, say first why “{first}” cannot meet the need; then “{way}” may follow.',
  },
  'way-ruled-out': { zh: '“{way}”已说明不能满足。', en: '“{way}” was ruled out already.' },
  'rooms-fit': {
    zh: '有闲置房间可以满足：{rooms}。请先考虑配置；确实不能用的，写明这些房间为什么不能用。',
    en: 'Vacant rooms meet the need: {rooms}. Allot them, or say why those very rooms do not do.',
  },
  'last-way': {
    zh: '“{way}”是最后一种方式；如不予配置，请用“不予配置”并说明原因。',
    en: '“{way}” is the last: where nothing is provided, decline the request and say why.',
  },
  'room-not-vacant': {
    zh: '房间 {room} 已不是闲置状态，请刷新房源后重新选择。',
    en: 'Room {room} is vacant no longer: look at the vacant rooms again.',
  },
  'room-given-later': {
    zh: '房间 {room} 自 {day} 起已有登记，使用起始日不能早于该日。',
    en: 'Room {room} has an entry from {day}: the licence begins no earlier.',
  },
  'allotment-over-quota': {
    zh: '配置后该单位{group} {after}㎡，大于核定的 {may}㎡。请减少房间，或先按编制变化重新核定。',
    en: 'With these rooms the unit would have {after} m² of {group}, beyond its quota of {may} m². Choose fewer, or set the quota anew.',
  },
  'ends-before-start': { zh: '截止日早于起始日。', en: 'It would end before it begins.' },
  'room-not-on-licence': {
    zh: '所选房间不在这张使用凭证上，或已交回。',
    en: 'One of these rooms is not on this licence, or was handed back.',
  },
  'vacate-day-past': { zh: '腾退期限不能早于今天。', en: 'The day to vacate by is not in the past.' },
  'people-still-in': {
    zh: '房间 {room} 内还有 {people} 人，请先调整座位再收回。',
    en: '{people} people still sit in room {room}: move them first.',
  },
  'back-before-start': {
    zh: '交回日期不早于使用起始日 {day}，不晚于今天。',
    en: 'Handed back not before {day}, and not after today.',
  },
};
