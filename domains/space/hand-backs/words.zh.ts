import type { Words } from '@opengoa/kernel/contract';

export const handBackStates = {
  asked: { zh: '待交接', en: 'To be handed over' },
  taken: { zh: '已退还', en: 'Handed back' },
  declined: { zh: '未接收', en: 'Not taken' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
} as const satisfies Record<string, Words>;

export const handBackFactWords = {
  'space.HandBackAsked': { zh: '申请退还房间', en: 'Rooms offered back' },
  'space.HandBackTaken': { zh: '交接退还的房间', en: 'Rooms handed over' },
  'space.HandBackDeclined': { zh: '不接收退还的房间', en: 'Rooms not taken' },
  'space.HandBackWithdrawn': { zh: '撤回退还申请', en: 'Handing back withdrawn' },
} as const satisfies Record<string, Words>;

export const handBackRefusals: Readonly<Record<string, Words>> = {
  'room-not-held': {
    zh: '所选房间不在本单位名下，请刷新后重新选择。',
    en: 'One of these rooms is not the unit’s: look at its rooms again.',
  },
  'room-back-asked': {
    zh: '房间 {rooms} 已在退还申请中，请等待交接或先撤回。',
    en: '{rooms} is being handed back already: wait for it, or withdraw that first.',
  },
  'people-to-move': {
    zh: '房间 {rooms} 内还有 {people} 人，请先调整座位再退还。',
    en: '{people} people still sit in {rooms}: move them first, then hand it back.',
  },
};
