import type { Words } from '@opengoa/kernel/contract';

/** Refusals that several folders of this room use. */
export const refusals: Readonly<Record<string, Words>> = {
  'name-taken': {
    zh: '本单位已登记过“{name}”，请核对或换一个名称。',
    en: 'This unit has registered “{name}” already.',
  },
};
