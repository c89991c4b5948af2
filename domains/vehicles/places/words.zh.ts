import type { Words } from '@opengoa/kernel/contract';

export const placeKinds = {
  office: { zh: '办公地点', en: 'Office' },
  parking: { zh: '停车场地', en: 'Parking place' },
  destination: { zh: '常去地点', en: 'Often gone to' },
} as const satisfies Record<string, Words>;

export const placeStates = {
  kept: { zh: '在用', en: 'In use' },
  removed: { zh: '已停用', en: 'Removed' },
} as const satisfies Record<string, Words>;

export const placeFacts = {
  'vehicles.PlaceKept': { zh: '登记地点', en: 'Place kept' },
  'vehicles.HomeSet': { zh: '设定停放地', en: 'Home of a vehicle set' },
  'vehicles.PlaceRemoved': { zh: '停用地点', en: 'Place removed' },
} as const satisfies Record<string, Words>;

export const placeRefusals: Readonly<Record<string, Words>> = {
  'place-named-twice': {
    zh: '该单位已有地点叫“{name}”；请修改原来的，或换一个名称。',
    en: 'The unit has a place called "{name}" already; change that one, or take another name.',
  },
  'not-a-yard': {
    zh: '“{name}”不是在用的停车场地或停放地围栏。',
    en: '"{name}" is no parking place or fence of custody in use.',
  },
  'place-removed': { zh: '该地点已停用。', en: 'The place is removed already.' },
};
