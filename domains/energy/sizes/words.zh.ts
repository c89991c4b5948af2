import type { Words } from '@opengoa/kernel/contract';

export const sizeFactWords = {
  'energy.SizeRecorded': { zh: '登记面积人数变化', en: 'Size recorded' },
} as const satisfies Record<string, Words>;

export const sizeRefusals: Readonly<Record<string, Words>> = {
  'size-as-before': { zh: '面积和人数与 {day} 原有的相同。', en: 'On {day} it was of that size already.' },
};
