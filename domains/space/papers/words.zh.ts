import type { Words } from '@opengoa/kernel/words';

/** What a scanner said of a file. */
export const scanWords = {
  clean: { zh: '已查验', en: 'Scanned' },
  unscanned: { zh: '未查验', en: 'Not scanned' },
  infected: { zh: '有害', en: 'Harmful' },
} as const satisfies Record<string, Words>;
