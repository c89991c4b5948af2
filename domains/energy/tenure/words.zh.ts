import type { Words } from '@opengoa/kernel/contract';

export const tenureFactWords = {
  'energy.BuildingMoved': { zh: '移交建筑', en: 'Building moved' },
} as const satisfies Record<string, Words>;

export const tenureRefusals: Readonly<Record<string, Words>> = {
  'building-there-already': { zh: '该建筑已属{unit}。', en: 'The building is {unit}’s already.' },
  'move-before-last': {
    zh: '该建筑自 {day} 起才属现单位，移交日期须在此之后。',
    en: 'The building is its unit’s since {day}: it moves on a later day.',
  },
  'month-reported': {
    zh: '{unit} {month} 的统计月报已提交，请先撤回、退回或重新打开，再办理移交。',
    en: '{unit} has submitted its statement of {month}: recall, return or reopen it first.',
  },
  'regulated-here': {
    zh: '受控点“{point}”仍在启用，请先停止调控并停用该受控点；移交后由新单位另行登记。',
    en: 'The control point “{point}” is in use: stop its regulation and switch it off first; the new unit registers its own.',
  },
  'gateway-shared': {
    zh: '采集器“{gateway}”还采集其他建筑的表，请先将本建筑的表从中移出，另行登记采集器。',
    en: 'The gateway “{gateway}” asks meters of other buildings too: take this building’s out of it first.',
  },
};
