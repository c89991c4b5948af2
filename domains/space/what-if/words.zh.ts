import type { Words } from '@opengoa/kernel/contract';

export const draftLevels = {
  nation: { zh: '中央', en: 'Nation' },
  province: { zh: '省级', en: 'Province' },
  city: { zh: '市级', en: 'City' },
  county: { zh: '县级', en: 'County' },
  township: { zh: '乡级', en: 'Township' },
} as const satisfies Record<string, Words>;

export const draftRanks = {
  minister: { zh: '省部级正职', en: 'Minister' },
  'vice-minister': { zh: '省部级副职', en: 'Vice minister' },
  'bureau-chief': { zh: '厅局级正职', en: 'Head of a bureau' },
  'bureau-deputy': { zh: '厅局级副职', en: 'Deputy head of a bureau' },
  'division-chief': { zh: '县处级正职', en: 'Head of a division' },
  'division-deputy': { zh: '县处级副职', en: 'Deputy head of a division' },
  'section-chief': { zh: '乡科级正职', en: 'Head of a section' },
  'section-deputy': { zh: '乡科级副职', en: 'Deputy head of a section' },
  staff: { zh: '科级以下', en: 'Staff' },
} as const satisfies Record<string, Words>;

export const moveKinds = {
  vacant: { zh: '搬入闲置房间', en: 'Into a vacant room' },
  swap: { zh: '与另一间对调', en: 'Change with another room' },
} as const satisfies Record<string, Words>;

/** What settles a room that is over, or why nothing does. */
export const outcomes = {
  vacant: { zh: '搬入闲置房间', en: 'Into a vacant room' },
  swap: { zh: '与另一间对调', en: 'Change with another room' },
  bound: { zh: '受结构限制，不作调整', en: 'Walls cannot be moved' },
  'no-other': { zh: '同楼同安全区没有其他办公室', en: 'No other office in its building and zone' },
  'none-fits': { zh: '同楼同安全区没有大小合适的房间', en: 'None of a fitting size in its building and zone' },
} as const satisfies Record<string, Words>;

export const whatIfRefusals: Readonly<Record<string, Words>> = {
  'draft-unknown-rank': {
    zh: '标准中没有“{what}”这一层级和职级。',
    en: 'The standard has no {what}.',
  },
};
