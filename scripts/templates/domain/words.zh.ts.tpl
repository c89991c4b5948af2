import type { Words } from '@opengoa/kernel/contract';

export const refusals: Readonly<Record<string, Words>> = {
  'name-taken': { zh: '本单位已登记过“{name}”，请核对或换一个名称。', en: 'This unit has registered “{name}” already.' },
};

/** How facts read on timelines. */
export const factWords: Readonly<Record<string, Words>> = {
  '{{room}}.{{Noun}}Registered': { zh: '登记', en: 'Registered' },
};
