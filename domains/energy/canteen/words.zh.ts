import type { Words } from '@opengoa/kernel/contract';

export const canteenFactWords = {
  'energy.KitchenWasteRecorded': { zh: '登记厨余垃圾', en: 'Kitchen waste recorded' },
} as const satisfies Record<string, Words>;

export const canteenRefusals: Readonly<Record<string, Words>> = {
  'month-not-over': { zh: '{month} 尚未结束，月末后登记。', en: '{month} is not over: record it afterwards.' },
  'waste-as-before': { zh: '{month} 登记的数据与原有的相同。', en: '{month} says the same already.' },
};
