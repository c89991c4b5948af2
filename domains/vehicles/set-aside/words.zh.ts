import type { Words } from '@opengoa/kernel/contract';

/** Why a fix was set aside when it came. */
export const causes = {
  'no-fix': { zh: '未定位', en: 'No fix' },
  imprecise: { zh: '精度差', en: 'Imprecise' },
  future: { zh: '时间超前', en: 'Ahead of time' },
  late: { zh: '迟到过久', en: 'Too late' },
} as const satisfies Record<string, Words>;

export const fixOutcomes = {
  accepted: { zh: '采信，计入里程', en: 'Taken, and counted' },
  rejected: { zh: '不采信', en: 'Not taken' },
} as const satisfies Record<string, Words>;

export const setAsideFacts = {
  'vehicles.FixesDecided': { zh: '认定另存定位', en: 'Fixes decided' },
} as const satisfies Record<string, Words>;

export const setAsideRefusals: Readonly<Record<string, Words>> = {
  'cannot-count': {
    zh: '“{cause}”的定位没有可信的地点或时间，不能计入里程，只能认定为不采信。',
    en: 'A fix that is "{cause}" has no place or time to count by; it can only be left out.',
  },
  'nothing-set-aside': {
    zh: '{plate} {day} 没有待认定的“{cause}”定位，可能已被认定。',
    en: '{plate} has no fix "{cause}" to decide on {day}; perhaps it was decided already.',
  },
};
