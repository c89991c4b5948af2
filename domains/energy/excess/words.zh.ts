import type { Words } from '@opengoa/kernel/contract';

export const excessStates = {
  open: { zh: '待说明', en: 'To be explained' },
  explained: { zh: '已说明', en: 'Explained' },
  gone: { zh: '已恢复', en: 'No longer so' },
} as const satisfies Record<string, Words>;

export const excessFactWords = {
  'energy.ExcessRaised': { zh: '提请说明超定额情况', en: 'Asked why it used more' },
  'energy.ExcessExplained': { zh: '说明超定额情况', en: 'Explained why it used more' },
  'energy.ExcessGone': { zh: '用能回到定额内', en: 'Within the limits again' },
} as const satisfies Record<string, Words>;

export const excessRefusals: Readonly<Record<string, Words>> = {
  'excess-answered': { zh: '已经说明，或已回到定额内。', en: 'It was explained, or is within the limits again.' },
};
