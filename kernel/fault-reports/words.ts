import type { Words } from '../words.ts';

export const faultStates = {
  reported: { zh: '已报修', en: 'Reported' },
  taken: { zh: '已受理', en: 'Taken' },
  handled: { zh: '已处理', en: 'Handled' },
  'not-ours': { zh: '不归本单位', en: 'Not ours' },
  confirmed: { zh: '已确认修好', en: 'Confirmed' },
} as const satisfies Readonly<Record<string, Words>>;

export const faultRefusals: Readonly<Record<string, Words>> = {
  'not-now': { zh: '现为“{state}”，不能这样办理。', en: 'It is "{state}" now; this cannot be done.' },
  'label-thing-not-there': {
    zh: '有 {count} 件没有找到，或不在您管理的范围内。',
    en: '{count} of them were not found, or are not yours to label.',
  },
  'fault-reports-closed': {
    zh: '这个标签现在不能报修。请直接告诉现场工作人员，或拨打标签上的电话。',
    en: 'Nothing can be reported by this label now. Tell somebody on the spot, or call the number on the label.',
  },
  'fault-not-of-this-thing': { zh: '请从列出的情况中选择。', en: 'Choose one of what is listed.' },
  'too-many-reports': {
    zh: '这一件刚刚已收到多次报修，正在处理，请过一会儿再试。',
    en: 'Several reports came for this one just now; try again in a while.',
  },
  'reopening-over': {
    zh: '已过 {days} 天，不能再次打开。如仍有问题，请重新扫码报修。',
    en: 'More than {days} days have passed; scan the label and report it anew.',
  },
  'too-many-photos': { zh: '每次报修最多 {most} 张照片。', en: 'At most {most} photos of one report.' },
};
