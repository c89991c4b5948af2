import type { Words } from '@opengoa/kernel/contract';

export const paperFactWords = {
  'vehicles.PaperAdded': { zh: '补充票据照片', en: 'Papers added' },
} as const satisfies Record<string, Words>;

/** What a scanner said of a file. */
export const scanWords = {
  clean: { zh: '已查验', en: 'Scanned' },
  unscanned: { zh: '未查验', en: 'Not scanned' },
  infected: { zh: '有害', en: 'Harmful' },
} as const satisfies Record<string, Words>;
