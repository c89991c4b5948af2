import type { Words } from '@opengoa/kernel/contract';

/** Registered to, given to, used by, disposed of: each is told apart. */
export const rightKinds = {
  title: { zh: '房屋所有权', en: 'Title' },
  'land-use': { zh: '土地使用权', en: 'Land use' },
  allotment: { zh: '分配', en: 'Allotment' },
  use: { zh: '使用', en: 'Use' },
  disposal: { zh: '处置', en: 'Disposal' },
} as const satisfies Record<string, Words>;

export const rightStates = {
  standing: { zh: '有效', en: 'Standing' },
  ended: { zh: '已终止', en: 'Ended' },
} as const satisfies Record<string, Words>;

export const disputeStates = {
  open: { zh: '未解决', en: 'Open' },
  settled: { zh: '已解决', en: 'Settled' },
} as const satisfies Record<string, Words>;

export const rightFactWords = {
  'space.RightRecorded': { zh: '登记权属', en: 'Right recorded' },
  'space.RightEnded': { zh: '权属终止', en: 'Right ended' },
  'space.DisputeOpened': { zh: '登记权属争议', en: 'Dispute opened' },
  'space.DisputeSettled': { zh: '权属争议解决', en: 'Dispute settled' },
} as const satisfies Record<string, Words>;

export const rightRefusals: Readonly<Record<string, Words>> = {
  'right-stands-already': {
    zh: '“{holder}”的该项权属已登记且有效，请先终止原登记。',
    en: '“{holder}” has this right already: end it first.',
  },
  'right-ended': { zh: '该项权属已于 {day} 终止。', en: 'This right ended on {day}.' },
  'day-before-right': { zh: '日期不能早于登记的起始日 {day}。', en: 'The day is not before {day}, when it began.' },
  'dispute-settled': { zh: '该争议已于 {day} 解决。', en: 'This dispute was settled on {day}.' },
};
