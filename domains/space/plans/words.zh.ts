import type { Words } from '@opengoa/kernel/contract';

export const planSources = {
  dxf: { zh: 'DXF', en: 'DXF' },
  geojson: { zh: 'GeoJSON', en: 'GeoJSON' },
} as const satisfies Record<string, Words>;

/** What the rooms of a drawn floor are coloured by. */
export const colourings = {
  use: { zh: '用途', en: 'Use' },
  vacancy: { zh: '使用状态', en: 'State' },
  unit: { zh: '使用单位', en: 'Unit' },
  over: { zh: '超面积', en: 'Over standard' },
  energy: { zh: '月均单位面积用电', en: 'Electricity a month' },
  cost: { zh: '单位面积年成本', en: 'Cost a year' },
} as const satisfies Record<string, Words>;
export type Colouring = keyof typeof colourings;

/** Where rooms that the plan cannot tell apart have no energy of their own. */
export const planFactWords = {
  'space.PlanTaken': { zh: '导入平面图', en: 'Floor plan taken' },
  'space.MeterPlaced': { zh: '登记表计位置', en: 'Meter placed' },
  'space.MeterUnplaced': { zh: '撤销表计位置', en: 'Meter taken from its place' },
} as const satisfies Record<string, Words>;

export const drawingProblems = {
  'too-large': {
    zh: '文件过大，请只导出一个楼层的房间轮廓后再试。',
    en: 'The file is too large: export the outlines of one floor alone.',
  },
  binary: { zh: '这是二进制 DXF，请另存为 ASCII（文本）DXF。', en: 'This is a binary DXF: save it as ASCII.' },
  'not-a-drawing': {
    zh: '没有认出 DXF 或 GeoJSON 的内容，请核对文件。',
    en: 'This is neither DXF nor GeoJSON.',
  },
  'too-many': {
    zh: '轮廓或文字过多，请只导出房间轮廓和房号图层。',
    en: 'Too many outlines or texts: export only the layers of rooms and numbers.',
  },
} as const satisfies Record<string, Words>;

export const planRefusals: Readonly<Record<string, Words>> = {
  'nothing-matched': {
    zh: '图上没有一个轮廓的文字与本楼层的房号对应，请核对楼层和图层。',
    en: 'No outline bears the number of a room of this floor: check the floor and the layers.',
  },
  'outline-crosses': {
    zh: '有 {count} 个轮廓自相交，面积没有意义，请在图上改正：{labels}。',
    en: '{count} outlines cross themselves and have no area: {labels}.',
  },
  'plan-doubled': {
    zh: '有 {count} 个房号在图上出现两次，请改正：{numbers}。',
    en: '{count} rooms are drawn twice: {numbers}.',
  },
  'outline-without-area': { zh: '轮廓“{label}”没有面积。', en: 'The outline “{label}” encloses nothing.' },
  'meter-placed-already': {
    zh: '该表计自 {day} 起已登记在 {where}，请先撤销。',
    en: 'The meter stands at {where} since {day}: take it from there first.',
  },
  'room-not-on-floor': { zh: '所选房间不在该楼层。', en: 'The room is not on this floor.' },
  'meter-place-ended': { zh: '该表计位置已于 {day} 撤销。', en: 'The meter was taken from this place on {day}.' },
  'place-before-begin': { zh: '撤销日期须晚于登记日期 {day}。', en: 'It ends after the day it began ({day}).' },
};
