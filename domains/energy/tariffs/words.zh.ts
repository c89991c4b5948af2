import type { Words } from '@opengoa/kernel/contract';

/** Times of the day by price, the dearest first. */
export const bands = {
  sharp: { zh: '尖峰', en: 'Sharp peak' },
  peak: { zh: '高峰', en: 'Peak' },
  flat: { zh: '平段', en: 'Flat' },
  valley: { zh: '低谷', en: 'Valley' },
  deep: { zh: '深谷', en: 'Deep valley' },
} as const satisfies Record<string, Words>;

export const tariffFactWords = {
  'energy.TariffSet': { zh: '登记分时电价', en: 'Tariff set' },
} as const satisfies Record<string, Words>;

export const tariffRefusals: Readonly<Record<string, Words>> = {
  'periods-not-whole': {
    zh: '{month} 月 {hour} 时没有时段，或写了两次；每个月的 24 小时须各写一次。',
    en: 'Hour {hour} of month {month} stands in no period, or in two; the 24 hours of each month are written once.',
  },
  'band-without-price': { zh: '{band} 没有电价。', en: '{band} has no price.' },
};
