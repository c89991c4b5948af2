import type { Answer, Tone } from '@opengoa/web-kit';

export const faultTones: Readonly<Record<Answer<'kernel.fault-report'>['state'], Tone>> = {
  reported: 'check',
  taken: 'busy',
  handled: 'done',
  'not-ours': 'plain',
  confirmed: 'done',
};

export const faultWords = {
  reported: { zh: '已报修', en: 'Reported' },
  taken: { zh: '已受理', en: 'Taken' },
  handled: { zh: '已处理', en: 'Handled' },
  'not-ours': { zh: '不归本单位', en: 'Not ours' },
  confirmed: { zh: '已确认修好', en: 'Confirmed' },
} as const;
