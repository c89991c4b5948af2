import type { Words } from '@opengoa/kernel/contract';

export const changeFactWords = {
  'space.RoomFollowed': { zh: '房间随机构变动划转', en: 'Room followed its unit' },
  'space.BuildingFollowed': { zh: '房屋随机构变动划转', en: 'Building followed its unit' },
} as const satisfies Record<string, Words>;

export const changeRefusals: Readonly<Record<string, Words>> = {
  'no-succession': {
    zh: '“{to}”不是“{unit}”合并或分设后的单位，请先在机构管理中登记。',
    en: '“{to}” does not succeed “{unit}”: the organisation says it first.',
  },
  'choose-rooms': {
    zh: '“{unit}”分设为几个单位，请逐间选择归哪个单位。',
    en: '“{unit}” was split: say of each room whose it becomes.',
  },
  'nothing-to-follow': { zh: '“{unit}”名下已没有需要划转的房屋和房间。', en: 'Nothing of “{unit}” is left to follow.' },
};
