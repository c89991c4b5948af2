import type { Words } from '@opengoa/kernel/contract';
import type { Choice } from '@opengoa/kernel/exchange';

/** Choices of a sheet's column from the room's words. */
export const choicesOf = (words: Readonly<Record<string, Words>>): Choice[] =>
  Object.entries(words).map(([code, { zh, en }]) => ({ code, zh, en }));
